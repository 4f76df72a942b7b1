import { Hono } from 'hono'
import { z } from 'zod'
import type { FoundDocument, FoundPassage, SearchFilter } from '../../adapters/db/index.ts'
import { Status } from '../../core/status.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { readTyped } from '../views/present.ts'
import { boundedLimit } from './documents.ts'

const PAGE = 20
export const LONGEST_TEXT = 300

const FIELDS = ['text', 'type', 'supplier', 'from', 'to', 'least', 'most', 'status', 'queue'] as const
/** What was sent for the search, as it was sent: an unreadable date is shown again as it was typed. */
export type TypedSearch = Readonly<Record<(typeof FIELDS)[number], string>>

/** `/api/v1/search`: full text over read pages and fields. */
export function searchRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/', async (c) => {
    const { filter, invalid } = readSearch(typedSearch((name) => c.req.query(name)))
    if (invalid.length > 0)
      throw new HttpProblem('invalid_input', `Cannot be understood: ${invalid.join(', ')}. Dates are YYYY-MM-DD, amounts decimals.`, {
        fields: invalid,
      })
    const page = { after: c.req.query('after') || null, limit: boundedLimit(c.req.query('limit'), PAGE) }
    const found = await deps.search.find(c.get('session').organisationId, filter, page)
    if (found.next !== null) c.header('Link', `<${nextLink(c, found.next)}>; rel="next"`)
    return c.json({ items: found.documents.map(publicDocument), next: found.next, total: found.total, instead: found.instead }, 200, {
      'Cache-Control': 'private, no-store',
    })
  })
  return app
}

export function typedSearch(query: (name: string) => string | undefined): TypedSearch {
  const clean = (name: string) => (query(name) ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST_TEXT)
  return Object.fromEntries(FIELDS.map((name) => [name, clean(name).toWellFormed()])) as TypedSearch
}

/** The filter, and the names of the fields that cannot be understood (they then filter nothing). Dates and amounts may be typed as people write them. */
export function readSearch(typed: TypedSearch): { readonly filter: SearchFilter; readonly invalid: readonly string[] } {
  const invalid: string[] = []
  const read = (name: keyof TypedSearch, kind: 'date' | 'money') => {
    if (typed[name] === '') return null
    const value = readTyped(typed[name], kind, typed[name].includes(',') ? 'ru' : 'en')
    const isGood = value.kind === 'value' && typeof value.value === 'string' && SHAPES[kind].safeParse(value.value).success
    if (!isGood) invalid.push(name)
    return isGood ? (value.value as string) : null
  }
  const status = typed.status === '' ? null : Status.safeParse(typed.status)
  if (status?.success === false) invalid.push('status')
  return {
    filter: {
      text: typed.text,
      type: typed.type || null,
      supplier: typed.supplier || null,
      from: read('from', 'date'),
      to: read('to', 'date'),
      least: read('least', 'money'),
      most: read('most', 'money'),
      status: status?.data ?? null,
      queue: typed.queue === '' ? null : typed.queue === 'none' ? '' : typed.queue,
    },
    invalid,
  }
}

const SHAPES = { date: z.iso.date(), money: z.string().regex(/^-?\d{1,15}(?:\.\d{1,6})?$/) } as const

export function isSearch(filter: SearchFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== '')
}

/** The address of the same search, without empty fields. */
export function searchQuery(typed: TypedSearch, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(FIELDS.flatMap((name) => (typed[name] === '' ? [] : [[name, typed[name]]])))
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size === 0 ? '' : `?${query}`
}

function publicDocument({ passages, ...document }: FoundDocument) {
  return { ...document, passages: passages.map(publicPassage) }
}

export function publicPassage({ documentId: _documentId, ...passage }: FoundPassage) {
  return passage
}

function nextLink(c: UiContext, after: string): string {
  const query = new URLSearchParams(c.req.query())
  query.set('after', after)
  return `/api/v1/search?${query}`
}
