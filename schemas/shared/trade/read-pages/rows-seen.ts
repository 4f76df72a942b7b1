import type { TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import type { Finding } from '../../../../core/finding.ts'
import type { Heading } from '../../../../core/memory/index.ts'
import type { Reading, Table } from '../../../../core/reading.ts'
import { type TradeText, tradeText } from './context.ts'
import { readItems } from './items.ts'
import { CARRIED, isTotalsRow, PAGE_SUM } from './summary-rows.ts'

const SUM = /^[^\p{L}\d]*(?:итого|всего|сумма|sub-?\s?total|total|section\s+total|zwischensumme|summe|sous-total|(?:sub)?totaal)(?!\p{L})/iu

/**
 * Rows with amounts that the layout of the pages sees in the tables of the items and in what carries them on, against the items read: the layout knows
 * no captions, so the two do not fail alike. More rows than items means that items may be missing. Fewer proves nothing: layout joins rows.
 */
export function rowsSeen(reading: Reading, learned?: readonly Heading[]): readonly Finding[] {
  const invoice = tradeText(reading, undefined, learned)
  const { items, lines } = readItems(invoice)
  if (items.length === 0) return []
  const adjusted = items.reduce((sum, item) => sum + item.adjustments.length, 0)
  const missed = itemTables(invoice.text.pages, lines).flatMap(({ page, table }) =>
    rowsOf(page, table).filter((row) => row.every((line) => !lines.has(line)) && looksLikeItem(invoice, row)),
  )
  if (missed.length === 0) return []
  const seen = items.length + missed.length
  return [
    {
      ruleId: 'rows_seen',
      severity: 'warning',
      fields: ['lines'],
      expected: String(seen),
      actual: String(items.length),
      delta: String(items.length - seen),
      message: {
        en: `The table shows ${seen} rows with amounts${adjusted > 0 ? ' besides discounts' : ''}, ${items.length} lines were read. Compare the lines with page ${pagesOf(missed)}.`,
        ru: `В таблице видно строк с суммами: ${seen}${adjusted > 0 ? ' (без строк скидок)' : ''}, прочитано: ${items.length}. Сверьте строки со страницей ${pagesOf(missed)}.`,
      },
    },
  ]
}

interface PlacedTable {
  readonly page: TextPage
  readonly table: Table
}

/** Tables that hold lines of items, and those that carry on such a table. */
function itemTables(pages: readonly TextPage[], lines: ReadonlySet<TextLine>): readonly PlacedTable[] {
  const own = new Set<Table>()
  const out: PlacedTable[] = []
  for (const page of pages)
    for (const table of page.page.tables) {
      const from = table.continues
      const before = from && pages.find(({ index }) => index === from.page)?.page.tables[from.table]
      const held = page.lines.some((line) => lines.has(line) && inside(line, table))
      if (!held && !(before && own.has(before))) continue
      own.add(table)
      out.push({ page, table })
    }
  return out
}

function inside(line: TextLine, { box }: Table): boolean {
  return line.words.some(({ word }) => word.box.y0 >= box.y0 - 0.005 && word.box.y1 <= box.y1 + 0.005 && word.box.x0 >= box.x0 - 0.02)
}

/** The table's rows as lines of text, without its headings. */
function rowsOf(page: TextPage, table: Table): readonly (readonly TextLine[])[] {
  const cells = table.cells.filter((cell) => cell.row >= table.headerRows && cell.rowSpan === 1)
  return [...Map.groupBy(cells, ({ row }) => row).values()].map((row) =>
    page.lines.filter((line) =>
      line.words.some(({ word }) => {
        const [x, y] = [(word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2]
        return row.some(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1)
      }),
    ),
  )
}

/** A row with a text and two figures, one of them with cents, that no word makes a sum. */
function looksLikeItem(invoice: TradeText, row: readonly TextLine[]): boolean {
  const text = row
    .toSorted((a, b) => a.at.x0 - b.at.x0)
    .map((line) => line.text)
    .join(' ')
  const amounts = row.flatMap((line) => invoice.amounts(line))
  if (!amounts.some(({ decimals }) => decimals) || (text.match(/(?<![\d.,])\d[\d.,]*/g) ?? []).length < 2 || !/\p{L}{3}/u.test(text))
    return false
  return !SUM.test(text) && !CARRIED.test(text) && !PAGE_SUM.test(text) && !isTotalsRow(invoice, row)
}

function pagesOf(rows: readonly (readonly TextLine[])[]): string {
  return [...new Set(rows.map((row) => row[0]!.page))].join(', ')
}
