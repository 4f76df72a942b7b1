import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import type { DocumentRow, Effort, Session } from '../../adapters/db/index.ts'
import { Corrections } from '../../core/corrections.ts'
import type { Evidence, Value } from '../../core/field.ts'
import { parsePath, specPath, valueAt } from '../../core/paths.ts'
import type { ReviewOutcome } from '../../core/process-contract.ts'
import { Result } from '../../core/result.ts'
import type { DocumentType, FieldSpec } from '../../schemas/define.ts'
import { forbidden } from '../auth/guard.ts'
import type { UiDeps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Language } from '../language.ts'
import { present, readTyped } from '../views/present.ts'
import { requireSeen } from './blind.ts'

/** What a reviewer sent. `fields`: path → text as typed ('' = not on the document); `confirmed`: paths that stand as they are. */
export interface Decision {
  readonly kind: 'approve' | 'save' | 'reject'
  readonly reviewId: string
  readonly version: number
  readonly fields: ReadonlyMap<string, string>
  /** Where on the page a person took a typed value from. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  readonly confirmed: ReadonlySet<string>
  readonly deletedLines: ReadonlySet<number>
  readonly overrides: ReadonlyMap<string, string>
  readonly reason: string
  readonly note: string
  /** What the decision cost its reviewer; null where nobody measured. */
  readonly effort: Omit<Effort, 'reviewId' | 'kind'> | null
}

export type Decided =
  | { readonly kind: 'done'; readonly outcome: ReviewOutcome }
  | { readonly kind: 'conflict'; readonly changed: ReadonlyMap<string, string> }
  | { readonly kind: 'invalid'; readonly paths: readonly string[] }

/** Turns what was typed into canonical corrections, stores them, and asks the document's workflow to carry the decision out. */
export async function decide(deps: UiDeps, session: Session, row: DocumentRow, decision: Decision, language: Language): Promise<Decided> {
  if (decision.kind === 'approve' && !session.permissions.has('documents:approve')) throw forbidden()
  if (decision.kind === 'approve' && row.status === 'review') await requireAnother(deps, session, row)
  const { result, type, earlier } = await openForDecision(deps, session, row)
  if (decision.kind === 'approve' && row.status === 'review' && !type)
    throw new HttpProblem('conflict', 'Nobody has said yet what this document is. Name its type before it is approved.')
  // Who approves without having entered the values would confirm what nobody has checked. An unreadable page may be rejected.
  if (decision.kind !== 'reject') await requireSeen(deps, session, row, result)
  const read = result ? readCorrections(result, type, earlier, decision, language) : null
  if (read?.kind === 'invalid') return read
  const changed = read?.changed ?? new Map<string, string>()
  if (row.version !== decision.version || row.status !== 'review') return { kind: 'conflict', changed }
  const { kind, reviewId } = decision
  const actor = session.userId
  try {
    const sent =
      kind === 'reject'
        ? ({ kind, reviewId, actor, reason: decision.reason, note: decision.note } as const)
        : ({ kind, reviewId, actor, corrections: read ? await putJson(deps.blobs, row.id, read.corrections) : null } as const)
    return { kind: 'done', outcome: await deps.gateway.submitReview(row.id, sent, decision.version, row.run) }
  } catch (error) {
    if (isConflict(error)) return { kind: 'conflict', changed }
    throw error
  }
}

/** Of two people who have to approve nobody is both. The workflow holds to that as well; here it is said before anything is sent. */
async function requireAnother(deps: UiDeps, session: Session, row: DocumentRow): Promise<void> {
  const place = await deps.queues.place(session.organisationId, row.id)
  if (place?.approved?.id === session.userId)
    throw new HttpProblem('second_person_required', 'You have approved this document already. Another person has to confirm it.')
  const { approved = null, approver = null } = place ?? {}
  if (!approved || !approver || [approved.id, session.userId].includes(approver.id)) return
  // Who has left cannot confirm: then anybody else may, as the workflow has it.
  if ((await deps.routing.standing(session.organisationId)).approvers.includes(approver.id))
    throw new HttpProblem('second_person_required', `One person has approved this document. ${approver.name} has to confirm it.`)
}

/** What stands in the document now: the machine's result with what people have decided so far. */
export async function openForDecision(deps: UiDeps, session: Session, row: DocumentRow) {
  const result = row.result ? await getJson(deps.blobs, row.id, row.result, Result) : null
  const ref = await deps.documents.lastCorrections(session.organisationId, row.id)
  const earlier = ref ? await getJson(deps.blobs, row.id, ref, Corrections) : null
  return { result, earlier, type: deps.types.find(({ name }) => name === (result?.type ?? row.type)) }
}

type Read =
  | { readonly kind: 'read'; readonly corrections: Corrections; readonly changed: ReadonlyMap<string, string> }
  | { readonly kind: 'invalid'; readonly paths: readonly string[] }

