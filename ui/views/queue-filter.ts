import { ANY_QUEUE, asksForWaiting, type QueueFilter } from '../../adapters/db/index.ts'
import type { Status } from '../../core/status.ts'

/** What a list shows. It stays in the address of the documents that are opened from it, so that «next» goes on in the same list. */
export interface Filter {
  readonly status: Status | null
  readonly text: string
  readonly type: string | null
  readonly queue: QueueFilter
}

const MOST_DAYS = 3650

type Query = (name: string) => string | undefined

/** The part of the address that speaks of waiting documents. What cannot be understood is left out: an old bookmark shows more, never an error. */
export function queueFilterOf(query: Query): QueueFilter {
  const named = (name: string) => clean(query(name) ?? '').slice(0, 300) || null
  const days = Number(query('days'))
  return {
    supplier: named('supplier'),
    reason: named('reason'),
    days: Number.isInteger(days) && days > 0 && days <= MOST_DAYS ? days : null,
    person: named('person'),
    queue: query('queue') === 'none' ? '' : named('queue'),
    late: query('late') === 'yes',
  }
}

/** The filter as a query, without its status: `?type=…&days=3`, or nothing at all. */
export function queryOf({ text, type, queue }: Omit<Filter, 'status'>, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more)
  const set = (name: string, value: string | number | null) => value !== null && value !== '' && query.set(name, String(value))
  set('text', text)
  set('type', type)
  set('supplier', queue.supplier)
  set('reason', queue.reason)
  set('days', queue.days)
  set('person', queue.person)
  set('queue', queue.queue === '' ? 'none' : queue.queue)
  set('late', queue.late ? 'yes' : null)
  return query.size === 0 ? '' : `?${query}`
}

/** The list of waiting documents that have one thing in common. */
export function pileHref(wanted: Partial<QueueFilter> & { readonly type?: string }): string {
  const { type = null, ...queue } = wanted
  return `/documents${queryOf({ text: '', type, queue: { ...ANY_QUEUE, ...queue } }, { status: 'review' })}`
}

export function isFiltered({ text, type, queue }: Omit<Filter, 'status'>): boolean {
  return text !== '' || type !== null || queue.supplier !== null || asksForWaiting(queue)
}

function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim()
}
