import type { Lack } from '../../../../export.ts'
import { missing, refused } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../../schema.ts'
import { COUNTRIES } from '../codes.ts'
import { unknownCode } from './document.ts'

/** Names, countries and identifiers of seller and buyer. */
export function partyDemands(data: Invoice): readonly Lack[] {
  const { seller, buyer } = data
  const named = seller.vatId ?? seller.legalId ?? seller.taxRegId
  return [
    ...(seller.name === null ? [missing('seller.name', 'BR-06')] : []),
    ...(buyer.name === null ? [missing('buyer.name', 'BR-07')] : []),
    ...country(data, 'seller', 'BR-09'),
    ...country(data, 'buyer', 'BR-11'),
    ...(named === null ? [missing('seller.vatId', 'BR-CO-26')] : []),
    ...vatPrefix(data, 'seller'),
    ...vatPrefix(data, 'buyer'),
    ...byCategory(data),
  ]
}

function country(data: Invoice, party: 'seller' | 'buyer', rule: string): readonly Lack[] {
  const field = `${party}.address.country`
  const { country: code } = data[party].address
  if (code === null) return [missing(field, rule)]
  return COUNTRIES.has(code) ? [] : [unknownCode(field, 'BR-CL-14')]
}

/** A VAT identifier starts with its country; Greece may write EL. */
function vatPrefix(data: Invoice, party: 'seller' | 'buyer'): readonly Lack[] {
  const prefix = data[party].vatId?.slice(0, 2)
  if (prefix === undefined || prefix === 'EL' || COUNTRIES.has(prefix)) return []
  return [
    refused(`${party}.vatId`, 'BR-CO-09', 'A VAT identifier starts with the code of its country.', 'Номер НДС начинается с кода страны.'),
  ]
}

/** Which identifiers the kinds of tax on the document demand or forbid. */
function byCategory({ seller, buyer, taxes, lines, allowances, charges }: Invoice): readonly Lack[] {
  const used = new Set([...taxes, ...allowances, ...charges].map(({ category }) => category).concat(lines.map((line) => line.taxCategory)))
  const any = (...codes: readonly string[]) => codes.find((code) => used.has(code))
  const taxed = any('S', 'Z', 'E', 'AE', 'L', 'M')
  const abroad = any('K', 'G')
  const mutual = any('AE', 'K')
  const rule = (code: string) => `BR-${code === 'K' ? 'IC' : code === 'L' ? 'AF' : code === 'M' ? 'AG' : code}-02`
  return [
    ...(taxed && seller.vatId === null && seller.taxRegId === null ? [missing('seller.vatId', rule(taxed))] : []),
    ...(abroad && seller.vatId === null ? [missing('seller.vatId', rule(abroad))] : []),
    ...(mutual && buyer.vatId === null && (mutual === 'K' || buyer.legalId === null) ? [missing('buyer.vatId', rule(mutual))] : []),
    ...(used.has('O') ? outside(seller.vatId, buyer.vatId) : []),
  ]
}

/** Outside the scope of VAT there are no VAT identifiers. */
function outside(seller: string | null, buyer: string | null): readonly Lack[] {
  const fields = [...(seller === null ? [] : ['seller.vatId']), ...(buyer === null ? [] : ['buyer.vatId'])]
  const text = ['An invoice outside the scope of VAT names no VAT identifiers.', 'В счёте вне НДС нет номеров НДС.'] as const
  return fields.length === 0 ? [] : [refused(fields, 'BR-O-02', ...text)]
}