/** Exported for its test. What was shown and came back untouched is no correction; everything decided earlier stays decided. */
export function readCorrections(
  result: Result,
  type: DocumentType | undefined,
  earlier: Corrections | null,
  decision: Decision,
  language: Language,
): Read {
  const specs = new Map((type?.fields ?? []).map((spec) => [spec.path, spec]))
  const fields: Record<string, { value: Value | null; evidence: Corrections['fields'][string]['evidence'] }> = { ...earlier?.fields }
  const changed = new Map<string, string>()
  const invalid: string[] = []
  const typedLines = new Map<number, Map<string, Value | null>>()

  for (const [path, typed] of decision.fields) {
    const spec = specs.get(specPath(path))
    if (!spec)
      throw new HttpProblem('invalid_input', 'A field of that name does not exist in this document type.', { path: path.slice(0, 100) })
    const field = result.fields[path]
    const same = typed.trim() === present(field?.value ?? null, spec.kind, language).trim()
    if (same && !decision.confirmed.has(path)) continue
    const read = same ? ({ kind: 'value', value: field?.value ?? null } as const) : readTyped(typed, spec.kind, language)
    if (read.kind === 'invalid') {
      invalid.push(path)
      continue
    }
    if (!same) changed.set(path, typed)
    const line = lineOf(path)
    if (line && !same) typedLines.set(line.index, (typedLines.get(line.index) ?? new Map()).set(line.key, read.value))
    else fields[path] = { value: read.value, evidence: evidenceFor(field, read.value, decision.evidence.get(path)) }
  }
  if (invalid.length > 0) return { kind: 'invalid', paths: invalid }

  const linesTouched = typedLines.size > 0 || decision.deletedLines.size > 0
  const lines = linesTouched
    ? newLines(result, [...specs.values()], typedLines, decision)
    : (earlier?.lines?.map((cells, i) => ({ cells, places: earlier.linePlaces?.[i] ?? {} })) ?? null)
  if (linesTouched) for (const path of Object.keys(fields)) if (lineOf(path)) delete fields[path]
  const overrides = new Map(earlier?.overrides.map(({ ruleId, reason }) => [ruleId, reason]))
  for (const [ruleId, reason] of decision.overrides) {
    if (reason.trim() === '') overrides.delete(ruleId)
    else overrides.set(ruleId, reason.trim())
  }
  const corrections: Corrections = {
    fields,
    lines: lines && lines.map(({ cells }) => cells),
    ...(lines?.some(({ places }) => Object.keys(places).length > 0) && { linePlaces: lines.map(({ places }) => places) }),
    overrides: [...overrides].map(([ruleId, reason]) => ({ ruleId, reason })),
    type: earlier?.type ?? null,
  }
  return { kind: 'read', corrections, changed }
}

/** The place a person pointed at; else a corrected value that stands elsewhere on the page as a candidate takes that place along. */
function evidenceFor(
  field: Result['fields'][string] | undefined,
  value: Value | null,
  pointed: readonly Evidence[] | undefined,
): Corrections['fields'][string]['evidence'] {
  if (value === null) return []
  if (pointed) return pointed
  if (!field) return []
  if (field.value === value) return field.evidence
  return field.candidates.find((candidate) => candidate.value === value)?.evidence ?? []
}

function lineOf(path: string): { readonly index: number; readonly key: string } | null {
  const [list, index, ...rest] = parsePath(path)
  return list === 'lines' && typeof index === 'number' ? { index, key: rest.join('.') } : null
}

interface CorrectedLine {
  readonly cells: Readonly<Record<string, Value | null>>
  /** Of the cells that a person took from the page. */
  readonly places: Readonly<Record<string, Evidence[]>>
}

/** All lines as a whole: what was there, with the typed cells, without the struck out ones and without rows left blank. */
function newLines(
  result: Result,
  specs: readonly FieldSpec[],
  typed: ReadonlyMap<number, ReadonlyMap<string, Value | null>>,
  { deletedLines, evidence }: Pick<Decision, 'deletedLines' | 'evidence'>,
): readonly CorrectedLine[] {
  const keys = specs.flatMap(({ path }) => (path.startsWith('lines[].') ? [path.slice('lines[].'.length)] : []))
  const had = Array.isArray(result.data.lines) ? result.data.lines.length : 0
  const count = Math.max(had, ...[...typed.keys()].map((index) => index + 1))
  const placesOf = (index: number, key: string): Evidence[] => {
    const field = result.fields[`lines[${index}].${key}`]
    const before = field?.source === 'human' ? field.evidence : []
    return [...(typed.get(index)?.has(key) ? (evidence.get(`lines[${index}].${key}`) ?? []) : before)]
  }
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => !deletedLines.has(index))
    .map((index) => {
      const cells = Object.fromEntries(
        keys.map((key) => [key, typed.get(index)?.has(key) ? typed.get(index)!.get(key)! : cell(result, index, key)]),
      )
      const places = keys.flatMap((key) => {
        const own = cells[key] === null ? [] : placesOf(index, key)
        return own.length > 0 ? [[key, own] as const] : []
      })
      return { cells, places: Object.fromEntries(places) }
    })
    .filter(({ cells }) => Object.values(cells).some((value) => value !== null))
}

function cell(result: Result, index: number, key: string): Value | null {
  const value = valueAt(result.data, `lines[${index}].${key}`)
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'conflict'
}
