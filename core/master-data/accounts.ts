import { accountOfRussianIban } from '../identifiers/index.ts'

/** An account as two spellings of it are compared: without spaces, a Russian IBAN by the number inside. */
export function plainAccount(account: string): string {
  const plain = account.replace(/[\s-]/g, '').toUpperCase()
  return accountOfRussianIban(plain)?.account ?? plain
}

/** A key that names one account in the world: an IBAN, or БИК and number; null where the number alone could be anybody's. */
export function accountKeyOf(account: string, bik: string | null): string | null {
  const plain = account.replace(/[\s-]/g, '').toUpperCase()
  const russian = accountOfRussianIban(plain)
  if (russian) return `${russian.bik}/${russian.account}`
  if (/^[A-Z]{2}\d{2}/.test(plain)) return plain
  return bik === null ? null : `${bik.replace(/\s/g, '')}/${plain}`
}
