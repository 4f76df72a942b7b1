import type { Corrections } from '../corrections.ts'
import type { Extraction } from '../extraction/extraction.ts'
import type { Candidate, Evidence, Field, Fields, Value } from '../field.ts'
import { isFieldPath } from './field-path.ts'

/** The machine's fields with everything a person has decided on top; what is no field path is left out. Checks and confidence are still empty. */
export function draftFields(extraction: Extraction, corrections: Corrections | null): Fields {
  const fields: Record<string, Field> = {}
  const whole = isWholeDocument(extraction)
  for (const [path, chosen] of Object.entries(extraction.chosen)) {
    const others = extraction.others[path] ?? []
    fields[path] = whole && readOffPage(chosen) ? { ...EMPTY, candidates: [chosen, ...others] } : machineField(chosen, others)
  }
  // What was considered and not chosen stays there for the reviewer to pick from.
  for (const [path, others] of Object.entries(extraction.others)) fields[path] ??= { ...EMPTY, candidates: others }
  if (!corrections) return fields
  if (corrections.lines) replaceLines(fields, corrections.lines, corrections.linePlaces ?? [])
  for (const [path, { value, evidence }] of Object.entries(corrections.fields))
    if (isFieldPath(path)) fields[path] = humanField(path, value, evidence, fields[path])
  return fields
}

/** E-invoice data with lines is the document itself: what it leaves out is not on the invoice, and a guess from the page must not fill it in. */
function isWholeDocument({ chosen }: Extraction): boolean {
  return Object.values(chosen).some(({ source, path }) => source === 'xml' && path.startsWith('lines['))
}

function readOffPage({ source }: Candidate): boolean {
  return source === 'text' || source === 'ocr' || source === 'llm'
}

const EMPTY: Field = { value: null, raw: null, source: null, confidence: null, evidence: [], checks: [], candidates: [] }

function machineField(chosen: Candidate, others: readonly Candidate[]): Field {
  return {
    value: chosen.value,
    raw: chosen.raw,
    source: chosen.source,
    extractor: chosen.extractor,
    confidence: null,
    score: chosen.score,
    evidence: chosen.evidence,
    checks: [],
    candidates: others.filter((other) => other !== chosen),
  }
}

/** A person's value; the machine's own reading stays among the candidates. Without a new place the old one is kept when the value is the same. */
function humanField(path: string, value: Value | null, evidence: readonly Evidence[], before: Field | undefined): Field {
  const kept = evidence.length > 0 ? evidence : before?.value === value ? before.evidence : []
  const replaced = before?.value != null && before.value !== value ? [asCandidate(path, before)] : []
  return {
    value,
    raw: before && before.value === value ? before.raw : null,
    source: 'human',
    confidence: null,
    evidence: value === null ? [] : kept,
    checks: [],
    candidates: [...replaced, ...(before?.candidates ?? [])].filter((candidate) => candidate.value !== value),
  }
}

function asCandidate(path: string, field: Field): Candidate {
  return {
    path,
    value: field.value!,
    raw: field.raw ?? '',
    source: field.source ?? 'text',
    extractor: 'before',
    score: 1,
    evidence: field.evidence,
  }
}

/** Lines are replaced as a whole: rows may have moved, so a cell that nobody pointed at finds its place on the page by key and value. */
function replaceLines(
  fields: Record<string, Field>,
  lines: readonly Readonly<Record<string, Value | null>>[],
  places: readonly Readonly<Record<string, readonly Evidence[]>>[],
): void {
  const machine: (readonly [string, number, Field])[] = []
  for (const [path, field] of Object.entries(fields)) {
    const cell = /^lines\[(\d+)\]\.(.+)$/.exec(path)
    if (!cell) continue
    machine.push([cell[2]!, Number(cell[1]), field])
    delete fields[path]
  }
  lines.forEach((line, i) => {
    for (const [key, value] of Object.entries(line)) {
      if (value === null || !isFieldPath(`lines[${i}].${key}`)) continue
      const same = machine.filter(([own, , field]) => own === key && field.value === value)
      const before = same.find(([, row]) => row === i) ?? same[0]
      fields[`lines[${i}].${key}`] = humanField(`lines[${i}].${key}`, value, places[i]?.[key] ?? [], before?.[2])
    }
  })
}
