import { documentText } from '../../core/extraction/labels/index.ts'
import type { Candidate, Evidence } from '../../core/field.ts'
import type { Reading } from '../../core/reading.ts'
import { readCaptioned } from '../shared/captioned/index.ts'
import { applicationFields } from './fields.ts'
import { APPLICATION_CAPTIONS } from './labels.ts'
import { readApprovals } from './read/approvals.ts'
import { readKind } from './read/kind.ts'
import { readTable } from './read/table.ts'

/** Values beside their captions, the table of what is asked for, and who approved it. */
export function readApplicationPages(reading: Reading): readonly Candidate[] {
  const text = documentText(reading)
  const table = readTable(reading)
  const rows = table.filter(({ path }) => path.startsWith('lines[')).flatMap(({ evidence }) => evidence)
  const captioned = readCaptioned(reading, APPLICATION_CAPTIONS, applicationFields).filter(
    ({ evidence }) => !rows.some((row) => sameRow(row, evidence)),
  )
  return [...captioned, ...table, ...readApprovals(text), ...readKind(text)]
}

/** "Team plan, per seat": a caption inside a row of the table is a word of its item. */
function sameRow({ page, box }: Evidence, value: readonly Evidence[]): boolean {
  return value.some((one) => one.page === page && one.box && box && one.box.y0 < box.y1 && one.box.y1 > box.y0)
}
