import { formatOf } from '../../format.ts'
import { field } from '../../html.ts'
import type { Slot } from './captions.ts'
import type { Structure } from './structure.ts'

const SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', RUB: '₽' }

export function dateOf(s: Structure, iso: string | null): string {
  const format = formatOf(s.language, s.country === 'US')
  if (s.dates === 'iso') return iso ?? ''
  return s.dates === 'long' ? format.longDate(iso) : format.date(iso)
}

/** An amount as this layout prints it, with the currency's sign where it puts one. */
export function amountOf(s: Structure, path: string, amount: string | null, currency: string): string {
  if (amount === null) return ''
  const printed = field(path, formatOf(s.language).money(amount))
  const sign = SIGNS[currency] ?? currency
  return s.sign === 'none' ? printed : s.sign === 'before' ? `${sign}${printed}` : `${printed} ${sign}`
}

/** «USt-IdNr.: DE…» in the layout's words. */
export function labelled(s: Structure, slot: Slot, value: string): string {
  return `${s.captions[slot]}${s.colon} ${value}`
}
