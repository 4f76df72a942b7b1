import type { Corrections } from '../../core/corrections.ts'
import type { Candidate, Evidence, Field, Source, Value, ValueKind } from '../../core/field.ts'
import type { Finding } from '../../core/finding.ts'
import { specPath } from '../../core/paths.ts'
import type { Result } from '../../core/result.ts'
import type { DocumentType, FieldSpec } from '../../schemas/define.ts'
import type { Language } from '../language.ts'
import { type FieldEntry, fieldHistory } from './field-history.ts'
import { present } from './present.ts'

/** `attention`: a rule or the confidence asks for a person; `missing`: it should be there; `human`, `machine`: who confirmed it; `read`: nobody did; `absent`: not on the document. */
export type FieldState = 'attention' | 'missing' | 'human' | 'machine' | 'read' | 'absent'

export interface FieldView {
  readonly path: string
  readonly caption: string
  readonly group: string
  /** Place among all fields of the type. */
  readonly order: number
  readonly kind: ValueKind
  readonly state: FieldState
  readonly text: string
  /** What its codes mean; null where the field holds no codes, or ones that speak for themselves. */
  readonly words: ReadonlyMap<string, string> | null
  readonly raw: string | null
  readonly source: Source | null
  /** Read where a person had corrected the supplier's last document. */
  readonly corrected: boolean
  /** How it was found, in one word (`labels`, `model`, `llm` …); null where a person or a rule gave it. */
  readonly extractor: string | null
  /** Rules that agree with the value, and rules that do not. */
  readonly passed: readonly string[]
  readonly failed: readonly string[]
  /** Who gave it which value, oldest first. */
  readonly history: readonly FieldEntry[]
  readonly confidence: number | null
  readonly reasons: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly candidates: readonly { readonly text: string; readonly raw: string; readonly evidence: readonly Evidence[] }[]
}

export interface GroupView {
  readonly name: string
  readonly fields: readonly FieldView[]
}

/** A list in the data: `lines` may grow and shrink, other lists only have their cells corrected. */
export interface TableView {
  readonly name: string
  readonly growing: boolean
  readonly columns: readonly FieldSpec[]
  readonly rows: readonly (readonly FieldView[])[]
}

export interface FindingView extends Finding {
  readonly text: string
  readonly overridden: string | null
}

export interface DocumentView {
  readonly attention: readonly FieldView[]
  readonly groups: readonly GroupView[]
  readonly tables: readonly TableView[]
  readonly findings: readonly FindingView[]
  readonly blocking: number
  /** Fields and cells that ask for a person. */
  readonly open: number
}

const MOST_CANDIDATES = 6

/** What the review form shows: every field of the type with its state, those that need a person first. */
export function documentView(
  result: Result,
  type: Pick<DocumentType, 'fields'>,
  corrections: Corrections | null,
  language: Language,
  reviews: Parameters<typeof fieldHistory>[0] = [],
): DocumentView {
  const overridden = new Map(corrections?.overrides.map(({ ruleId, reason }) => [ruleId, reason]))
  const findings = result.findings.map(
    (f): FindingView => ({ ...f, text: f.message[language], overridden: overridden.get(f.ruleId) ?? null }),
  )
  const rank = new Map<string, { weight: number; texts: string[] }>()
  const point = (path: string, weight: number, text: string) => {
    const at = rank.get(path) ?? { weight, texts: [] }
    rank.set(path, { weight: Math.min(at.weight, weight), texts: at.texts.includes(text) ? at.texts : [...at.texts, text] })
  }
  for (const finding of findings) {
    if (finding.overridden !== null || finding.severity === 'info') continue
    for (const path of finding.fields) point(path, finding.severity === 'error' ? 0 : 3, finding.text)
  }
  for (const reason of result.reasons) if (reason.field !== undefined) point(reason.field, 1, reason.message[language])

  const view = (path: string, spec: FieldSpec): FieldView => {
    const field = result.fields[path]
    const pointed = rank.get(path)
    return {
      path,
      caption: spec.caption[language],
      group: spec.group,
      order: type.fields.indexOf(spec),
      kind: spec.kind,
      state: stateOf(field, spec, pointed?.weight),
      text: present(field?.value ?? null, spec.kind, language),
      words: wordsOf(spec, language),
      raw: field?.raw ?? null,
      source: field?.source ?? null,
      corrected: field?.extractor === 'correction',
      extractor: field?.extractor ?? null,
      passed: rulesOf(field, false),
      failed: rulesOf(field, true),
      history: path.includes('[') ? [] : fieldHistory(reviews, path, spec.kind, language),
      confidence: field?.confidence ?? null,
      reasons: pointed?.texts ?? [],
      evidence: field?.evidence ?? [],
      candidates: candidatesOf(field, spec.kind, language),
    }
  }
  const single = type.fields.filter(({ path }) => !path.includes('[]')).map((spec) => ({ spec, field: view(spec.path, spec) }))
  const needs = ({ field }: { field: FieldView }) => field.state === 'attention' || field.state === 'missing'
  const attention = single.filter(needs).map(({ field }) => field)
  const weight = (field: FieldView) => rank.get(field.path)?.weight ?? 2
  const tables = tablesOf(result, type, view)
  const cells = tables.flatMap((t) => t.rows.flat()).filter((field) => needs({ field }))
  return {
    attention: attention.toSorted((a, b) => weight(a) - weight(b)),
    groups: groupsOf(single, (entry) => !needs(entry)),
    tables,
    findings,
    blocking: findings.filter((f) => f.severity === 'error' && f.overridden === null).length,
    open: attention.length + cells.length,
  }
}

