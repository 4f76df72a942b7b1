import { candidate, type Span, textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { findIdentifiers, validInn } from '../../../core/identifiers/index.ts'
import { behind, captionsOf, type SlipRow } from './rows.ts'

/** Tax number, phone, slip number and the numbers of a Russian fiscal till. */
export function readNumbers(rows: readonly SlipRow[]): readonly Candidate[] {
  return [
    ...captioned(rows, 'taxId', 'merchant.taxId', TAX_ID, 0.85),
    ...innAnywhere(rows),
    ...captioned(rows, 'phone', 'merchant.phone', /\+?[\d(][\d\s()/.–-]{5,}\d/u, 0.8),
    ...captioned(rows, 'number', 'number', /(?<![\p{L}\d])[\p{L}\d]*\d[\p{L}\d/-]*/u, 0.75),
    ...captioned(rows, 'drive', 'fiscal.drive', /(?<!\d)\d{16}(?!\d)/u, 0.9),
    ...captioned(rows, 'fiscalDocument', 'fiscal.document', /(?<!\d)\d{1,10}(?!\d)/u, 0.85),
    ...captioned(rows, 'sign', 'fiscal.sign', /(?<!\d)\d{6,10}(?!\d)/u, 0.85),
    ...captioned(rows, 'register', 'fiscal.register', /(?<!\d)\d{16}(?!\d)/u, 0.85),
    ...captioned(rows, 'taxSystem', 'fiscal.taxSystem', /\p{L}[\p{L} +,%\d-]*/u, 0.75),
  ]
}

const TAX_ID = /(?:[A-Z]{2}\s?)?\d[\d\s/.-]{5,}\d|[A-Z]{2}\d{8,}/u

function captioned(
  rows: readonly SlipRow[],
  kind: Parameters<typeof captionsOf>[1],
  path: string,
  form: RegExp,
  score: number,
): readonly Candidate[] {
  const found = rows.flatMap((row) =>
    captionsOf(row, kind).flatMap((hit) => {
      const span = behind(row, hit)
      const match = span && form.exec(textOf(span))
      if (!span || !match || match.index > 4) return []
      const value: Span = { line: span.line, from: span.from + match.index, to: span.from + match.index + match[0].length }
      return [candidate(path, path === 'merchant.taxId' ? match[0].replace(/[\s./-]/g, '') : match[0].trim(), [value], score)]
    }),
  )
  return found.slice(0, 3).map((one, i) => (i === 0 ? one : { ...one, score: one.score * 0.7 }))
}

/** An ИНН by its check digits where the caption was lost in print: tills print it beside the name. */
function innAnywhere(rows: readonly SlipRow[]): readonly Candidate[] {
  return rows.flatMap((row) =>
    row.lines.flatMap((line) =>
      findIdentifiers(line.text)
        .filter(({ kind, value }) => kind === 'inn' && validInn(value) && /\p{Script=Cyrillic}/u.test(line.text))
        .map(({ value, start, end }) => candidate('merchant.taxId', value, [{ line, from: start, to: end }], 0.7)),
    ),
  )
}
