import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../adapters/log.ts'

export interface Delivery {
  readonly messageId: string
  readonly receiverId: string
  readonly attempts: number
}

export interface MessageOutbox<D extends Delivery> {
  spread(): Promise<number>
  take(limit: number, busy: readonly string[]): Promise<readonly D[]>
  record(
    delivery: D,
    attempt: { readonly ms: number; readonly status: number | null; readonly error: string | null },
    againInS: number | null,
  ): Promise<void>
}

export interface SenderSetup<D extends Delivery> {
  readonly outbox: MessageOutbox<D>
  /** One attempt. Never throws. */
  readonly send: (delivery: D) => Promise<{ readonly status: number | null; readonly error: string | null }>
  readonly log: Log
  /** What is sent, as the log calls it. */
  readonly what?: 'webhook' | 'notice' | 'letter'
  /** Seconds to wait after each failed attempt; after the last of them there is no more. */
  readonly scheduleS?: readonly number[]
  readonly pollMs?: number
}

/** The schedule that Standard Webhooks recommends: ten attempts over three days. */
const SCHEDULE_S = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
const AT_ONCE = 32
const PER_RECEIVER = 4

/**
 * Tells receivers what happened, at least once each. When it is whose turn stands in the database, so several senders share the work, a restart
 * loses nothing, and a receiver that is slow or gone holds up only itself.
 */
export function startSender<D extends Delivery>({
  outbox,
  send,
  log,
  what = 'webhook',
  scheduleS = SCHEDULE_S,
  pollMs = 1_000,
}: SenderSetup<D>) {
  const over = new AbortController()
  const flying = new Map<Promise<void>, string>()

  const attempt = async (delivery: D) => {
    const startedMs = performance.now()
    const { status, error } = await send(delivery)
    const ms = performance.now() - startedMs
    const wait = status === 410 ? undefined : scheduleS[delivery.attempts]
    // A tenth to either side, so that a receiver that comes back is not met by everybody at once.
    await outbox.record(delivery, { ms, status, error }, wait === undefined ? null : wait * (0.9 + 0.2 * Math.random()))
    log.info(`${what}_sent`, {
      messageId: delivery.messageId,
      receiverId: delivery.receiverId,
      attempt: delivery.attempts + 1,
      status: status ?? error,
      ms: Math.round(ms),
    })
  }

  const round = async (): Promise<number> => {
    const spread = await outbox.spread()
    const counts = new Map<string, number>()
    for (const receiverId of flying.values()) counts.set(receiverId, (counts.get(receiverId) ?? 0) + 1)
    const busy = [...counts].filter(([, count]) => count >= PER_RECEIVER).map(([id]) => id)
    const room = AT_ONCE - flying.size
    const taken = room > 0 ? await outbox.take(room, busy) : []
    for (const delivery of taken) {
      const work = attempt(delivery)
        .catch((error: unknown) => log.warn(`${what}_not_recorded`, { messageId: delivery.messageId, error: String(error) }))
        .finally(() => flying.delete(work))
      flying.set(work, delivery.receiverId)
    }
    return spread + taken.length
  }

  const run = async () => {
    while (!over.signal.aborted) {
      const moved = await round().catch((error: unknown) => {
        log.warn('sender_waits', { error: error instanceof Error ? error.name : 'unknown' })
        return 0
      })
      // While something moves, the next look comes when the first attempt has ended; otherwise after a rest.
      const rest = delay(pollMs, undefined, { signal: over.signal }).catch(() => {})
      if (moved > 0 && flying.size > 0) await Promise.race([rest, ...flying.keys()])
      else if (moved === 0) await rest
    }
    await Promise.all(flying.keys())
  }
  const running = run()
  return {
    async stop() {
      over.abort()
      await running
    },
  }
}
