import type { Localised } from '../finding.ts'
import { validAccount, validBik, validIban, validInn, validKpp, validVatId } from '../identifiers/index.ts'
import type { CompanyEntry } from './company.ts'

/** What is wrong with one value of an entry; `field` as in the entry. */
export interface EntryProblem {
  readonly field: string
  readonly message: Localised
}

/** Numbers that cannot be right: a mistyped tax id or account would match nobody, or somebody else. Sources of the checks: core/identifiers. */
export function companyProblems({ taxIds, kpp, accounts, country }: CompanyEntry): readonly EntryProblem[] {
  return [
    ...taxIds.filter((id) => !plausibleTaxId(id, country)).map((id) => problem('taxIds', `Tax id ${id}`, `Налоговый номер ${id}`)),
    ...(kpp === null || validKpp(kpp) ? [] : [problem('kpp', `КПП ${kpp}`, `КПП ${kpp}`)]),
    ...accounts.flatMap(({ account, bik }) => [
      ...(bik === null || validBik(bik) ? [] : [problem('accounts', `БИК ${bik}`, `БИК ${bik}`)]),
      ...(plausibleAccount(account, bik) ? [] : [problem('accounts', `Account ${account}`, `Счёт ${account}`)]),
    ]),
  ]
}

/** False only where a check is published and fails. */
export function plausibleTaxId(id: string, country: string | null = null): boolean {
  const plain = id.replace(/[\s.-]/g, '').toUpperCase()
  if (country === 'RU') return validInn(plain.replace(/^RU/, ''))
  return !/^[A-Z]{2}/.test(plain) || validVatId(plain) !== false
}

function plausibleAccount(account: string, bik: string | null): boolean {
  const plain = account.replace(/[\s-]/g, '').toUpperCase()
  if (/^[A-Z]{2}\d{2}/.test(plain)) return validIban(plain)
  return bik === null || !/^\d{20}$/.test(plain) || !validBik(bik) || validAccount(plain, bik) !== false
}

function problem(field: string, en: string, ru: string): EntryProblem {
  return { field, message: { en: `${en}: the check digits are wrong.`, ru: `${ru}: не сходятся контрольные цифры.` } }
}
