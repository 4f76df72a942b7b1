import type { Span } from '../../../../core/extraction/labels/index.ts'
import type { BodyRow, RowCell } from '../../../../core/extraction/tables/index.ts'
import { type ItemValue, spansOf } from './item-value.ts'
import type { PrintedItem } from './items.ts'

// "GTIN: …", "• Beschreibung: …": details of the item, not its name.
const DETAIL =
  /^[^\p{L}\d•]*(?:\p{L}[\p{L}.\s/-]{1,28}\s?:\s|•|gtin|ean\b|art\.?-?\s?(?:nr|no)|s\/n|serial|sku\b|ref\b|арт(?!\p{L})|артикул)/iu

// Details under a name are often printed smaller. OCR measures ink: letters below the line and a slanted page make a quarter of it.
const SMALL_PRINT = { text: 0.94, ocr: 0.7 } as const

/**
 * How far names run under one head, in page heights: `line` the widest line of text in their column, `name` the widest that stands beside figures.
 * `remarks`: lines that stand word for word under items of different names.
 */
export interface NameRoom {
  readonly line: number
  readonly name: number
  readonly remarks: ReadonlySet<string>
}

export function nameRoom(items: readonly PrintedItem[]): NameRoom {
  const at = nameColumn(items[0])
  if (at < 0) return { line: 0, name: 0, remarks: new Set() }
  const widest = (rows: readonly BodyRow[]) =>
    rows.reduce((most, row) => (runningOn(row, at) === row.cells[at] ? Math.max(most, widthOf(row.cells[at]!)) : most), 0)
  const anchors = items.reduce((most, { anchor }) => Math.max(most, widthOf(anchor.cells[at]!)), 0)
  return {
    line: Math.max(anchors, widest(items.flatMap((item) => [...item.above, ...item.below]))),
    name: anchors,
    remarks: repeated(items, at),
  }
}

function repeated(items: readonly PrintedItem[], at: number): ReadonlySet<string> {
  const names = new Map<string, Set<string>>()
  for (const item of items) {
    const [first, ...rest] = [...item.above, item.anchor, ...item.below].map((row) => row.cells[at]!.text).filter((text) => text !== '')
    for (const text of rest) names.set(text, (names.get(text) ?? new Set()).add(first!))
  }
  return new Set([...names].flatMap(([text, under]) => (under.size > 1 && /\p{L}{3}.*\s/u.test(text) ? [text] : [])))
}

function nameColumn(item: PrintedItem | undefined): number {
  return item?.bands.findLastIndex((b) => b.kind === 'name') ?? -1
}

/** The printed name, joined over wrapped lines, and the lines below it that say more about the item. `room`: see `nameRoom`. */
export function itemName(item: PrintedItem, room: NameRoom): { readonly name: ItemValue | null; readonly description: ItemValue | null } {
  const at = nameColumn(item)
  if (at < 0) return { name: null, description: null }
  const rows = [...item.above, item.anchor, ...item.below].filter((row) => row.cells[at]!.parts.length > 0)
  const name: RowCell[] = []
  const rest: RowCell[] = []
  for (const row of rows) {
    const cell = row === item.anchor ? row.cells[at]! : runningOn(row, at)
    const last = name.at(-1)
    // What is printed across the columns beside it is a remark: a name keeps to its own column.
    const across = cell !== row.cells[at]
    const joined =
      last === undefined || (rest.length === 0 && !across && (!DETAIL.test(cell.text) || /,$/.test(last.text)) && wrapped(last, cell, room))
    ;(joined ? name : rest).push(cell)
  }
  const remarks = item.remarks.filter((row) => row.cells[at]!.parts.length > 0).map((row) => runningOn(row, at))
  return { name: joinCells(name), description: joinCells([...rest, ...remarks]) }
}

// Line heights; wider blanks part columns. Where words stand inside a line that OCR found is an estimate.
const WORD_GAP = { text: 0.75, ocr: 1.5 } as const

/** The cell of a row of text with the words that its lines print on, beyond the column's border. */
function runningOn(row: BodyRow, at: number): RowCell {
  const cell = row.cells[at]!
  const parts = cell.parts.flatMap((part, i) => {
    if (cell.parts[i + 1]?.line === part.line) return [part]
    const more = part.line.words.slice(part.line.words.indexOf(part.word) + 1)
    const end = more.findIndex((word, n) => word.at.x0 - (more[n - 1] ?? part.word).at.x1 > WORD_GAP[part.line.source] * part.line.em)
    return [part, ...more.slice(0, end < 0 ? more.length : end).map((word) => ({ line: part.line, word }))]
  })
  return parts.length === cell.parts.length ? cell : { parts, text: parts.map((p) => p.word.word.text).join(' ') }
}

function widthOf(cell: RowCell): number {
  const first = cell.parts[0]
  const last = cell.parts.at(-1)
  return first && last ? last.word.at.x1 - first.word.at.x0 : 0
}

const APART = 0.7 // line heights; lines of one text are set closer

/** A line is a wrap of the one above when that one had no room for its first word, or plainly goes on. */
function wrapped(upper: RowCell, lower: RowCell, room: NameRoom): boolean {
  const last = upper.parts.at(-1)!
  const first = lower.parts[0]!
  if (room.remarks.has(lower.text)) return false
  // Rows of a table stand further apart than the lines of a cell.
  if (first.line.source === 'text' && first.line.at.y0 - last.line.at.y1 > APART * last.line.em) return false
  if (upper.text.endsWith(':') || first.line.em < SMALL_PRINT[first.line.source] * last.line.em) return false
  if (/[-–(,/&+]$/.test(upper.text)) return true
  const needed = first.word.at.x1 - first.word.at.x0 + 0.3 * last.line.em
  // "aus Deutschland" goes on from a line that is nearly full; under a short one it is a remark.
  if (/^[\p{Ll}(&+/-]/u.test(lower.text) && widthOf(upper) > 0.6 * room.name) return true
  return widthOf(upper) + needed > room.line
}

function joinCells(cells: readonly RowCell[]): ItemValue | null {
  if (cells.length === 0) return null
  const spans: readonly Span[] = cells.flatMap(spansOf)
  const text = cells.map((c) => c.text).reduce(goOn)
  const value = text.trim().replace(/[:;,]$/, '')
  return value === '' ? null : { value, spans }
}

/** A wrapped line: the hyphen of a broken word falls away, a slash stays without a blank («г/» «м²»). */
function goOn(all: string, next: string): string {
  if (/\p{Ll}-$/u.test(all) && /^\p{Ll}/u.test(next)) return all.slice(0, -1) + next
  return /\p{L}\/$/u.test(all) ? all + next : `${all} ${next}`
}
