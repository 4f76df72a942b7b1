import type { Evidence, Field, Fields, Source } from '../field.ts'
import { type Box, coverage } from '../geometry.ts'
import type { Reading } from '../reading.ts'

/**
 * How far a value of each source can be trusted before anything supports it. Chosen by hand, **not calibrated**: they order the reviewer's
 * attention and must not decide about approval.
 */
const PRIOR: Readonly<Record<Source, number>> = { human: 1, xml: 0.99, qr: 0.98, text: 0.75, ocr: 0.7, llm: 0.6, rule: 0.7 }
const AGREEMENT = 0.5 // share of the doubt that a second extractor with the same value takes away
const PASSED = 0.5 // share of the doubt that a passed rule takes away; after three the rest says nothing new
const RIVAL = 0.8 // another value of an extractor at least as trusted
const FAILED_AT_MOST = 0.3

/** Fields with their confidence 0..1; null stays null for absent values. */
export function withConfidence(fields: Fields, reading: Reading): Fields {
  const read = wordsRead(reading)
  const own = Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, { ...field, confidence: rate(field, read) }]))
  return Object.fromEntries(Object.entries(own).map(([path, field]) => [path, asSureAsItsSources(field, own)]))
}

/** A calculated value is as sure as the least sure value it comes from: what was read beside it is not a rival of the calculation. */
function asSureAsItsSources(field: Field, all: Fields): Field {
  if (field.value === null || !field.derivedFrom) return field
  const sources = field.derivedFrom.flatMap((path) => all[path]?.confidence ?? [])
  return sources.length === 0 ? field : { ...field, confidence: Math.min(...sources) }
}

export function confidenceOf(field: Field, reading: Reading): number | null {
  return rate(field, wordsRead(reading))
}

/** Confidence and place of the words that an engine read, by page: looked up for every field, and a long file has tens of thousands. */
type WordsRead = ReadonlyMap<number, readonly WordRead[]>
interface WordRead {
  readonly box: Box
  readonly confidence: number
}

function wordsRead({ pages }: Reading): WordsRead {
  return new Map(
    pages.map(({ index, lines }) => [
      index,
      lines.flatMap(({ words }) =>
        words.flatMap(({ box, confidence }): readonly WordRead[] => (confidence === null ? [] : [{ box, confidence }])),
      ),
    ]),
  )
}

function rate(field: Field, read: WordsRead): number | null {
  if (field.value === null || field.source === null) return null
  if (field.source === 'human') return 1
  // Evidence or nothing: a value nobody can point at is not believed.
  if (field.evidence.length === 0) return 0
  let trust = PRIOR[field.source] * (legibility(field.evidence, read) ?? 1)
  const structured = field.source === 'xml' || field.source === 'qr'
  if (field.candidates.some((other) => other.value === field.value)) trust = 1 - (1 - trust) * (1 - AGREEMENT)
  else if (!structured && field.candidates.some((other) => other.value !== field.value && other.score >= 0.5)) trust *= RIVAL
  const confirming = field.checks.filter((check) => check.outcome !== 'failed').length
  trust = 1 - (1 - trust) * (1 - PASSED) ** Math.min(confirming, 3)
  if (field.checks.some((check) => check.outcome === 'failed')) trust = Math.min(trust, FAILED_AT_MOST)
  return Math.round(trust * 1000) / 1000
}

/** Lowest OCR confidence among the words of the evidence; null where the words carry none (text layer, structured data). */
function legibility(evidence: readonly Evidence[], read: WordsRead): number | null {
  const confidences = evidence.flatMap(({ page, box }) =>
    page === null || box === null ? [] : (read.get(page) ?? []).flatMap((word) => (coverage(word.box, box) > 0.5 ? [word.confidence] : [])),
  )
  return confidences.length === 0 ? null : Math.min(...confidences)
}
