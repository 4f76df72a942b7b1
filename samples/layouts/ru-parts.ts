import { numberInWords } from '../../core/words/index.ts'
import type { Invoice, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, said } from '../html.ts'

export const ru = formatOf('ru')

/** ОКЕИ codes of the catalogue's units. */
export const OKEI: Readonly<Record<string, string>> = { H87: '796', KGM: '166', PK: '778', MTR: '006', C62: '876', HUR: '356', MON: '362' }

/** «Двенадцать тысяч рублей 05 копеек»: the whole part in words, kopecks in digits. */
export function amountInWords(gross: string): string {
  const [whole = '0', kopecks = '00'] = gross.split('.')
  const words = numberInWords(whole, 'ru')
  return said(
    'totals.inWords',
    `${words.charAt(0).toUpperCase()}${words.slice(1)} ${form(whole, 'рубль', 'рубля', 'рублей')} ${kopecks} ${form(kopecks, 'копейка', 'копейки', 'копеек')}`,
  )
}

function form(number: string, one: string, few: string, many: string): string {
  const [tens, units] = [Number(number.slice(-2)), Number(number.slice(-1))]
  if (tens >= 11 && tens <= 14) return many
  return units === 1 ? one : units >= 2 && units <= 4 ? few : many
}

/** «ООО «…», ИНН …, КПП …, 198099, г. …, ул. …» as 1C prints it. */
export function partyLine(at: 'seller' | 'buyer', party: InvoiceParty, phone = false): string {
  const parts = [
    field(`${at}.name`, party.name),
    `ИНН ${field(`${at}.inn`, party.inn)}`,
    `КПП ${field(`${at}.kpp`, party.kpp)}`,
    address(at, party),
    ...(phone && party.contact.phone ? [`тел.: ${field(`${at}.contact.phone`, party.contact.phone)}`] : []),
  ]
  return parts.join(', ')
}

export function address(at: 'seller' | 'buyer', { address: a }: InvoiceParty): string {
  return `${field(`${at}.address.zip`, a.zip)}, г. ${field(`${at}.address.city`, a.city)}, ${field(`${at}.address.line1`, a.line1)}`
}

/** Names that are no names of persons. */
export function signatures(director: string, accountant: string): string {
  return `<table class="sign"><tr><td>Руководитель</td><td class="line"></td><td>${director}</td><td>Бухгалтер</td><td class="line"></td><td>${accountant}</td></tr></table>`
}

export function vatTotals({ taxes }: Invoice, caption: (rate: string) => string): readonly (readonly [string, string])[] {
  return taxes.map((tax, i) => [caption(tax.rate!), field(`taxes[${i}].amount`, ru.money(tax.amount))] as const)
}
