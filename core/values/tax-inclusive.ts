import { Decimal } from 'decimal.js'
import { plainCharacters } from './characters.ts'
import { type MoneyContext, parseMoney } from './money.ts'
import { parseRate } from './rate.ts'

export interface TaxInclusive {
  readonly gross: string
  readonly tax: string
  readonly net: string
  readonly rate: string | null
}

const INCLUDING =
  /^(.+?)[,;]?\s*\(?(?:в\s*т\.?\s*ч\.?|в том числе|включая|incl(?:uding|\.)?|inkl\.?|dont|davon)\s+(?:НДС|VAT|MwSt\.?|USt\.?|TVA)(.*)$/iu

/** Reads «36 600,00, в т.ч. НДС (22%) 6 600,00»: a gross amount with the tax it contains. Null when the text is not such a phrase. */
export function parseTaxInclusive(raw: string, context: MoneyContext = {}): TaxInclusive | null {
  const phrase = INCLUDING.exec(plainCharacters(raw))
  if (!phrase) return null
  const tail = /^\s*[\s(:-]*(\d{1,2}(?:[.,]\d+)?\s?%|\d{1,2}\/1\d{2})?[\s):-]*(.+?)\)?\.?$/u.exec(phrase[2]!)
  const gross = parseMoney(phrase[1]!.replace(/[,;]$/, ''), context)
  const tax = tail ? parseMoney(tail[2]!, context) : null
  if (gross.kind !== 'value' || tax?.kind !== 'value') return null
  const rate = tail?.[1] ? parseRate(tail[1]) : null
  return {
    gross: gross.value,
    tax: tax.value,
    net: new Decimal(gross.value).minus(tax.value).toFixed(2),
    rate: rate?.kind === 'rate' ? rate.rate : null,
  }
}
