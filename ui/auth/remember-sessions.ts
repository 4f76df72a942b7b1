import type { Accounts, Session } from '../../adapters/db/index.ts'

const KEEP_MS = 10_000 // a disabled person is out of other processes after this at the latest; of this one at once
const MOST = 5_000

/** A page asks for its session a dozen times within a second; each question is a write in the database. */
export function rememberSessions(accounts: Accounts): Accounts {
  const known = new Map<string, { readonly session: Promise<Session | null>; readonly untilMs: number }>()
  return {
    ...accounts,
    session(token) {
      const remembered = known.get(token)
      if (remembered && remembered.untilMs > Date.now()) return remembered.session
      const session = accounts.session(token)
      known.delete(token)
      known.set(token, { session, untilMs: Date.now() + KEEP_MS })
      if (known.size > MOST) known.delete(known.keys().next().value!)
      session.then(
        (found) => found ?? known.delete(token),
        () => known.delete(token),
      )
      return session
    },
    end(token) {
      known.delete(token)
      return accounts.end(token)
    },
    async setPassword(...change) {
      const set = await accounts.setPassword(...change)
      known.clear()
      return set
    },
    async changeUser(...change) {
      await accounts.changeUser(...change)
      known.clear()
    },
    async setApprovedBy(...change) {
      await accounts.setApprovedBy(...change)
      known.clear()
    },
  }
}
