import { setTimeout as delay } from 'node:timers/promises'

/** Waits for a condition instead of sleeping. `what` names it in the failure. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 20_000,
): Promise<T> {
  const until = Date.now() + ms
  for (;;) {
    const value = await probe()
    if (value) return value
    if (Date.now() > until) throw new Error(`Not within ${ms} ms: ${what}`)
    await delay(50)
  }
}
