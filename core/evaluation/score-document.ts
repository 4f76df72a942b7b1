import { leaves, valueAt } from '../paths.ts'
import type { Reading } from '../reading.ts'
import type { Result } from '../result.ts'
import { agrees, listAgreement } from './compare.ts'
import { addReadErrors, type ReadError, readError } from './read-error.ts'
import { type LineDifference, type LineScore, lineDifferences, scoreLines } from './score-lines.ts'
import type { Truth } from './truth.ts'

export interface FieldScore {
  readonly field: string
  readonly correct: boolean
  readonly expected: string | null
  readonly actual: string | null
  /** Confidence of the answering field, null when there is none. */
  readonly confidence: number | null
  /** Of a list of names: how much of it agrees, 0..1; absent for single values. */
  readonly share?: number
  /** The answering path is one that a certificate is about. */
  readonly promised: boolean
}

export interface DocumentScore {
  readonly id: string
  readonly kind: string
  readonly documentClass: string
  readonly type: string
  readonly route: 'auto' | 'review'
  /** The document's score for acceptance, and whether nothing but the lack of a certificate stands against it; null in old results. */
  readonly acceptance: { readonly score: number; readonly eligible: boolean } | null
  /** A promised value is wrong. */
  readonly wrong: boolean
  readonly fields: readonly FieldScore[]
  readonly lines: LineScore | null
  readonly lineErrors: readonly LineDifference[]
  /** Yes/no questions of the truth with the answers; absent where the truth asks none. */
  readonly flags?: readonly FlagScore[]
  readonly reading: ReadError | null
  readonly seconds: number
  readonly pages: number
}

export interface FlagScore {
  readonly name: string
  readonly expected: boolean
  readonly actual: boolean
}

export interface TypeTruth {
  readonly truth: Readonly<Record<string, readonly string[]>>
  readonly truthLines: Readonly<Record<string, readonly string[]>>
  readonly truthFlags?: Readonly<Record<string, string>>
  readonly promised: readonly string[]
}

/** One document against its truth. `type` null: no registered type answers for this class, only its routing is judged. */
export function scoreDocument(
  truth: Truth,
  type: TypeTruth | null,
  { result, reading }: { readonly result: Result; readonly reading: Reading },
  seconds: number,
): DocumentScore {
  const fields = type ? fieldScores(truth, type, result) : []
  const rows = (result.data.lines ?? []) as readonly Record<string, unknown>[]
  const complete = truth.line_items_complete !== false
  return {
    id: truth.id,
    kind: truth.kind,
    documentClass: truth.document_class,
    type: result.type,
    route: result.route,
    acceptance: result.acceptance ? { score: result.acceptance.score, eligible: result.acceptance.eligible } : null,
    wrong: fields.some(({ promised, correct, actual }) => promised && !correct && actual !== null),
    fields,
    lines: type && truth.line_items ? scoreLines(truth.line_items, rows, type.truthLines, complete) : null,
    lineErrors: type && truth.line_items ? lineDifferences(truth.line_items, rows, type.truthLines, complete) : [],
    ...(type?.truthFlags && truth.clauses && { flags: flagScores(truth.clauses, type.truthFlags, result) }),
    reading: truth.ocr ? readingScore(truth, reading) : null,
    seconds,
    pages: Math.max(1, result.pages.length),
  }
}

function fieldScores(truth: Truth, { truth: paths, promised }: TypeTruth, result: Result): readonly FieldScore[] {
  return Object.entries(truth.fields).flatMap(([field, expected]) => {
    const candidates = paths[field]
    // A value that is not printed cannot be read from the page; structured data is judged on it all the same.
    const structured = result.fields[candidates?.[0] ?? '']?.source === 'xml'
    if (!candidates || (expected.visible === false && !structured)) return []
    if (Array.isArray(expected.value)) return [listScore(field, expected.value, candidates[0] ?? '', result)]
    const answers = candidates.map((path) => textAt(result.data, path)).filter((value) => value !== null)
    const correct = answersTruth(expected, answers)
    const path = candidates.find((p) => textAt(result.data, p) !== null)
    const isPromised = path !== undefined && promised.includes(path)
    return [
      {
        field,
        correct,
        expected: expected.value === null ? null : String(expected.value),
        actual: answers.join(' | ') || null,
        confidence: result.fields[path ?? '']?.confidence ?? null,
        promised: isPromised,
      },
    ]
  })
}

/** «Not perpetual» is answered by false and by nothing. */
function answersTruth(expected: Truth['fields'][string], answers: readonly string[]): boolean {
  if (expected.value === null) return answers.length === 0
  if (expected.type === 'bool') return (answers[0] === 'true') === expected.value
  return answers.some((value) => agrees(expected, value))
}

/** `path` is that of one column of a list: `parties[].name`. */
function listScore(field: string, expected: readonly string[], path: string, result: Result): FieldScore {
  const [list = '', column = ''] = path.split('[].')
  const rows = valueAt(result.data, list)
  const given = Array.isArray(rows) ? rows.flatMap((row) => textAt(row, column) ?? []) : []
  const share = listAgreement(expected, given)
  return {
    field,
    correct: share === 1,
    share,
    expected: expected.join(' | '),
    actual: given.join(' | ') || null,
    confidence: result.fields[`${list}[0].${column}`]?.confidence ?? null,
    promised: false,
  }
}

function flagScores(
  truth: Readonly<Record<string, boolean>>,
  paths: Readonly<Record<string, string>>,
  result: Result,
): readonly FlagScore[] {
  return Object.entries(truth).flatMap(([name, expected]) => {
    const path = paths[name]
    return path === undefined ? [] : [{ name, expected, actual: valueAt(result.data, path) === true }]
  })
}

/** The value at a path; the leaves of a group (an address) joined. */
function textAt(data: unknown, path: string): string | null {
  const value = valueAt(data, path)
  const texts = leaves(value).map(([, leaf]) => String(leaf))
  return texts.length === 0 ? null : texts.join(', ')
}

function readingScore(truth: Truth, reading: Reading): DocumentScore['reading'] {
  const texts = (lines: readonly { readonly text: string }[] = []) => lines.map(({ text }) => text)
  const pages = truth.ocr?.pages ?? []
  return addReadErrors(pages.map((page, i) => readError(texts(page.lines), texts(reading.pages[i]?.lines))))
}