export function wordsOf({ words }: FieldSpec, language: Language): FieldView['words'] {
  return words ? new Map(Object.entries(words).map(([code, text]) => [code, text[language]])) : null
}

function rulesOf(field: Field | undefined, failed: boolean): readonly string[] {
  const rules = field?.checks.filter(({ outcome }) => (outcome === 'failed') === failed).map(({ ruleId }) => ruleId)
  return [...new Set(rules)]
}

function stateOf(field: Field | undefined, spec: FieldSpec, weight: number | undefined): FieldState {
  const value = field?.value ?? null
  if (field?.source === 'human' && weight !== 0) return value === null ? 'absent' : 'human'
  if (weight !== undefined) return value === null ? 'missing' : 'attention'
  if (value === null) return spec.required && field?.source !== 'human' ? 'missing' : 'absent'
  if (field?.source === 'xml' || field?.checks.some((c) => c.outcome !== 'failed')) return 'machine'
  return 'read'
}

function candidatesOf(field: Field | undefined, kind: ValueKind, language: Language): FieldView['candidates'] {
  const chosen = field?.value ?? null
  const seen = new Set<Value | null>([chosen])
  const fresh = (candidate: Candidate) => !seen.has(candidate.value) && seen.add(candidate.value)
  return [...(field?.candidates ?? [])]
    .sort((a, b) => b.score - a.score)
    .filter(fresh)
    .slice(0, MOST_CANDIDATES)
    .map(({ value, raw, evidence }) => ({ text: present(value, kind, language), raw, evidence }))
}

type Placed = { readonly spec: FieldSpec; readonly field: FieldView }

/** Every section of the type, also one whose fields all stand among those that need a person: in form order they come back to it. */
function groupsOf(all: readonly Placed[], stays: (entry: Placed) => boolean): readonly GroupView[] {
  const groups = new Map<string, FieldView[]>()
  for (const entry of all) groups.set(entry.spec.group, [...(groups.get(entry.spec.group) ?? []), ...(stays(entry) ? [entry.field] : [])])
  return [...groups].map(([name, list]) => ({ name, fields: list }))
}

function tablesOf(
  result: Result,
  type: Pick<DocumentType, 'fields'>,
  view: (path: string, spec: FieldSpec) => FieldView,
): readonly TableView[] {
  const lists = [...new Set(type.fields.flatMap(({ path }) => /^([^[\]]+)\[\]/.exec(path)?.[1] ?? []))]
  return lists.flatMap((name) => {
    const specs = type.fields.filter(({ path }) => path.startsWith(`${name}[].`))
    const count = rowCount(result, name)
    const paths = new Set(Object.entries(result.fields).flatMap(([path, field]) => (field.value === null ? [] : [specPath(path)])))
    const used = specs.filter((spec) => paths.has(spec.path) || spec.required)
    const columns = used.some((spec) => paths.has(spec.path)) ? used : usualColumns(specs)
    const rows = Array.from({ length: count }, (_, i) => columns.map((spec) => view(spec.path.replace('[]', `[${i}]`), spec)))
    const growing = name === 'lines'
    return growing || count > 0 ? [{ name, growing, columns, rows }] : []
  })
}

/** For a table with nothing in it: what it is and what it costs. */
function usualColumns(specs: readonly FieldSpec[]): readonly FieldSpec[] {
  const name = specs.find(({ kind }) => kind === 'name' || kind === 'text')
  return [...(name ? [name] : []), ...specs.filter(({ kind }) => kind === 'decimal' || kind === 'money' || kind === 'rate').slice(0, 6)]
}

function rowCount(result: Result, name: string): number {
  const list = result.data[name]
  return Array.isArray(list) ? list.length : 0
}
