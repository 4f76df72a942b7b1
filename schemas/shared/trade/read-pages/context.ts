import { type FoundAmount, findAmounts } from '../../../../core/candidates/index.ts'
import {
  type CaptionHit,
  type CaptionIndex,
  captionIndex,
  type DocumentText,
  documentText,
  findCaptions,
  pageOf,
  restOfLine,
  rightOf,
  type Span,
  type TextLine,
  type TextPage,
} from '../../../../core/extraction/labels/index.ts'
import type { Heading } from '../../../../core/memory/index.ts'
import type { Reading } from '../../../../core/reading.ts'
import { CAPTIONS, type Caption } from '../labels/index.ts'

export type Hit = CaptionHit<Caption>

/** The document with its captions found: what every part of the reader works on. */
export interface TradeText {
  readonly text: DocumentText
  readonly hits: readonly Hit[]
  /** Headings of columns that people have shown on earlier documents of the supplier. */
  readonly learned: readonly Heading[]
  hitsOn(line: TextLine): readonly Hit[]
  hitsOf(...kinds: readonly Caption[]): readonly Hit[]
  page(line: TextLine): TextPage
  amounts(line: TextLine): readonly FoundAmount[]
}

/** The captions of one kind of paper, ready for looking up. */
export type TradeCaptions = CaptionIndex<Caption>

const INVOICE: TradeCaptions = captionIndex(CAPTIONS)

const seen = new WeakMap<TradeCaptions, WeakMap<Reading, TradeText>>()

/** Looked at once per reading: rules and scorer start from the same captions. Without captions of its own a paper is read as an invoice. */
export function tradeText(reading: Reading, captions: TradeCaptions = INVOICE, learned: readonly Heading[] = []): TradeText {
  const own = seen.get(captions) ?? new WeakMap<Reading, TradeText>()
  seen.set(captions, own)
  const known = own.get(reading) ?? lookAt(reading, captions)
  own.set(reading, known)
  return learned.length === 0 ? known : { ...known, learned }
}

function lookAt(reading: Reading, captions: TradeCaptions): TradeText {
  const text = documentText(reading)
  const hits = findCaptions(text, captions).filter((hit) => !wordInText(hit))
  const byLine = new Map<TextLine, Hit[]>()
  for (const hit of hits) byLine.set(hit.line, [...(byLine.get(hit.line) ?? []), hit])
  const found = new Map<TextLine, readonly FoundAmount[]>()
  return {
    text,
    hits,
    learned: [],
    hitsOn: (line) => byLine.get(line) ?? [],
    hitsOf: (...kinds) => hits.filter((hit) => kinds.includes(hit.kind)),
    page: (line) => pageOf({ line, from: 0, to: 0 }, text.pages),
    amounts: (line) => {
      const known = found.get(line) ?? findAmounts(line.text, text.locale)
      found.set(line, known)
      return known
    },
  }
}

const PREPOSITION = 4 // letters; "To", "An", "À", "Von" are captions only at the beginning of a line that says no more

/** "An" in "An der Musterstraße", "de" in "Banque de Exemple": the same letters as a caption over a party, but a word of the text. */
function wordInText({ line, from, to, kind }: Hit): boolean {
  if ((kind !== 'buyer' && kind !== 'seller') || to - from > PREPOSITION || /\p{Script=Cyrillic}/u.test(line.text.slice(from, to)))
    return false
  return from > 0 || !/^\s*(?:$|[:–—-])/u.test(line.text.slice(to))
}

/** Where a value stands to its caption. */
export interface ValuePlace {
  readonly span: Span
  readonly relation: 'same line' | 'right' | 'below' | 'above'
}

/** The text right of a caption: the rest of its line, else the next line on the row; both end at the next caption. */
export function valuesRight(invoice: TradeText, hit: Hit): readonly ValuePlace[] {
  const next = invoice.hitsOn(hit.line).find((h) => h.from >= hit.to && h.kind !== hit.kind)
  const rest = restOfLine(hit, next?.from ?? hit.line.text.length)
  const places: ValuePlace[] = rest ? [{ span: rest, relation: 'same line' }] : []
  if (next) return places
  for (const line of rightOf(hit.line.at, invoice.page(hit.line))) {
    if (line === hit.line) continue
    // «Банк:» and, right of it, «ПАО «Банк Пример»»: the same word inside the value is no caption.
    const first = invoice.hitsOn(line).find((h) => h.kind !== hit.kind || h.from === 0)
    const to = first ? first.from : line.text.length
    if (to > 0) places.push({ span: { line, from: 0, to }, relation: 'right' })
    if (first) break
  }
  return places
}

export { candidate, ranked } from '../../../../core/extraction/labels/index.ts'
