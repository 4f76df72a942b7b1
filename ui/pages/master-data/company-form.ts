import { type BankAccount, CompanyEntry, companyProblems } from '../../../core/master-data/index.ts'
import type { Language } from '../../language.ts'
import { masterDataTexts } from '../../texts/master-data.ts'

/** What stands in the form, right or wrong, so that nobody has to type it again. */
export interface CompanyFields {
  readonly code: string
  readonly name: string
  readonly alsoKnownAs: string
  readonly taxIds: string
  readonly kpp: string
  readonly registrationIds: string
  readonly accounts: readonly { readonly account: string; readonly bik: string; readonly bankName: string }[]
  readonly address: string
  readonly email: string
  readonly country: string
  readonly currency: string
}

export const NO_FIELDS: CompanyFields = fieldsFrom(new URLSearchParams())

export function fieldsFrom(form: URLSearchParams): CompanyFields {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n').trim()
  const column = (name: string) => form.getAll(name).map((cell) => cell.replaceAll('\0', '').toWellFormed().trim())
  const [accounts, biks, banks] = [column('account'), column('bik'), column('bankName')]
  return {
    code: text('code'),
    name: text('name'),
    alsoKnownAs: text('alsoKnownAs'),
    taxIds: text('taxIds'),
    kpp: text('kpp'),
    registrationIds: text('registrationIds'),
    accounts: accounts
      .map((account, i) => ({ account, bik: biks[i] ?? '', bankName: banks[i] ?? '' }))
      .filter(({ account, bik, bankName }) => account !== '' || bik !== '' || bankName !== ''),
    address: text('address'),
    email: text('email'),
    country: text('country').toUpperCase(),
    currency: text('currency').toUpperCase(),
  }
}

export function fieldsOf(entry: CompanyEntry): CompanyFields {
  return {
    ...entry,
    alsoKnownAs: entry.alsoKnownAs.join('\n'),
    taxIds: entry.taxIds.join('\n'),
    kpp: entry.kpp ?? '',
    registrationIds: entry.registrationIds.join('\n'),
    accounts: entry.accounts.map(({ account, bik, bankName }) => ({ account, bik: bik ?? '', bankName: bankName ?? '' })),
    address: entry.address ?? '',
    email: entry.email ?? '',
    country: entry.country ?? '',
    currency: entry.currency ?? '',
  }
}

/** Words about each field that is wrong, by its name. */
export type Wrong = Readonly<Record<string, string>>

export function companyFrom(
  fields: CompanyFields,
  language: Language,
): { readonly entry: CompanyEntry; readonly wrong: null } | { readonly wrong: Wrong } {
  const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || [])
  const orNull = (text: string) => text || null
  const sent = CompanyEntry.safeParse({
    code: fields.code,
    name: fields.name,
    alsoKnownAs: lines(fields.alsoKnownAs),
    taxIds: lines(fields.taxIds),
    kpp: orNull(fields.kpp),
    registrationIds: lines(fields.registrationIds),
    accounts: fields.accounts.map(({ account, bik, bankName }): BankAccount => ({ account, bik: orNull(bik), bankName: orNull(bankName) })),
    address: orNull(fields.address),
    email: orNull(fields.email),
    country: orNull(fields.country),
    currency: orNull(fields.currency),
  })
  if (!sent.success)
    return { wrong: Object.fromEntries(sent.error.issues.map(({ path }) => [String(path[0]), masterDataTexts(language).misfit])) }
  const problems = companyProblems(sent.data)
  if (problems.length > 0) return { wrong: Object.fromEntries(problems.map(({ field, message }) => [field, message[language]])) }
  return { entry: sent.data, wrong: null }
}
