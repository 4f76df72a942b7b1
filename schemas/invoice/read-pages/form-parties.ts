import { parseAddress } from '../../../core/candidates/index.ts'
import { textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { candidate, type InvoiceText } from './context.ts'
import { type FormRow, formRows } from './form-rows.ts'
import type { PlacedParty } from './party-places.ts'

/** Seller and buyer of счёт-фактура and УПД: «Продавец:», then its own «Адрес:». */
export function formParties(invoice: InvoiceText): readonly PlacedParty[] {
  const rows = formRows(invoice)
  return (['seller', 'buyer'] as const).flatMap((role): readonly PlacedParty[] => {
    const at = rows.findIndex((row) => row.hit.kind === role && row.value.length > 0)
    const name = rows[at]?.value ?? []
    if (!name[0] || !/\p{L}{2}/u.test(textOf(name[0]))) return []
    const next = rows.slice(at + 1, at + 3)
    const spans = next.find((row) => row.hit.kind === 'address')?.value ?? []
    const address = spans.length === 0 ? null : parseAddress([spans.map(textOf).join(' ')])
    const lines = [...rows.slice(at, at + 1), ...next].flatMap((row) => [row.hit.line, ...row.value.map((span) => span.line)])
    return [{ name: name[0], nameMore: name.slice(1), address, addressSpans: address ? spans : [], lines, role, score: 1, how: 'caption' }]
  })
}

/** Who sends and who receives the goods, as printed: often «он же». */
export function readConsignment(invoice: InvoiceText): readonly Candidate[] {
  const rows = formRows(invoice)
  const printed = (path: string, of: RegExp): readonly Candidate[] => {
    const row: FormRow | undefined = rows.find(({ hit, value }) => of.test(textOf(hit)) && value.length > 0)
    return row ? [candidate(path, row.value.map((span) => textOf(span).trim()).join(' '), row.value, 0.85)] : []
  }
  return [...printed('consignor', /^грузоотправитель/iu), ...printed('consignee', /^грузополучатель/iu)]
}
