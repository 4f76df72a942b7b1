import type { Span, TextLine, TextPage } from '../../../core/extraction/labels/index.ts'
import { textRows } from '../../../core/extraction/tables/index.ts'
import type { TradeText } from '../../shared/trade/read-pages/context.ts'

export type FormRole = 'consignor' | 'consignee' | 'seller' | 'buyer' | 'basis'

/** What is printed in one cell of the head of ТОРГ-12. */
export interface FormCell {
  readonly role: FormRole
  /** In reading order, without the caption and the codes on the right. */
  readonly value: readonly Span[]
  /** Digits behind «по ОКПО» on the right of the cell. */
  readonly okpo: Span | null
}

/** The small print under every cell says what belongs into it, and so where the cell ends. */
const PARTY_HINT = /^\(?\s*(?:организация|грузоотправитель).{0,25}адрес|адрес,?\s+телефон.{0,8}факс/iu
const OTHER_HINT = /^\(?\s*(?:структурное\s+подразделение|адрес\s+доставки|договор,?\s+заказ)[\p{L}\s-]{0,12}\)?\s*$/iu
const CAPTIONS: readonly (readonly [FormRole, RegExp])[] = [
  ['consignee', /^грузополучатель(?!\p{L})[\s:]*/iu],
  ['consignor', /^грузоотправитель(?!\p{L})[\s:]*/iu],
  ['seller', /^поставщик(?!\p{L})[\s:]*/iu],
  ['buyer', /^плательщик(?!\p{L})[\s:]*/iu],
  ['basis', /^основание(?!\p{L})[\s:]*/iu],
]
/** Captions of the column of codes on the right: what follows them on their row is no text of the cell. */
const CODES = /(?:^|\s)(?:по\s+ОКПО|форма\s+по\s+ОКУД|вид\s+деятельности|вид\s+операции|номер|дата)(?!\p{L}).*$/iu
const OKPO = /по\s+ОКПО[\s:]*(\d{8}(?:\d{2})?)?(?!\d)/iu
const FIRST_CELL = 5 // line heights that the cell without a caption, at the top, may take

/** The cells of the head, from top to bottom; none where the page is not set by the form. */
export function formCells(paper: TradeText): readonly FormCell[] {
  const page = paper.text.pages.find(({ lines }) => lines.filter(isPartyHint).length >= 2)
  if (!page) return []
  const hints = textRows(page)
    .flatMap((row) => row.filter((line) => isPartyHint(line) || OTHER_HINT.test(line.text.trim())))
    .sort((a, b) => a.at.y0 - b.at.y0)
  return hints.flatMap((hint, i): readonly FormCell[] => {
    const top = hints[i - 1] ? middle(hints[i - 1]!) : hint.at.y0 - FIRST_CELL * hint.em
    const inside = page.lines.filter((line) => line !== hint && middle(line) > top + 0.3 * hint.em && middle(line) < middle(hint))
    const cell = cellOf(page, inside, isPartyHint(hint) && i === 0)
    return cell ? [cell] : []
  })
}

function cellOf(page: TextPage, inside: readonly TextLine[], first: boolean): FormCell | null {
  const rows = textRows(page, (line) => inside.includes(line))
  const named = inside.flatMap((line) =>
    CAPTIONS.flatMap(([role, caption]) => (caption.test(line.text) ? [{ line, role, caption }] : [])),
  )[0]
  const role = named?.role ?? (first ? 'consignor' : null)
  if (role === null) return null
  const value = rows.flatMap((row) => {
    const codes = row.find((line) => CODES.test(line.text) && line.at.x0 > 0.5 * page.aspect)
    return row.flatMap((line): readonly Span[] => {
      if (codes && line.at.x0 >= codes.at.x0) return []
      const from = line === named?.line ? (named.caption.exec(line.text)?.[0].length ?? 0) : 0
      const to = CODES.exec(line.text)?.index ?? line.text.length
      // The column of codes alone on its row.
      if (line.at.x0 > 0.75 * page.aspect && /^[\d\s.]+$/.test(line.text)) return []
      return /[\p{L}\d]/u.test(line.text.slice(from, to)) ? [{ line, from, to }] : []
    })
  })
  return { role, value, okpo: okpoOf(rows) }
}

function okpoOf(rows: readonly (readonly TextLine[])[]): Span | null {
  for (const row of rows)
    for (const [i, line] of row.entries()) {
      const found = OKPO.exec(line.text)
      if (!found) continue
      if (found[1]) {
        const from = found.index + found[0].lastIndexOf(found[1])
        return { line, from, to: from + found[1].length }
      }
      const next = row[i + 1]
      if (next && /^\d{8}(?:\d{2})?$/.test(next.text.trim())) return { line: next, from: 0, to: next.text.length }
    }
  return null
}

function isPartyHint({ text }: TextLine): boolean {
  return PARTY_HINT.test(text.trim()) && !/\d{4}/.test(text)
}

function middle({ at }: TextLine): number {
  return (at.y0 + at.y1) / 2
}
