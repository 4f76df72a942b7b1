import { below, rightOf, type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { amountFromWords } from '../../../../core/words/index.ts'
import { candidate, type TradeText, valuesRight } from './context.ts'

const COUNT = /всего наименований[\s:]*(\d+)(?:[\s,]*на сумму[\s:]*[\d\s.,]+\d(?:\s?(?:руб\.?|[A-Z]{3}|₽|€))?)?/iu

/** The amount in words and the count of items: two statements of the issuer that the figures are held against. */
export function readWords(invoice: TradeText): readonly Candidate[] {
  return [...amountInWords(invoice), ...lineCount(invoice)]
}

/** Behind its caption, or a line of its own that is nothing but an amount in words; it may go on on the next line. */
function amountInWords(invoice: TradeText): readonly Candidate[] {
  const captioned = invoice.hitsOf('inWords').flatMap((hit) => valuesRight(invoice, hit).map(({ span }) => span))
  const loose = invoice.text.lines
    .filter((line) => /(?:руб|тенге|евро|доллар|euro|dollar|pound|franken)\p{L}*\.?/iu.test(line.text) && line.words.length >= 3)
    .flatMap(spellings)
  for (const [i, first] of [...captioned, ...loose].entries()) {
    const more = continued(invoice, first)
    for (const spans of more ? [[first], [first, more]] : [[first]]) {
      const words = spans.map(textOf).join(' ').trim()
      // Words, not a figure with its currency.
      if (/^[^\p{L}]*\d/u.test(words) || !amountFromWords(words.replace(/[.\s]+$/u, ''))) continue
      // The full stop of the sentence is none of the amount; that of «коп.» is.
      return [candidate('totals.inWords', words.replace(/(?<=\p{L}{5})\.$/u, ''), spans, i < captioned.length ? 0.9 : 0.75)]
    }
  }
  return []
}

/** The whole line, what follows a colon («К оплате: Двадцать тысяч рублей»), what stands in brackets («10 000,00 (Десять тысяч) руб.»). */
function spellings(line: Span['line']): readonly Span[] {
  const { text } = line
  const colon = text.lastIndexOf(':') + 1
  const bracket = /\((\p{Lu}[^()]{8,})\)/u.exec(text)
  const behind: readonly Span[] =
    colon > 0 ? [{ line, from: colon + (text.length - colon - text.slice(colon).trimStart().length), to: text.length }] : []
  const inside: readonly Span[] = bracket ? [{ line, from: bracket.index + 1, to: bracket.index + 1 + bracket[1]!.length }] : []
  return [{ line, from: 0, to: text.length }, ...behind, ...inside]
}

function continued(invoice: TradeText, { line }: Span): Span | null {
  const page = invoice.page(line)
  const next = below(line.at, page, 1.2).find((l) => l !== line && !rightOf(line.at, page).includes(l))
  return next ? { line: next, from: 0, to: next.text.length } : null
}

function lineCount(invoice: TradeText): readonly Candidate[] {
  return invoice.text.lines.flatMap((line) => {
    const found = COUNT.exec(line.text)
    return found ? [candidate('totals.lineCount', found[0], [{ line, from: found.index, to: found.index + found[0].length }], 0.9)] : []
  })
}
