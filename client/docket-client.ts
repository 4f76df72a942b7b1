import { OPERATIONS, type Operations, type Problem } from './docket-api.ts'

export type OperationId = keyof Operations
type Takes<Id extends OperationId> = Operations[Id]['takes']

export interface Answer<T> {
  readonly status: number
  /** `ETag` is what the next change sends as `If-Match`. */
  readonly headers: Headers
  readonly data: T
}

/** The API said no. `problem.code` is stable; what to decide by. */
export class DocketProblem extends Error {
  readonly problem: Problem
  /** Seconds to wait before it makes sense to ask again; null = asking again does not help by itself. */
  readonly retryAfter: number | null

  constructor(problem: Problem, retryAfter: number | null) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.name = 'DocketProblem'
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

export interface Setup {
  /** `https://docket.example`, without a path. */
  readonly url: string
  /** The Authorization header of each call: `Bearer dk_…`, or what `clientCredentials` makes. */
  readonly authorization: string | (() => Promise<string>)
  readonly fetch?: typeof fetch
}

export type Docket = ReturnType<typeof createDocket>

/**
 * A typed door to the API of Docket; nothing but `fetch` is needed. Copy this file and `docket-api.ts`.
 * `await docket.call('getRecords', { query: { after } })` answers status, headers and data, or throws DocketProblem.
 */
export function createDocket({ url, authorization, fetch: send = fetch }: Setup) {
  return {
    async call<Id extends OperationId>(
      id: Id,
      ...[takes]: Record<string, never> extends Takes<Id> ? [Takes<Id>?] : [Takes<Id>]
    ): Promise<Answer<Operations[Id]['answers']>> {
      const { path = {}, query = {}, headers = {}, body } = (takes ?? {}) as Parts
      const [method, pattern] = OPERATIONS[id]
      const place = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      )
      const file = body instanceof Uint8Array || body instanceof Blob || body instanceof FormData
      const answer = await send(`${url.replace(/\/$/, '')}/api/v1${place}${search.size > 0 ? `?${search}` : ''}`, {
        method,
        headers: {
          Authorization: typeof authorization === 'string' ? authorization : await authorization(),
          ...(body !== undefined && !file && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: file ? (body as BodyInit) : JSON.stringify(body) }),
      })
      if (!answer.ok) throw await problemOf(answer)
      return { status: answer.status, headers: answer.headers, data: (await dataOf(answer)) as Operations[Id]['answers'] }
    },
  }
}

interface Parts {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Exchanges a program's secret for tokens of ten minutes, a new one shortly before the old one ends. */
export function clientCredentials(setup: { readonly url: string; readonly id: string; readonly secret: string; readonly scope?: string }) {
  let token: { readonly text: string; readonly untilMs: number } | null = null
  return async (): Promise<string> => {
    if (token && token.untilMs > Date.now()) return token.text
    const form = { grant_type: 'client_credentials', client_id: setup.id, client_secret: setup.secret, scope: setup.scope ?? '' }
    const answer = await fetch(`${setup.url.replace(/\/$/, '')}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
    const said = (await answer.json()) as { access_token?: string; expires_in?: number; error?: string; error_description?: string }
    if (said.access_token === undefined) throw new Error(`${said.error ?? answer.status}: ${said.error_description ?? 'no token'}`)
    token = { text: `Bearer ${said.access_token}`, untilMs: Date.now() + ((said.expires_in ?? 60) - 30) * 1000 }
    return token.text
  }
}

function dataOf(answer: Response): Promise<unknown> | null {
  if (answer.status === 204) return null
  const json = answer.headers.get('Content-Type')?.startsWith('application/json') ?? false
  return json && !answer.headers.has('Content-Disposition') ? answer.json() : answer.bytes()
}

async function problemOf(answer: Response): Promise<Error> {
  const wait = Number(answer.headers.get('Retry-After') ?? Number.NaN)
  if (!/^application\/problem\+json/.test(answer.headers.get('Content-Type') ?? '')) return new Error(`Docket answered ${answer.status}.`)
  return new DocketProblem((await answer.json()) as Problem, Number.isNaN(wait) ? null : wait)
}
