import type { FileOutcome } from '../../adapters/intake/index.ts'

/** What became of one file of an upload. */
export type UploadOutcome = FileOutcome
