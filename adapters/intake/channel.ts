import type { IntakeJournal } from '../db/index.ts'
import type { Intake } from './intake.ts'

/** What a channel works with during one look at its source. */
export interface LookDeps {
  readonly organisationId: string
  readonly intake: Pick<Intake, 'take'>
  readonly journal: Pick<IntakeJournal, 'settle' | 'known'>
  /** False when the look has to end: the process stops, or the lease of the source is lost. */
  readonly goOn: () => boolean
}

/**
 * A way in that has to be looked at. A look takes what is there and may be cut off anywhere: the next one, here or in another process, goes on without
 * losing or doubling anything. Throws when the source cannot be reached.
 */
export interface Channel {
  look(deps: LookDeps): Promise<LookReport>
}

export interface LookReport {
  /** Things that were settled in this look. */
  readonly settled: number
}
