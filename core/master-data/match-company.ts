import { plainVatId } from '../identifiers/index.ts'
import { accountKeyOf } from './accounts.ts'
import type { Company } from './company.ts'
import { plausibleTaxId } from './entry-problems.ts'
import type { CompanyMatch } from './matched.ts'
import { LIKE, nameLikeness } from './name-likeness.ts'

/** A party of a document as far as master data can know it again. */
export interface PrintedParty {
  readonly names: readonly string[]
  readonly taxIds: readonly string[]
  readonly kpp: string | null
  /** Accounts the document asks to be paid to. */
  readonly accounts: readonly { readonly account: string; readonly bik: string | null }[]
}

const MOST_PROPOSALS = 3

/** Tax ids whose check digits can be right, as they are compared. One that was misread must not find another company. */
export function certainTaxIds({ taxIds }: Pick<PrintedParty, 'taxIds'>): readonly string[] {
  return [...new Set(taxIds.filter((id) => plausibleTaxId(id)).map(plainVatId))]
}

/**
 * Which company of the list a party is: by tax id, else by the account it wants to be paid to, else by its name. A name is a proposal for a person, never
 * an answer. Several branches with one tax id are told apart by КПП; where that fails they are proposals too.
 */
export function matchCompany(party: PrintedParty, companies: readonly Company[]): CompanyMatch {
  const ids = certainTaxIds(party)
  const byId = companies.filter(({ taxIds }) => taxIds.some((id) => ids.includes(plainVatId(id))))
  if (byId.length > 0) return oneOf(byId, 'taxId', party)
  const accounts = party.accounts.flatMap(({ account, bik }) => accountKeyOf(account, bik) ?? [])
  const byAccount = companies.filter((company) =>
    company.accounts.some(({ account, bik }) => accounts.includes(accountKeyOf(account, bik) ?? '')),
  )
  // A company with other tax ids than the printed one is another company, whatever account is named: that is how invoices are forged.
  const unnumbered = byAccount.filter(({ taxIds }) => ids.length === 0 || taxIds.length === 0)
  if (unnumbered.length > 0) return oneOf(unnumbered, 'account', party)
  const alike = companies
    .filter(({ taxIds }) => ids.length === 0 || taxIds.length === 0)
    .map((company) => ({ company, score: likenessTo(company, party) }))
    .filter(({ score }) => score >= LIKE)
    .toSorted((a, b) => b.score - a.score || a.company.code.localeCompare(b.company.code))
  return alike.length > 0 ? proposed('name', alike) : { state: 'unknown', by: null, company: null, proposals: [] }
}

function oneOf(found: readonly Company[], by: 'taxId' | 'account', party: PrintedParty): CompanyMatch {
  const branch = found.filter(({ kpp }) => kpp !== null && kpp === party.kpp)
  const [only, ...more] = branch.length > 0 ? branch : found
  if (only && more.length === 0) return { state: 'known', by, company: only, proposals: [] }
  return proposed(
    by,
    [only!, ...more].map((company) => ({ company, score: likenessTo(company, party) })),
  )
}

function proposed(
  by: NonNullable<CompanyMatch['by']>,
  found: readonly { readonly company: Company; readonly score: number }[],
): CompanyMatch {
  const proposals = found.slice(0, MOST_PROPOSALS).map(({ company: { code, name }, score }) => ({ code, name, score }))
  return { state: 'proposed', by, company: null, proposals }
}

function likenessTo({ name, alsoKnownAs }: Company, { names }: PrintedParty): number {
  return Math.max(0, ...names.flatMap((printed) => [name, ...alsoKnownAs].map((known) => nameLikeness(printed, known))))
}
