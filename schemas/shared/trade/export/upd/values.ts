import { Decimal } from '../../../../../core/rules/index.ts'
import type { TradeLine } from '../../schema.ts'
import { withoutVat } from '../russian.ts'

/** ОКВ: code and name. */
export const CURRENCIES: Readonly<Record<string, readonly [code: string, name: string]>> = {
  RUB: ['643', 'Российский рубль'],
  EUR: ['978', 'Евро'],
  USD: ['840', 'Доллар США'],
  CNY: ['156', 'Юань'],
  KZT: ['398', 'Тенге'],
  BYN: ['933', 'Белорусский рубль'],
}

const RATES = new Set(['0', '5', '7', '10', '18', '20', '22'])

/** @НалСт; null for a rate that the format does not list. */
export function rateText({ taxCategory, taxRate }: TradeLine): string | null {
  if (withoutVat(taxCategory)) return 'без НДС'
  const rate = taxRate === null ? null : new Decimal(taxRate).toFixed()
  return rate !== null && RATES.has(rate) ? `${rate}%` : null
}

/** Price of one unit without VAT, at most eleven decimals: where the printed one is absent or holds VAT it follows from the line's net amount. */
export function netPrice(line: TradeLine, includesTax: boolean): string | null {
  if (!includesTax && line.unitPrice !== null) {
    const base = new Decimal(line.priceBaseQty ?? 1)
    if (base.eq(1)) return line.unitPrice
    if (base.gt(0)) return new Decimal(line.unitPrice).div(base).toDecimalPlaces(11, Decimal.ROUND_HALF_UP).toFixed()
  }
  if (line.net === null || line.quantity === null || new Decimal(line.quantity).isZero()) return null
  return new Decimal(line.net).div(line.quantity).toDecimalPlaces(11, Decimal.ROUND_HALF_UP).toFixed()
}

const LEGAL_FORM = /^(?:ООО|АО|ПАО|ЗАО|ОАО|НКО|ТОО|ФГУП|МУП|ГУП)$/i

/** «Образцов Иван Петрович», «ИП Образцов И. П.», «И. П. Образцов»; null for what is no name of a person. */
export function personName(text: string | null): Readonly<Record<'Фамилия' | 'Имя' | 'Отчество', string | null>> | null {
  const words = (text ?? '')
    .replace(/^(?:ИП|индивидуальный предприниматель)\s+/i, '')
    .replace(/\./g, '. ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const initials = words.filter((word) => word.endsWith('.'))
  const names = words.filter((word) => !word.endsWith('.'))
  const [surname, given, patronymic] = initials.length > 0 && names.length === 1 ? [names[0], ...initials] : words
  if (words.length > 3 || words.some((word) => word.length > 60) || surname === undefined || given === undefined) return null
  if (words.some((word) => !/^\p{Lu}[\p{L}-]*\.?$/u.test(word) || LEGAL_FORM.test(word))) return null
  return { Фамилия: surname, Имя: given, Отчество: patronymic ?? null }
}
