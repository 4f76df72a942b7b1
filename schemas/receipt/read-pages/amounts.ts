import type { Span, TextLine } from '../../../core/extraction/labels/index.ts'

/** A sum on a slip: `value` is a decimal string with two places. `sure` false: its decimal mark was lost in reading. */
export interface Amount {
  readonly span: Span
  readonly value: string
  readonly sure: boolean
}

// Slips print two decimals; whatever stands before them once or in groups of three is a thousands mark. Tills put a sign, a star or a currency before it.
const AMOUNT =
  /(?<![\d\p{L}][.,:/-]?|\d\s)(?:[A-Z]{2,3}|[$€£₽*=≡#]|Rp|RM)?\s?([-−–~]?)\s?(?:RM|[$€£₽])?\s?(\d{1,3}(?:[ .,'’]\d{3})+|\d{1,7}|)\s?[.,]\s?(\d{2})(-?)(?![\d%]|[.,:/]\d|\s?(?:%|Uhr|h\b))/gu
const TORN = /^([-−–]?)(\d{1,4})\s(\d{2})$/

/** All sums of a line. Quantities with three decimals, percentages, dates and times are none. */
export function amountsIn(line: TextLine): readonly Amount[] {
  const found = [...line.text.matchAll(AMOUNT)].flatMap((match): readonly Amount[] => {
    const [all, before, whole, cents, after] = match as unknown as [string, string, string, string, string]
    const negative = before !== '' || after !== ''
    const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
    // «.50» behind a word is no sum; «-,01» is.
    if (whole === '' && !negative) return []
    const lead = all.length - all.trimStart().length
    return [
      {
        span: { line, from: match.index + lead, to: match.index + all.length },
        value: `${negative ? '-' : ''}${digits}.${cents}`,
        sure: true,
      },
    ]
  })
  const torn = found.length === 0 && line.source === 'ocr' ? TORN.exec(line.text.trim()) : null
  if (!torn) return found
  return [{ span: { line, from: 0, to: line.text.length }, value: `${torn[1] === '' ? '' : '-'}${torn[2]}.${torn[3]}`, sure: false }]
}
