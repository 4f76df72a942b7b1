import { z } from 'zod'
import type { DocumentRow, Session } from '../../adapters/db/index.ts'
import { letters, sameNumber } from '../../core/evaluation/compare.ts'
import type { Result } from '../../core/result.ts'
import { type DocumentType, type FieldSpec, promisedOf } from '../../schemas/define.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Language } from '../language.ts'
import { present, readTyped } from '../views/present.ts'

const LONGEST = 1000

/** What a blind reviewer is asked for, in the order of the form. */
export function blindSpecs(type: DocumentType): readonly FieldSpec[] {
  const promised = promisedOf(type)
  return type.fields.filter(({ path }) => promised.includes(path))
}

/** Whether the values of this document must stay hidden: it waits for a blind review and nobody has entered anything yet. */
export async function isHidden(deps: UiDeps, session: Session, row: DocumentRow, result: Result | null): Promise<boolean> {
  if (row.status !== 'review' || !result?.acceptance?.blind) return false
  return (await deps.acceptance.entered(session.organisationId, row.id, row.run)) === null
}

/** Refuses to show or to approve what must stay hidden. */
export async function requireSeen(deps: UiDeps, session: Session, row: DocumentRow, result: Result | null): Promise<void> {
  if (await isHidden(deps, session, row, result))
    throw new HttpProblem(
      'conflict',
      'The document waits for a blind review: enter the values from its pages first (POST /api/v1/documents/{id}/blind), then the result is shown.',
      { blind: true },
    )
}

const Body = z.strictObject({ fields: z.record(z.string().max(200), z.string().max(LONGEST)) })

/** What was typed, by path, from the form of the screen or the JSON body of the API. */
export async function typedInForm(request: Request): Promise<ReadonlyMap<string, string>> {
  const form = new URLSearchParams(await bodyText(request, 100_000))
  return new Map([...form].flatMap(([name, value]) => (name.startsWith('field:') ? [[name.slice('field:'.length), value] as const] : [])))
}

export async function typedInJson(request: Request): Promise<ReadonlyMap<string, string>> {
  const body = Body.safeParse(jsonOf(await bodyText(request, 100_000)))
  if (!body.success)
    throw new HttpProblem('invalid_input', 'Send {"fields": {"path": "value as printed"}}; leave out what is not on the document.')
  return new Map(Object.entries(body.data.fields))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps what was typed, as typed. An empty field says that the value is not on the document; nothing but blanks is refused. */
export async function enterBlind(
  deps: UiDeps,
  session: Session,
  row: DocumentRow,
  type: DocumentType,
  fields: ReadonlyMap<string, string>,
): Promise<void> {
  const entries = Object.fromEntries(
    blindSpecs(type).flatMap(({ path }) => {
      const typed = (fields.get(path) ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST)
      return typed === '' ? [] : [[path, typed] as const]
    }),
  )
  if (Object.keys(entries).length === 0)
    throw new HttpProblem('invalid_input', 'Nothing was entered. Enter at least one value from the page.')
  await deps.acceptance.enter(session.organisationId, row.id, row.run, session.userId, entries)
}

export interface BlindDifference {
  readonly path: string
  readonly caption: string
  /** As typed blindly, and as read; '' = nothing. */
  readonly yours: string
  readonly theirs: string
}

/** Where the blind entry and the values that were read disagree: the reviewer settles these. */
export function blindDifferences(
  entries: Readonly<Record<string, string>>,
  result: Result,
  type: DocumentType,
  language: Language,
): readonly BlindDifference[] {
  return blindSpecs(type).flatMap(({ path, caption, kind }) => {
    const typed = entries[path] ?? ''
    const value = result.fields[path]?.value ?? null
    const read = typed === '' ? null : readTyped(typed, kind, language)
    const entered = read?.kind === 'value' ? read.value : typed
    const agrees = value === null || typed === '' ? value === null && typed === '' : same(String(value), String(entered))
    return agrees ? [] : [{ path, caption: caption[language], yours: typed, theirs: present(value, kind, language) }]
  })
}

function same(a: string, b: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b) ? sameNumber(a, b) : letters(a) === letters(b)
}
