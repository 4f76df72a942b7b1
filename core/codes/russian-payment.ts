import type { RussianPayment, Said } from './payload.ts'

const HEADER = /^ST0001([123])(.)/s
const CHARSETS = { '1': 'windows-1251', '2': 'utf-8', '3': 'koi8-r' } as const

/** How the bytes of such a code are written; null for other codes. Printers rarely declare it in the symbol itself. */
export function paymentCharset(bytes: Uint8Array): 'windows-1251' | 'utf-8' | 'koi8-r' | null {
  const digit = HEADER.exec(String.fromCharCode(...bytes.slice(0, 9)))?.[1] as keyof typeof CHARSETS | undefined
  return digit ? CHARSETS[digit] : null
}

/** ГОСТ Р 56042-2014: header, separator, `Key=value` pairs; the five required keys or null. `Sum` is in kopecks. */
export function readRussianPayment(text: string): RussianPayment | null {
  const separator = HEADER.exec(text)?.[2]
  if (separator === undefined) return null
  const pairs = new Map(
    text
      .slice(8)
      .split(separator)
      .flatMap((pair) => {
        const at = pair.indexOf('=')
        return at < 1
          ? []
          : [[pair.slice(0, at).trim().toLowerCase(), { key: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }] as const]
      }),
  )
  const said = (key: string, pattern = /./): Said | null => {
    const value = pairs.get(key)?.value
    return value !== undefined && pattern.test(value) ? { value, raw: value } : null
  }
  const [name, account, bankName, bik] = [said('name'), said('personalacc', /^\d{20}$/), said('bankname'), said('bic', /^\d{9}$/)]
  // Accounts with the Treasury have «0» for the correspondent account.
  const corrAccount = said('correspacc', /^(\d{20}|0)$/)
  if (!name || !account || !bankName || !bik || !corrAccount) return null
  const kopecks = said('sum', /^\d{1,14}$/)
  const known = new Set(['name', 'personalacc', 'bankname', 'bic', 'correspacc', 'sum', 'payeeinn', 'kpp'])
  return {
    kind: 'ru-payment',
    name,
    account,
    bankName,
    bik,
    corrAccount,
    sum: kopecks && { value: roubles(kopecks.value), raw: kopecks.raw },
    inn: said('payeeinn', /^(\d{10}|\d{12})$/),
    kpp: said('kpp', /^\d{4}[\dA-Z]{2}\d{3}$/),
    other: Object.fromEntries([...pairs].filter(([key]) => !known.has(key)).map(([, { key, value }]) => [key, value])),
  }
}

function roubles(kopecks: string): string {
  const digits = kopecks.replace(/^0+/, '').padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
