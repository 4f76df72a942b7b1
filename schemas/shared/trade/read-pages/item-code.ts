import { textIn } from './item-cells.ts'
import { type ItemValue, spansOf } from './item-value.ts'
import type { PrintedItem } from './items.ts'

const ARTICLE =
  /(?:(?:art(?:ikel)?\.?\s?-?\s?(?:nr|no|nummer|code)\.?(?:\s?-?\s?lief(?:erant)?\.?(?:en)?)?|sku|item (?:no|code|number)\.?|product code|réf(?:érence)?\.?|артикул|арт\.|artikelcode)\s*[:№#]\s*|(?<!\p{L})арт\.\s+(?=[\p{L}\d./_-]{4}))([\p{L}\d][\p{L}\d./_-]*\d[\p{L}\d./_-]*|\d+)/iu

/** "Art.-Nr.: 4711" among the item's lines of text, in whatever column. */
export function captionedArticle(item: PrintedItem): ItemValue | null {
  const rows = [...item.above, item.anchor, ...item.below, ...item.remarks]
  for (let column = 0; column < item.bands.length; column++) {
    const parts = rows.flatMap((row) => row.cells[column]!.parts)
    const found = ARTICLE.exec(parts.map((p) => p.word.word.text).join(' '))
    const part = found && parts.find((p) => p.word.word.text.includes(found[1]!))
    if (found && part) return { value: found[1]!, spans: [{ line: part.line, from: part.word.from, to: part.word.to }] }
  }
  return null
}

/**
 * An item number; one broken after its hyphen goes on in the next row that has text in its column («A617-» «297»), wherever the figures stand. So does
 * one broken inside a word («PRODUC» «T_1»): letters alone are no number, and what stands under them has one.
 */
export function codeIn(item: PrintedItem, at: number | undefined): ItemValue | null {
  if (at === undefined) return null
  const cells = [...item.above, item.anchor, ...item.below].map((row) => row.cells[at]!).filter((cell) => cell.parts.length > 0)
  const i = cells.findIndex((cell, n) => goesOn(cell.text.trim(), cells[n + 1]?.text.trim() ?? ''))
  if (i < 0) return textIn(item.anchor.cells[at]!)
  const [first, more] = [cells[i]!, cells[i + 1]!]
  return { value: first.text.trim() + more.text.trim(), spans: [...spansOf(first), ...spansOf(more)] }
}

function goesOn(upper: string, lower: string): boolean {
  return (BROKEN.test(upper) && REST.test(lower)) || (LETTERS.test(upper) && lower.length <= upper.length && NUMBERED_REST.test(lower))
}

const LETTERS = /^\p{Lu}{4,}$/u
const NUMBERED_REST = /^(?=.*\d)(?=.*[\p{Lu}_])[\p{Lu}\d./_-]+$/u
const BROKEN = /^[\p{L}\d][\p{L}\d./_-]*[-/_]$/u
const REST = /^[\p{L}\d][\p{L}\d./_-]*$/u
