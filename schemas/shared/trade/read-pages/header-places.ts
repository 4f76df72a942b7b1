import { below, rightOf, type Span } from '../../../../core/extraction/labels/index.ts'
import { valueOver } from './caption-under.ts'
import { type Hit, type TradeText, type ValuePlace, valuesRight } from './context.ts'

/** How sure a place makes a value: best behind its caption. */
export const RELATION: Readonly<Record<ValuePlace['relation'], number>> = { 'same line': 1, right: 0.95, below: 0.8, above: 0.75 }

/** What may stand between a number and its date. */
export const DATE_WORD =
  /^[\s,;:.-]*(?:vom|von|v\.|from|of|dated|du|от|van|del|dal|z dnia|issued (?:at|on)|date[ds]?|am|den|en date du|le|d\.d\.)?[\s,;:.-]*$/iu

/** Where the value of a caption in the head may stand. `reach` in line heights. */
export function placesOf(invoice: TradeText, hit: Hit, reach: number): readonly ValuePlace[] {
  const right = valuesRight(invoice, hit).slice(0, 3)
  const under = below(placeOfHit(hit), invoice.page(hit.line), reach)
    .filter((line) => line !== hit.line)
    .slice(0, 2)
    .map((line): ValuePlace => ({ span: { line, from: 0, to: invoice.hitsOn(line)[0]?.from ?? line.text.length }, relation: 'below' }))
    .filter((place) => place.span.to > 0)
  const over = right.length === 0 ? valueOver(invoice, hit) : null
  return [...right, ...under, ...(over ? [{ span: over, relation: 'above' } as const] : [])]
}

function placeOfHit(hit: Hit) {
  const words = hit.line.words.filter((w) => w.from < hit.to && w.to > hit.from)
  const first = words[0]?.at ?? hit.line.at
  const last = words.at(-1)?.at ?? hit.line.at
  return { x0: first.x0, x1: last.x1, y0: Math.min(first.y0, last.y0), y1: Math.max(first.y1, last.y1) }
}

/** What follows a title, on its line or, printed with a wide gap, right of it. `sign`: a number sign introduces it. */
export function behindTitle(invoice: TradeText, hit: Hit): { readonly span: Span; readonly sign: boolean } {
  const { text } = hit.line
  const code = /^\s*\(\d{3}\)/.exec(text.slice(hit.to))?.[0].length ?? 0
  const rest = text.slice(hit.to + code)
  const sign = /^[\s:.-]*(?:№|#|n[°or]\.?|no\b|num)/iu.exec(rest)
  if (/\d/.test(rest) || (rest.trim() !== '' && !sign))
    return { span: { line: hit.line, from: hit.to + code, to: text.length }, sign: sign !== null }
  const under = rest.trim() === '' ? numberUnder(invoice, hit) : null
  if (under) return { span: under, sign: true }
  const right = rightOf(hit.line.at, invoice.page(hit.line)).find((line) => line !== hit.line)
  const near =
    right && right.at.x0 - hit.line.at.x1 < 12 * hit.line.em && (sign !== null || Math.abs(right.em - hit.line.em) < 0.4 * hit.line.em)
  return {
    span: near ? { line: right, from: 0, to: right.text.length } : { line: hit.line, from: text.length, to: text.length },
    sign: sign !== null,
  }
}

/** "Schlussrechnung" and under it "Nr.   SR-2025-0815". */
function numberUnder(invoice: TradeText, hit: Hit): Span | null {
  const page = invoice.page(hit.line)
  const line = below(hit.line.at, page, 2.5).find(
    (l) => l !== hit.line && /^(?:nr|no|n[°o]|№|number|nummer|numéro)[.:\s]*(?:\S*\d\S*)?$/iu.test(l.text),
  )
  if (!line) return null
  if (/\d/.test(line.text)) return { line, from: /[.:\s]/.exec(line.text)?.index ?? 0, to: line.text.length }
  const right = rightOf(line.at, page).find((l) => l !== line)
  return right ? { line: right, from: 0, to: right.text.length } : null
}
