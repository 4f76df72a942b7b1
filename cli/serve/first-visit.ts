import type { Storage } from './open-storage.ts'

export interface Owner {
  readonly organisationId: string
  readonly userId: string
  /** The database was empty: this is the very first start. */
  readonly isNew: boolean
}

/** The organisation and the administrator of an own machine; made at the first start. */
export async function ownerOf({ accounts }: Pick<Storage, 'accounts'>): Promise<Owner> {
  const [organisation] = await accounts.organisations()
  if (organisation) {
    const users = await accounts.users(organisation.id)
    const admin = users.find(({ role, disabled }) => role === 'admin' && !disabled)
    if (!admin) throw new Error('There is no administrator left. Make one: docket user add')
    return { organisationId: organisation.id, userId: admin.id, isNew: false }
  }
  const organisationId = await accounts.createOrganisation('Docket')
  const userId = await accounts.createUser(organisationId, { email: 'admin@localhost', name: 'Administrator', role: 'admin' })
  return { organisationId, userId, isNew: true }
}

export async function signInLink({ accounts }: Pick<Storage, 'accounts'>, userId: string, url: string): Promise<string> {
  return `${url}/sign-in?token=${await accounts.createLink(userId)}`
}
