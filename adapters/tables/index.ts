import { PipelineError } from '../../core/errors.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** Rows of texts, as a person sees them in a spreadsheet; empty cells are ''. */
export type TextTable = readonly (readonly string[])[]

const MOST_ROWS = 50_000

/** The first sheet of a workbook (.xlsx), or a text table (.csv). Errors: `unreadable`, `too_complex`. */
export function readTable(bytes: Uint8Array): TextTable {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (bytes.includes(0) && !isZip && !(bytes[0] === 0xff && bytes[1] === 0xfe))
    throw new PipelineError('unreadable', 'This is neither a workbook (.xlsx) nor a text table (.csv).')
  const rows = isZip ? readXlsx(bytes) : readCsv(bytes)
  if (rows.length > MOST_ROWS) throw new PipelineError('too_complex', `The table has more than ${MOST_ROWS} rows. Send it in parts.`)
  return rows
}
