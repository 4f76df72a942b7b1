import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { PagesRead } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'

const POLL_MS = 700
const HEARTBEAT_MS = 15_000
/** A closed session, a lost role: an open stream notices within this time. */
const RECHECK_MS = 30_000

export interface LiveChange {
  readonly id: string
  readonly status: string
  readonly version: number
  /** How far reading is, where that is what changed. */
  readonly pagesRead?: PagesRead
}

export interface LiveFeed {
  subscribe(organisationId: string, listener: (change: LiveChange) => void): () => void
}

interface Room {
  readonly listeners: Set<(change: LiveChange) => void>
  cursor: string | null
  /** Pages read as last told, by document. */
  done: ReadonlyMap<string, number>
}

/** One cheap query per organisation and interval, however many browsers listen, and none when nobody does. */
export function createLiveFeed(deps: Pick<UiDeps, 'documents' | 'log'>): LiveFeed {
  const rooms = new Map<string, Room>()
  const poll = async (organisationId: string) => {
    const room = rooms.get(organisationId)
    if (!room || room.listeners.size === 0) return void rooms.delete(organisationId)
    try {
      const { rows, reading, cursor } = await deps.documents.changes(organisationId, room.cursor)
      room.cursor = cursor
      const further = reading.filter(({ id, pagesRead }) => room.done.get(id) !== pagesRead.done)
      room.done = new Map(reading.map(({ id, pagesRead }) => [id, pagesRead.done]))
      for (const change of [...rows, ...further]) for (const listener of room.listeners) listener(change)
    } catch (error) {
      deps.log.warn('live_poll_failed', { organisationId, error: error instanceof Error ? error.name : 'unknown' })
    }
    setTimeout(() => void poll(organisationId), POLL_MS).unref()
  }
  return {
    subscribe(organisationId, listener) {
      const room = rooms.get(organisationId) ?? { listeners: new Set(), cursor: null, done: new Map() }
      room.listeners.add(listener)
      if (!rooms.has(organisationId)) {
        rooms.set(organisationId, room)
        void poll(organisationId)
      }
      return () => room.listeners.delete(listener)
    },
  }
}

/** Server-sent events: `document` with id, status and version whenever one of the organisation's documents changes or is read further. */
export function streamRoute(app: Hono<UiEnv>, feed: LiveFeed): void {
  app.get('/api/v1/stream', (c) => {
    const { organisationId } = c.get('session')
    const stillHere = c.get('stillHere')
    c.header('Cache-Control', 'no-store')
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      const pending: LiveChange[] = []
      let wake = () => {}
      const leave = feed.subscribe(organisationId, (change) => {
        pending.push(change)
        wake()
      })
      stream.onAbort(() => {
        leave()
        wake()
      })
      let checkedMs = Date.now()
      await stream.writeSSE({ event: 'hello', data: '{}', retry: 2000 })
      while (!stream.aborted && !stream.closed) {
        for (const change of pending.splice(0)) await stream.writeSSE({ event: 'document', data: JSON.stringify(change) })
        if (Date.now() - checkedMs > RECHECK_MS) {
          if (!(await stillHere().catch(() => false))) break
          checkedMs = Date.now()
        }
        const timedOut = await Promise.race([
          new Promise<false>((resolve) => {
            wake = () => resolve(false)
            if (pending.length > 0) resolve(false)
          }),
          stream.sleep(HEARTBEAT_MS).then(() => true as const),
        ])
        if (timedOut && !stream.aborted) await stream.write(': still here\n\n')
      }
      leave()
    })
  })
}
