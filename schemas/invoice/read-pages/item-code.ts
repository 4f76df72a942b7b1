import { textIn } from './item-cells.ts'
import { type ItemValue, spansOf } from './item-value.ts'
import type { PrintedItem } from './items.ts'

const ARTICLE =
  /(?:(?:art(?:ikel)?\.?\s?-?\s?(?:nr|no|nummer|code)\.?(?:\s?-?\s?lief(?:erant)?\.?(?:en)?)?|sku|item (?:no|code|number)\.?|product code|réf(?:érence)?\.?|артикул|арт\.|artikelcode)\s*[:№#]\s*|(?<!\p{L})арт\.\s+(?=[\p{L}\d./_-]{4}))([\p{L}\d][\p{L}\d./_-]*\d[\p{L}\d./_-]*|\d+)/iu

/** "Art.-Nr.: 4711" among the item's lines of text, in whatever column. */
export function captionedArticle(item: PrintedItem): ItemValue | null {
  const rows = [...item.above, item.anchor, ...item.below]
  for (let column = 0; column < item.bands.length; column++) {
    const parts = rows.flatMap((row) => row.cells[column]!.parts)
    const found = ARTICLE.exec(parts.map((p) => p.word.word.text).join(' '))
    const part = found && parts.find((p) => p.word.word.text.includes(found[1]!))
    if (found && part) return { value: found[1]!, spans: [{ line: part.line, from: part.word.from, to: part.word.to }] }
  }
  return null
}

/** An item number; one broken after its hyphen goes on in the next row («A617-» «297»). */
export function codeIn(item: PrintedItem, at: number | undefined): ItemValue | null {
  const first = textIn(at === undefined ? null : item.anchor.cells[at]!)
  const more = at === undefined ? undefined : item.below[0]?.cells[at]
  if (!first || !more || !/[-/_]$/.test(first.value) || !/^[\p{L}\d][\p{L}\d./_-]*$/u.test(more.text.trim())) return first
  return { value: first.value + more.text.trim(), spans: [...first.spans, ...spansOf(more)] }
}
