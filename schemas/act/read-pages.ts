import type { Candidate } from '../../core/field.ts'
import type { Heading } from '../../core/memory/index.ts'
import { specPath } from '../../core/paths.ts'
import { proseOf } from '../../core/prose/index.ts'
import type { Reading } from '../../core/reading.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'
import { candidates } from '../shared/worded/found.ts'
import { actFields } from './fields.ts'
import { ACT_CAPTIONS } from './labels.ts'
import { findStatement } from './read/statement.ts'
import { findToldPeriod } from './read/told-period.ts'
import { findWordedParties } from './read/worded-parties.ts'

const OWN = new Set(actFields.map(({ path }) => path))

/** What a trade paper shows, and what an act says in sentences: who the parties are, and that there are no claims. */
export function readActPages(reading: Reading, learned?: readonly Heading[]): readonly Candidate[] {
  const prose = proseOf(reading)
  const said = candidates(prose, [...findWordedParties(prose), ...findStatement(prose), ...findToldPeriod(prose)])
  const shown = readTradePages(reading, ACT_CAPTIONS, learned).filter(({ path }) => OWN.has(specPath(path)))
  const contract = shown.find(({ path }) => path === 'contractRef.date')
  // "Agreement No. 18/2026 dated 12 January": the day of the contract is not that of the act.
  return [...shown.filter((one) => !(one.path === 'issueDate' && contract && sameWords(one, contract))), ...said]
}

function sameWords({ raw, evidence: [one] }: Candidate, other: Candidate): boolean {
  const [place] = other.evidence
  return raw === other.raw && one?.page === place?.page && one?.box?.y0 === place?.box?.y0
}
