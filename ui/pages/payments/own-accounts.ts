import type { UiDeps } from '../../deps.ts'
import type { OwnAccount } from './payment-page.tsx'

const MOST_COMPANIES = 200

/** Russian accounts of the organisation's own companies, as the lists know them. */
export async function ownAccounts({ companies }: UiDeps, organisationId: string): Promise<readonly OwnAccount[]> {
  const { items } = await companies.list(organisationId, 'own', { after: null, limit: MOST_COMPANIES, text: '' })
  return items.flatMap(({ name, accounts }) =>
    accounts.flatMap(({ account, bik, bankName }) =>
      /^\d{20}$/.test(account) && bik !== null ? [{ account, bik, bankName: bankName ?? '', company: name }] : [],
    ),
  )
}
