/** A stretch of text that people mean as one thing: an amount with its grouping, or whatever stands between spaces. */
const CHUNK = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\S+/gu
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const AMOUNT = /^-?\d{1,3}(?:[ \u00a0\u202f'.,]\d{3})+(?:[.,]\d{1,2})?$|^-?\d+(?:[.,]\d{1,2})?$/

/** As the index knows text: one kind of letters and spaces, «ё» as «е», nothing but letters and digits. A word that was broken at a line's end is whole. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** An amount with decimals or groups, a date: its parts alone («1», «200») stand for nothing that was meant. */
export function isOneNumber(chunk: string): boolean {
  return /\d[^\p{L}\d]+\d/u.test(chunk) && !/\p{L}/u.test(chunk)
}

export function chunksOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(CHUNK) ?? []
}

/**
 * Spellings under which a chunk with digits is found however it is printed: «1 234,50» and "1,234.50" are `1234.50`, «12.03.2026» is `20260312`,
 * "INV-2024/17" is `inv202417`. None for a chunk without digits.
 */
export function codesOf(chunk: string): readonly string[] {
  const bare = chunk.replace(/^[^\p{L}\p{N}-]+|[^\p{L}\p{N}]+$/gu, '')
  if (!/\d/.test(bare)) return []
  const date = dateCode(bare)
  if (date) return [date]
  if (AMOUNT.test(bare)) return [amountCode(bare)]
  return [
    bare
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
}

function dateCode(text: string): string | null {
  const iso = ISO.exec(text)
  if (iso) return iso.slice(1).join('')
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? []
  return year === '' || Number(month) > 12 || Number(day) > 31 ? null : `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`
}

/** The last of point and comma is the decimal one when one or two digits stand behind it; whole amounts have no decimals. */
function amountCode(text: string): string {
  const [, whole = '', fraction = ''] = /^-?(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  const cents = fraction.padEnd(2, '0')
  return `${whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')}${/[1-9]/.test(cents) ? `.${cents}` : ''}`
}
