import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Evidence } from '../../core/field.ts'
import { REJECT_REASONS } from '../components/reject-dialog.tsx'
import { bodyText } from '../http/body.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Decision } from './decide.ts'

const MAX_BODY_BYTES = 1_000_000
const MOST_FIELDS = 20_000
const text = z.string().max(4000)
const reviewId = z.string().regex(/^[\w-]{8,64}$/)

/** PostgreSQL text and people both have no use for NUL; lone surrogates cannot be stored as UTF-8. */
function clean(value: string): string {
  return value.replaceAll('\0', '').toWellFormed()
}

/** Places on pages, as `GET …/pages/N/value` gives them. */
const Pointed = z.array(Evidence).max(50)

/** The body of `POST /documents/{id}/review`. */
export const DecisionBody = z.strictObject({
  action: z.enum(['approve', 'save', 'reject']),
  reviewId: reviewId.optional(),
  fields: z.record(text, z.union([text, z.boolean(), z.null()])).optional(),
  evidence: z.record(text, Pointed).optional(),
  confirmed: z.array(text).max(MOST_FIELDS).optional(),
  deletedLines: z.array(z.int().min(0).max(100_000)).optional(),
  overrides: z.array(z.strictObject({ ruleId: text, reason: text })).optional(),
  reason: z.enum(REJECT_REASONS).optional(),
  note: z.string().max(2000).optional(),
})

export async function decisionFromJson(request: Request, version: number): Promise<Decision> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new HttpProblem('unsupported_type', 'Send the decision as application/json.')
  const body = DecisionBody.safeParse(parse(await bodyText(request, MAX_BODY_BYTES)))
  if (!body.success) {
    const problems = body.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.').slice(0, 200), message: issue.message }))
    throw new HttpProblem('invalid_input', 'The decision does not have the documented shape.', { problems })
  }
  const { action, fields = {}, evidence = {}, confirmed = [], deletedLines = [], overrides = [], reason, note = '' } = body.data
  if (action === 'reject' && reason === undefined)
    throw new HttpProblem('invalid_input', `A rejection needs a reason: ${REJECT_REASONS.join(', ')}.`)
  return {
    kind: action,
    reviewId: body.data.reviewId ?? randomUUID(),
    version,
    fields: new Map(Object.entries(fields).map(([path, value]) => [path, value === null ? '' : clean(String(value))])),
    evidence: new Map(Object.entries(evidence)),
    confirmed: new Set(confirmed),
    deletedLines: new Set(deletedLines),
    overrides: new Map(overrides.map((o) => [o.ruleId, clean(o.reason)])),
    reason: reason ?? 'other',
    note: clean(note),
    effort: null,
  }
}

/** The form of the document page, sent with or without script. */
export async function decisionFromForm(request: Request): Promise<Decision> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new HttpProblem('unsupported_type', 'Send the form as application/x-www-form-urlencoded.')
  const form = new URLSearchParams(await bodyText(request, 4 * MAX_BODY_BYTES))
  if (form.size > MOST_FIELDS) throw new HttpProblem('invalid_input', 'The form has too many fields.')
  const kind = z.enum(['approve', 'save', 'reject']).safeParse(form.get('action'))
  const version = Number(form.get('version'))
  const id = reviewId.safeParse(form.get('reviewId'))
  if (!kind.success || !Number.isInteger(version) || !id.success)
    throw new HttpProblem('bad_request', 'The form is incomplete; reload the page and try again.')
  const reason = z.enum(REJECT_REASONS).safeParse(form.get('reason'))
  const named = (prefix: string) =>
    [...form].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), clean(value.slice(0, 4000))] as const] : [],
    )
  return {
    kind: kind.data,
    reviewId: id.data,
    version,
    fields: new Map(named('field:')),
    evidence: new Map(named('evidence:').map(([path, json]) => [path, pointedFrom(json)])),
    confirmed: new Set(form.getAll('confirm')),
    deletedLines: new Set(form.getAll('delete-line').map(Number).filter(Number.isInteger)),
    overrides: new Map(named('override:')),
    reason: reason.success ? reason.data : 'other',
    note: clean((form.get('note') ?? '').slice(0, 2000)),
    effort: effortFrom(form.get('effort')),
  }
}

const count = z.int().min(0).max(1_000_000_000)
const Measured = z.strictObject({ activeMs: count, keystrokes: count, clicks: count, changed: count })

/** A measure that is not one is no reason to refuse the decision. */
export function effortFrom(json: string | null): Decision['effort'] {
  try {
    return json === null ? null : Measured.parse(JSON.parse(json))
  } catch {
    return null
  }
}

function pointedFrom(json: string): readonly Evidence[] {
  const pointed = Pointed.safeParse(parse(json))
  if (!pointed.success) throw new HttpProblem('bad_request', 'A place on the page is not understood; reload the page and try again.')
  return pointed.data
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new HttpProblem('bad_request', 'The body is not valid JSON.')
  }
}
