import { leaves, setAt } from '../../core/paths.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import type { Expected } from '../expected.ts'

export { ciiOf } from './cii.ts'
export { attachXml } from './hybrid.ts'
export { ublOf } from './ubl.ts'

/** What the model knows and the standard has no element for, or these writers leave out. */
const UNSAID =
  /^(lines\[\d+\]\.(tax|gross|unitRaw|description)|totals\.lineCount|payment\.bankName|period\.|contractRef\.|paymentTerms$|(seller|buyer)\.taxRegId)/

/** The truth of an XML sample. It has no pages, so no evidence. */
export function expectedOfXml(seed: string, layout: string, language: string, invoice: Invoice): Expected {
  const data: Record<string, unknown> = {}
  for (const [path, value] of leaves(invoice)) if (!UNSAID.test(path)) setAt(data, path, value)
  setAt(data, 'payment.meansCode', layout === 'ubl' ? '30' : '58')
  setAt(data, 'note', 'ОБРАЗЕЦ / SPECIMEN')
  return { seed, layout, language, data, evidence: {} }
}
