import type { Field, Fields } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { Reading } from '../reading.ts'
import { legibility } from './legibility.ts'

/** What is known about a document when its values are judged. */
export interface Judgeable {
  readonly fields: Fields
  /** Findings that nobody has set aside. */
  readonly findings: readonly Finding[]
  readonly reading: Reading
  /** Of the type, 0..1. */
  readonly typeConfidence: number
}

/** Order and meaning of the numbers in `fieldSignals`. A model was fitted for exactly these names. */
export const FIELD_SIGNALS = [
  'ocr',
  'derived',
  'code',
  'doubtful least word',
  'doubtful average word',
  'own score',
  'another reader agrees',
  'best rival',
  'rules passed',
  'rounding',
  'rule failed',
  'nothing to point at',
  'error on the document',
  'warning on the document',
] as const

/**
 * Signals of one value, each about 0..1. Nothing of the value itself enters: a supplier cannot be learned by heart. Rules confirm and extractors score
 * what is printed, so a calculated value has the weakest signals of the values it comes from.
 */
export function fieldSignals(
  field: Field,
  { fields, findings, reading }: Pick<Judgeable, 'fields' | 'findings' | 'reading'>,
): readonly number[] {
  const read = legibility(field.evidence, reading)
  const sources = field.derivedFrom?.flatMap((path) => fields[path] ?? []) ?? []
  const printed = sources.length > 0 ? sources : [field]
  const outcomes = printed.map(({ checks }) => checks.map(({ outcome }) => outcome))
  return [
    flag(field.source === 'ocr'),
    flag(field.source === 'rule'),
    flag(field.source === 'qr'),
    1 - (read?.lowest ?? 1),
    1 - (read?.mean ?? 1),
    Math.min(...printed.map(({ score }) => score ?? 0.7)),
    flag(printed.every(({ candidates, value }) => candidates.some((other) => other.value === value))),
    Math.max(0, ...printed.flatMap(({ candidates, value }) => candidates.flatMap((other) => (other.value === value ? [] : other.score)))),
    Math.min(3, ...outcomes.map((own) => own.filter((outcome) => outcome === 'passed').length)) / 3,
    flag(outcomes.some((own) => own.includes('rounding'))),
    flag(outcomes.some((own) => own.includes('failed'))),
    flag(field.evidence.length === 0),
    flag(findings.some(({ severity }) => severity === 'error')),
    flag(findings.some(({ severity }) => severity === 'warning')),
  ]
}

export const DOCUMENT_SIGNALS = [
  'log odds of the least sure value',
  'log of all values being right',
  'error',
  'warning',
  'rules passed',
  'lines confirmed',
  'no lines',
  'pages read by OCR',
  'doubtful least word',
  'doubt about the type',
] as const

/** Signals of a whole document. `confidences` are those of the values that the promise is about and that are there, 0..1. */
export function documentSignals(
  { fields, findings, reading, typeConfidence }: Judgeable,
  promised: readonly string[],
  confidences: readonly number[],
): readonly number[] {
  const checks = Object.values(fields).flatMap((field) => field.checks)
  const lines = Object.entries(fields).filter(([path]) => /^lines\[\d+\]\.(?:net|gross)$/.test(path))
  const confirmed = lines.filter(([, field]) => field.checks.some(({ outcome }) => outcome !== 'failed'))
  const legible = promised.flatMap((path) => (fields[path] ? (legibility(fields[path].evidence, reading)?.lowest ?? []) : []))
  return [
    ...surenessSignals(confidences),
    flag(findings.some(({ severity }) => severity === 'error')),
    flag(findings.some(({ severity }) => severity === 'warning')),
    Math.log1p(new Set(checks.filter(({ outcome }) => outcome === 'passed').map(({ ruleId }) => ruleId)).size),
    lines.length === 0 ? 0 : confirmed.length / lines.length,
    flag(lines.length === 0),
    reading.pages.filter(({ source }) => source === 'ocr').length / Math.max(1, reading.pages.length),
    1 - Math.min(1, ...legible),
    1 - typeConfidence,
  ]
}

/** The first two document signals. */
export function surenessSignals(confidences: readonly number[]): readonly [number, number] {
  const sure = confidences.map((one) => Math.min(0.999, Math.max(0.001, one)))
  const lowest = Math.min(...sure, 0.999)
  return [Math.log(lowest / (1 - lowest)), sure.reduce((sum, one) => sum + Math.log(one), 0)]
}

function flag(is: boolean): number {
  return is ? 1 : 0
}
