import { leaves, setAt } from '../../core/paths.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import type { Expected } from '../expected.ts'

export { ciiOf } from './cii.ts'
export { attachXml } from './hybrid.ts'
export { ublOf } from './ubl.ts'
export { updOf, windows1251 } from './upd.ts'

/** What the model knows and the standard has no element for, or these writers leave out. */
const UNSAID =
  /^(lines\[\d+\]\.(tax|gross|unitRaw|description)|totals\.lineCount|payment\.bankName|period\.|contractRef\.|paymentTerms$|(seller|buyer)\.taxRegId)/

/** The same for the tax service's format: it has no terms, sums of lines or amounts due, and this writer puts addresses in one text. */
const UNSAID_IN_UPD =
  /^(lines\[\d+\]\.(description|allowances)|totals\.(linesNet|lineCount|due)|allowances|charges|dueDate|paymentTerms$|purchaseOrder|buyerReference|period\.|(seller|buyer)\.(legalId|address|contact\.email))/

/** The truth of an XML sample. It has no pages, so no evidence. */
export function expectedOfXml(seed: string, layout: string, language: string, invoice: Invoice): Expected {
  const data: Record<string, unknown> = {}
  const unsaid = layout === 'upd' ? UNSAID_IN_UPD : UNSAID
  for (const [path, value] of leaves(invoice)) if (!unsaid.test(path)) setAt(data, path, value)
  if (layout === 'upd') return { seed, layout, language, data, evidence: {} }
  setAt(data, 'payment.meansCode', layout === 'ubl' ? '30' : '58')
  setAt(data, 'note', 'ОБРАЗЕЦ / SPECIMEN')
  return { seed, layout, language, data, evidence: {} }
}
