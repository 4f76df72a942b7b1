export type { FileOutcome, IncomingFile, RefusedFile, StoredFile } from './file-outcome.ts'
export { createIntake, type Intake, type Origin } from './intake.ts'
export { ARCHIVE, QUARANTINED } from './store-file.ts'
