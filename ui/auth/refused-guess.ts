import type { UiDeps } from '../deps.ts'

/**
 * Writes a wrong password down for the organisations that the account belongs to, so that their administrators see it; for nobody where there is no such
 * account. `closedForS`: the account is closed to this address for so many seconds; null = it may try again. What was typed is kept nowhere.
 */
export async function recordGuess(
  { accounts, access }: Pick<UiDeps, 'accounts' | 'access'>,
  email: string | null,
  address: string,
  closedForS: number | null,
): Promise<void> {
  const owners = email === null ? [] : await accounts.peopleAt(email)
  if (owners.length === 0) await access.write({ organisationId: null, kind: 'sign_in_refused', actor: null, address })
  for (const { organisationId, userId } of owners) {
    await access.write({ organisationId, kind: 'sign_in_refused', actor: userId, address })
    if (closedForS === null) continue
    const until = new Date(Date.now() + closedForS * 1000).toISOString()
    await access.write({ organisationId, kind: 'sign_in_closed', actor: userId, address, detail: { until } })
  }
}
