import type { Invoice } from '../schema.ts'

/** What must be there for approval without a person (DOMAIN §1.1) and is not. */
export function missingForApproval(data: Invoice): readonly string[] {
  const { seller, totals, taxes } = data
  const missing: string[] = []
  if (data.number === null) missing.push('number')
  if (data.issueDate === null) missing.push('issueDate')
  if (seller.name === null) missing.push('seller.name')
  if (!sellerIsIdentified(data)) missing.push('seller.vatId')
  if (totals.gross === null) missing.push('totals.gross')
  if (data.currency === null) missing.push('currency')
  if (totals.tax === null && !taxes.some((tax) => tax.category !== null && tax.category !== 'S')) missing.push('totals.tax')
  return missing
}

/**
 * By a tax or register id. Where only another tax is charged (insurance premium) the issuer has no VAT id to show: its account identifies it. In the
 * United States no invoice need bear a tax id (the buyer asks for form W-9 once): name and full address identify the seller.
 */
function sellerIsIdentified(data: Invoice): boolean {
  const { seller, taxes, payment } = data
  if (isAmerican(data)) return true
  if ([seller.vatId, seller.taxRegId, seller.inn, seller.legalId].some((id) => id !== null)) return true
  return taxes.length > 0 && taxes.every((tax) => tax.type !== null) && payment.iban !== null
}

function isAmerican({ seller: { address }, currency }: Invoice): boolean {
  const { line1, city, region, zip, country } = address
  const state = /^[A-Z]{2}$/.test(region ?? '') && /^\d{5}(?:-\d{4})?$/.test(zip ?? '')
  return line1 !== null && city !== null && state && (country === 'US' || (country === null && currency === 'USD'))
}
