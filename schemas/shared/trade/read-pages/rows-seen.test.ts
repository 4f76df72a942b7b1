import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundingBox } from '../../../../core/geometry.ts'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { Reading } from '../../../../core/reading.ts'
import { rowsSeen } from './rows-seen.ts'

/** The page as one table of layout, each line of text a row of one cell. */
function asTable(text: string) {
  const page = readingOfText(text).pages[0]!
  const rows = [...Map.groupBy(page.lines, (line) => line.box.y0.toFixed(3)).values()].map((lines) =>
    boundingBox(lines.map(({ box }) => box)),
  )
  const cells = rows.map((box, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text: '', words: [], box }))
  const table = { box: boundingBox(rows), ruled: false, rows: rows.length, columns: 1, headerRows: 1, cells }
  return Reading.parse({ pages: [{ ...page, tables: [table] }] })
}

const ITEMS = `No   Description              Qty       Price      Amount
1    Desk                       2       10.00       20.00
2    Chair                      1       30.00       30.00
     Net total                                      50.00`

describe('rows seen by layout against items read', () => {
  it('agree on an ordinary table, its sums left out', () => assert.deepEqual(rowsSeen(asTable(ITEMS)), []))

  it('differ where an item stands under the totals', () => {
    const [finding, ...more] = rowsSeen(asTable(`${ITEMS}\n3    Lamp, forgotten            4        5.00       20.00`))
    assert.deepEqual(
      [finding?.ruleId, finding?.severity, finding?.expected, finding?.actual, more.length],
      ['rows_seen', 'warning', '3', '2', 0],
    )
    assert.match(finding!.message.ru, /строк с суммами: 3, прочитано: 2.*страницей 1/)
  })
})
