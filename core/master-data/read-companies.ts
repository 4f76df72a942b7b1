import { CompanyEntry } from './company.ts'
import { companyProblems } from './entry-problems.ts'
import { type Column, type ReadRows, readRows } from './read-rows.ts'

/** Several values in one cell are parted by `|` or a line break. */
const PARTS = /\s*[|\n]\s*/

export const COMPANY_COLUMNS: readonly Column[] = [
  { name: 'code', captions: ['Code', 'Код', 'Id'], required: true },
  { name: 'name', captions: ['Name', 'Наименование', 'Название'], required: true },
  { name: 'alsoKnownAs', captions: ['Also known as', 'Другие названия', 'Краткое наименование', 'Short name'] },
  { name: 'taxIds', captions: ['Tax ids', 'ИНН', 'Tax id', 'VAT id', 'Налоговые номера'] },
  { name: 'kpp', captions: ['KPP', 'КПП'] },
  { name: 'registrationIds', captions: ['Registration ids', 'ОГРН', 'Registration id', 'Регистрационные номера'] },
  { name: 'accounts', captions: ['Accounts', 'Счета', 'IBAN', 'Account', 'Расчётный счёт'] },
  { name: 'bik', captions: ['BIK', 'БИК'] },
  { name: 'bankName', captions: ['Bank', 'Банк'] },
  { name: 'address', captions: ['Address', 'Адрес'] },
  { name: 'email', captions: ['E-mail', 'Email', 'Эл. почта', 'Почта', 'Электронная почта'] },
  { name: 'country', captions: ['Country', 'Страна'] },
  { name: 'currency', captions: ['Currency', 'Валюта'] },
]

/** Companies out of a spreadsheet. БИК and banks stand in the order of the accounts. */
export function readCompanies(table: readonly (readonly string[])[]): ReadRows<CompanyEntry> {
  return readRows(table, COMPANY_COLUMNS, entryOf, companyProblems, ({ code }) => code)
}

function entryOf(cells: Readonly<Record<string, string>>) {
  const one = (name: string) => cells[name] || null
  const several = (name: string) => (cells[name] ?? '').split(PARTS).filter((part) => part !== '')
  const [biks, banks] = [several('bik'), several('bankName')]
  return CompanyEntry.safeParse({
    code: cells.code ?? '',
    name: cells.name ?? '',
    alsoKnownAs: several('alsoKnownAs'),
    taxIds: several('taxIds'),
    kpp: one('kpp'),
    registrationIds: several('registrationIds'),
    accounts: several('accounts').map((account, i) => ({ account, bik: biks[i] ?? null, bankName: banks[i] ?? null })),
    address: one('address'),
    email: one('email'),
    country: one('country')?.toUpperCase() ?? null,
    currency: one('currency')?.toUpperCase() ?? null,
  })
}
