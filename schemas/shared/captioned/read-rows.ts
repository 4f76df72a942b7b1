import { candidate, type DocumentText, type Span, type TextLine } from '../../../core/extraction/labels/index.ts'
import { type Band, type BodyRow, bodyRows, columnBands, findItemHeaders } from '../../../core/extraction/tables/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { FieldSpec } from '../../define.ts'
import type { Captions } from './captions.ts'
import { valueIn } from './value.ts'

/** Rows of the type's table and the lines they take; the head's lines are among them. */
export interface ReadRows {
  readonly candidates: readonly Candidate[]
  readonly lines: ReadonlySet<TextLine>
}

const TOTALS = /^\s*(?:итого|всего|в том числе|без налога|total|sub-?total|summe|gesamt|zwischensumme|mwst|vat|ндс)(?!\p{L})/iu
const SCORE = 0.75

/**
 * The rows under a head of two headings or more, up to the first sum. A row with a number in one of its number columns begins an item; a row of
 * words under it goes on with the item's text.
 */
export function readRows(text: DocumentText, captions: Captions, fields: readonly FieldSpec[]): ReadRows {
  const columns = fields.filter(({ path }) => path.startsWith('lines[].'))
  if (columns.length === 0) return { candidates: [], lines: new Set() }
  const candidates: Candidate[] = []
  const lines = new Set<TextLine>()
  let row = -1
  for (const page of text.pages)
    for (const head of findItemHeaders(page, { index: captions.columns, worded: () => null }, (kinds) => kinds.size >= 2).slice(0, 1)) {
      for (const line of head.lines) lines.add(line)
      const under = page.lines.filter((line) => line.at.y0 >= head.at.y1 - 0.3 * line.em)
      const bands = columnBands(head, under)
      for (const body of bodyRows(page, bands, (line) => under.includes(line))) {
        if (body.lines.some((line) => TOTALS.test(line.text))) break
        // The numbers of the columns under the head are no item.
        if (body.cells.every(({ text: cell }) => /^\(?\d{0,2}[а-я]?\)?$/u.test(cell.trim()))) continue
        const values = cellsOf(body, bands, columns, text)
        const numbers = values.filter(({ spec }) => spec.kind === 'money' || spec.kind === 'decimal')
        if (numbers.length === 0) {
          if (row < 0) continue
          for (const line of body.lines) lines.add(line)
          continueText(candidates, values, row)
          continue
        }
        row++
        for (const line of body.lines) lines.add(line)
        for (const { spec, value, spans } of values) candidates.push(candidate(spec.path.replace('[]', `[${row}]`), value, spans, SCORE))
      }
    }
  return { candidates, lines }
}

interface CellValue {
  readonly spec: FieldSpec
  readonly value: string
  readonly spans: readonly [Span, ...Span[]]
}

function cellsOf(
  body: BodyRow,
  bands: readonly Band<string>[],
  columns: readonly FieldSpec[],
  { locale }: DocumentText,
): readonly CellValue[] {
  return bands.flatMap((band, i) => {
    const spec = columns.find(({ path }) => path === band.kind)
    const cell = body.cells[i]
    if (!spec || !cell || cell.parts.length === 0) return []
    const spans = spansOf(cell.parts)
    const [first] = spans
    if (!first) return []
    const value = spec.kind === 'text' || spec.kind === 'name' ? cell.text.trim() : (valueIn(first, spec.kind, locale)?.value ?? null)
    return value === null || value === '' ? [] : [{ spec, value, spans: spans as [Span, ...Span[]] }]
  })
}

/** Words of a cell as one span per line. */
function spansOf(parts: BodyRow['cells'][number]['parts']): readonly Span[] {
  return [...Map.groupBy(parts, ({ line }) => line)].map(([line, own]) => ({
    line,
    from: Math.min(...own.map(({ word }) => word.from)),
    to: Math.max(...own.map(({ word }) => word.to)),
  }))
}

/** A wrapped name goes on in the row under it. */
function continueText(candidates: Candidate[], values: readonly CellValue[], row: number): void {
  for (const { spec, value, spans } of values) {
    if (spec.kind !== 'text' && spec.kind !== 'name') continue
    const path = spec.path.replace('[]', `[${row}]`)
    const at = candidates.findIndex((one) => one.path === path)
    const before = candidates[at]
    if (!before) continue
    const more = candidate(path, value, spans, SCORE)
    candidates[at] = {
      ...before,
      value: `${before.value} ${value}`,
      raw: `${before.raw} ${more.raw}`,
      evidence: [...before.evidence, ...more.evidence],
    }
  }
}
