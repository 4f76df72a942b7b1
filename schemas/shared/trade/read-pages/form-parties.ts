import { parseAddress } from '../../../../core/candidates/index.ts'
import { type Span, sameRow, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type TradeText, valuesRight } from './context.ts'
import { continuation } from './continuation.ts'
import { formRows } from './form-rows.ts'
import type { PlacedParty } from './party-places.ts'

/** Seller and buyer of счёт-фактура and УПД: «Продавец:», then its own «Адрес:». */
export function formParties(invoice: TradeText): readonly PlacedParty[] {
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
export function readConsignment(invoice: TradeText): readonly Candidate[] {
  const rows = formRows(invoice)
  const printed = (path: string, of: RegExp): readonly Candidate[] => {
    const row = rows.find(({ hit, value }) => of.test(textOf(hit)) && value.length > 0)
    const spans = row?.value ?? captioned(invoice, of)
    return spans.length > 0 ? [candidate(path, spans.map((span) => textOf(span).trim()).join(' '), spans, 0.85)] : []
  }
  return [...printed('consignor', /^грузоотправитель/iu), ...printed('consignee', /^грузополучатель/iu)]
}

/** «Грузополучатель: ООО …» outside the statutory form: the value and the lines it goes on over. */
function captioned(invoice: TradeText, of: RegExp): readonly Span[] {
  const hit = invoice.hitsOf('shipTo', 'otherParty').find((h) => h.from === 0 && of.test(textOf(h)))
  const first = hit && valuesRight(invoice, hit)[0]?.span
  if (!hit || !first) return []
  const page = invoice.page(hit.line)
  const x0 = first.line.words.find((w) => w.to > first.from)?.at.x0 ?? first.line.at.x0
  const captionAt = (line: TextLine) =>
    page.lines.some((l) => l.at.x0 <= line.at.x0 && sameRow(l.at, line.at) && invoice.hitsOn(l).some((h) => h.from === 0))
  return [{ ...first, to: first.line.text.length }, ...continuation(page, first.line, x0, captionAt)]
}
