import type { TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import { type Band, type BodyRow, bodyRows } from '../../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'
import type { TradeText } from './context.ts'
import { isAdjustment, isOfAllItems } from './item-adjustments.ts'
import { certain, isAnchor, oneFigure, strong } from './item-anchor.ts'
import { itemsOf, nameText, position, solidAbove } from './item-extent.ts'
import type { PrintedItem } from './items.ts'
import type { NameSide } from './name-side.ts'
import { CARRIED, carriedOver, isColumnNumbers, isTotalsRow, PAGE_SUM, sumBesideRemark, summary } from './summary-rows.ts'

const SECTION_SUM =
  /^[^\p{L}\d]*(?:итого|всего|сумма\s+по|sub-?\s?total|section\s+total|total\s+(?:of|for)|zwischensumme|summe|sous-total|subtotaal)(?!\p{L})/iu

export interface Part {
  readonly items: readonly PrintedItem[]
  readonly lines: readonly TextLine[]
  /** The totals were reached. */
  readonly closed: boolean
}

/** The items between `from` and `to` on one page. `strict`: what comes before the first certain item is none. */
export function readPart(
  invoice: TradeText,
  page: TextPage,
  bands: readonly Band<Column>[],
  side: NameSide | null,
  from: number,
  to: number,
  strict: boolean,
): Part {
  const rows = bodyRows(page, bands, (line) => !line.running && line.at.y0 >= from - 0.3 * line.em && line.at.y1 < to)
  const used: BodyRow[] = []
  const anchors: number[] = []
  const adjustments = new Map<number, BodyRow[]>()
  const pageSums: BodyRow[] = []
  let closed = false
  let wrapping: BodyRow | null = null
  const over: BodyRow[] = []
  for (const row of rows) {
    const previous = used.at(-1)
    const em = row.lines[0]!.em
    const anchor = isAnchor(row, bands, invoice)
    if (previous && !anchor && row.at.y0 - previous.at.y1 > 3.5 * em) {
      // A gap after the last item: only another item on this page continues the table.
      if (!rows.some((r) => r.at.y0 > row.at.y0 && r.at.y0 - row.at.y0 < 12 * em && isAnchor(r, bands, invoice) && strong(r, bands))) break
    }
    const text = textOf(row)
    if (anchors.length > 0 && isAdjustment(row, bands, invoice) && !isSubtotalAhead(invoice, used)) {
      const items = anchors.map((at) => used[at]!)
      if (isOfAllItems(row, items, invoice)) {
        closed = true
        break
      }
      adjustments.set(anchors.length - 1, [...(adjustments.get(anchors.length - 1) ?? []), row])
      continue
    }
    if (isColumnNumbers(row)) continue
    if (PAGE_SUM.test(text)) {
      pageSums.push(row)
      continue
    }
    if (CARRIED.test(text) && !strong(row, bands)) {
      if (isTotalsRow(invoice, row.lines) && anchors.length > 0 && !carriedOver(text) && !itemsFollow(invoice, rows, row, bands)) {
        closed = totalsFollow(invoice, page, rows, row)
        break
      }
      wrapping = row
      continue
    }
    // «Перенос с предыдущей» / «страницы 9 286,50»: the second line of the sum.
    if (wrapping && row.at.y0 - wrapping.at.y1 < 0.5 * em && !strong(row, bands)) continue
    wrapping = null
    // A section's sum: worded as one, with one figure where the items have several.
    if (anchor && SECTION_SUM.test(text) && !strong(row, bands) && anchors.length > 0 && anchors.every((at) => strong(used[at]!, bands))) {
      if (itemsFollow(invoice, rows, row, bands)) continue
      closed = totalsFollow(invoice, page, rows, row)
      break
    }
    // "… five-star" / "base": the rest of a name may be the caption of a sum, which has a figure or ends the table.
    const rest = !/\d/.test(text) && anchors.length > 0 && itemsFollow(invoice, rows, row, bands)
    if (
      !rest &&
      isTotalsRow(invoice, row.lines) &&
      ((summary(invoice, row) && position(row, bands) === '') || !(anchor && strong(row, bands)))
    ) {
      closed = anchors.length > 0
      if (anchors.length > 0 || strict) break
      continue
    }
    if (anchors.length > 0 && anchor && !strong(row, bands) && sumBesideRemark(invoice, row)) {
      closed = true
      break
    }
    // "19 933.11 | 3 787.29 | 23 720.40" under their captions: sums across the page, in the place of a name as well.
    if (anchors.length > 0 && anchor && /^-?\d[\d.,' \u00a0\u202f]*[.,]\d{2}$/.test(nameText(row, bands).trim())) {
      closed = true
      break
    }
    if (!anchor && headsSection(row, bands)) continue
    if (strict && anchors.length === 0) {
      if (!anchor || !certain(row, bands)) {
        over.push(row)
        continue
      }
      // A name that stands over the figures of the first item.
      used.push(...over.slice(solidAbove([...over, row], over.length)))
    }
    if (anchor) anchors.push(used.length)
    used.push(row)
  }
  const items = itemsOf(used, anchors, bands, adjustments, side)
  const last = items.at(-1)
  const kept = last
    ? used.filter((row) => row.at.y0 <= Math.max(last.anchor.at.y0, ...[...last.below, ...last.remarks].map((r) => r.at.y0)))
    : []
  return { items, lines: [...kept, ...pageSums, ...[...adjustments.values()].flat()].flatMap((row) => row.lines), closed }
}

function textOf(row: BodyRow): string {
  return row.lines.map((line) => line.text).join(' ')
}

/** "Building B, second floor": words that begin left of the names and run on into them without a blank are written across the table. */
function headsSection(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  const border = bands.find(({ kind }) => kind === 'name')?.x0 ?? Number.NEGATIVE_INFINITY
  return row.lines.some(({ words, em, text }) => {
    const at = words.findIndex((word) => (word.at.x0 + word.at.x1) / 2 >= border)
    return at > 0 && /^\p{L}{2}/u.test(text) && words[at]!.at.x0 - words[at - 1]!.at.x1 < 0.6 * em
  })
}

/** The sum of a section at the foot of a page does not end the table: the totals of the document are still to come. */
function totalsFollow(invoice: TradeText, page: TextPage, rows: readonly BodyRow[], row: BodyRow): boolean {
  return (
    page === invoice.text.pages.at(-1) || rows.some((r) => r.at.y0 > row.at.y1 && isTotalsRow(invoice, r.lines) && !CARRIED.test(textOf(r)))
  )
}

/** A subtotal between groups: another numbered or priced item stands below it, before any other totals. */
function itemsFollow(invoice: TradeText, rows: readonly BodyRow[], row: BodyRow, bands: readonly Band<Column>[]): boolean {
  for (const next of rows.filter((r) => r.at.y0 > row.at.y0 && r.at.y0 - row.at.y0 < 14 * row.lines[0]!.em)) {
    if (isTotalsRow(invoice, next.lines)) return false
    if (isAnchor(next, bands, invoice) && oneFigure(bands)) return true
    if (isAnchor(next, bands, invoice) && strong(next, bands))
      return /\p{L}{2}/u.test(nameText(next, bands)) || position(next, bands) !== ''
  }
  return false
}

function isSubtotalAhead(invoice: TradeText, used: readonly BodyRow[]): boolean {
  const last = used.at(-1)
  return last !== undefined && isTotalsRow(invoice, last.lines)
}
