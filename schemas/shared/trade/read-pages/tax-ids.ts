import { idAtStart } from '../../../../core/candidates/index.ts'
import { type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import { findIdentifiers, plainVatId } from '../../../../core/identifiers/index.ts'
import type { Caption } from '../labels/index.ts'
import { type Hit, type TradeText, valuesRight } from './context.ts'

export interface PrintedId {
  readonly kind: 'vatId' | 'taxRegId' | 'inn' | 'kpp' | 'legalId'
  readonly value: string
  readonly span: Span
  /** The caption itself names the owner ("Ihre USt-IdNr.", «ИНН/КПП продавца»). */
  readonly owner: 'seller' | 'buyer' | null
  readonly captioned: boolean
  /** Where its caption stands when that is the end of the line before: whose it is shows there. */
  readonly after?: Span
}

/** Tax and register numbers of both parties, in reading order. */
export function printedIds(invoice: TradeText): readonly PrintedId[] {
  const found = [...captioned(invoice), ...loose(invoice)]
  return found.filter(
    (id, i) => !found.slice(0, i).some((o) => o.span.line === id.span.line && o.span.from < id.span.to && o.span.to > id.span.from),
  )
}

function captioned(invoice: TradeText): readonly PrintedId[] {
  return invoice.hitsOf('buyerVatId', 'vatId', 'taxNumber', 'inn', 'kpp', 'legalId').flatMap((hit) => {
    for (const place of valuesRight(invoice, hit).slice(0, 2)) {
      const id = read(hit.kind, place.span, hit)
      if (id) return id
      if (place.relation === 'same line' && textOf(place.span).trim().length > 3) break
    }
    return under(invoice, hit)
  })
}

/** The number under its caption, as in a table of references. */
function under(invoice: TradeText, hit: Hit): readonly PrintedId[] {
  const before = hit.line.text.slice(0, hit.from)
  // «…, ИНН: 9898734875, КПП:» and the number on the next line: a running text goes on.
  if (hit.line.text.slice(hit.to).trim().length > 2 || (hit.from > 0 && !/[,;:|·]\s*$/u.test(before))) return []
  const line = invoice
    .page(hit.line)
    .lines.find(
      (l) =>
        l.at.y0 > hit.line.at.y0 + 0.5 * hit.line.em &&
        l.at.y0 - hit.line.at.y1 < hit.line.em &&
        margins(hit.line).some((x0) => Math.abs(l.at.x0 - x0) < 2 * l.em),
    )
  const ids = line ? (read(hit.kind, { line, from: 0, to: line.text.length }, hit) ?? []) : []
  return hit.from > 0 ? ids.map((id) => ({ ...id, after: hit })) : ids
}

/** Where the text of a line may go on under it: at its own start, or under what follows its first caption («Поставщик: ООО …»). */
function margins({ at, words }: TextLine): readonly number[] {
  const colon = words.findIndex((word) => word.word.text.endsWith(':'))
  return [at.x0, ...(words[colon + 1] && colon >= 0 ? [words[colon + 1]!.at.x0] : [])]
}

function read(caption: Caption, span: Span, hit: Hit): readonly PrintedId[] | null {
  const text = textOf(span)
  const owner = ownerIn(caption, textOf(hit))
  const at = (from: number, to: number): Span => ({ line: span.line, from: span.from + from, to: span.from + to })
  if (caption === 'inn' || caption === 'kpp') {
    const pair = /^[^\p{L}\p{N}]*(\d{10}|\d{12})\s*(?:\/|\\|КПП|,|\s)\s*(\d{9})?(?!\d)/u.exec(text)
    const single = /^[^\p{L}\p{N}]*(\d{9,12})(?!\d)/u.exec(text)
    if (caption === 'inn' && pair) {
      const inn = text.indexOf(pair[1]!)
      const first: PrintedId = { kind: 'inn', value: pair[1]!, span: at(inn, inn + pair[1]!.length), owner, captioned: true }
      const kpp = pair[2] ? text.indexOf(pair[2], inn + 10) : -1
      return kpp < 0 ? [first] : [first, { kind: 'kpp', value: pair[2]!, span: at(kpp, kpp + 9), owner, captioned: true }]
    }
    if (!single) return null
    const length = single[1]!.length
    const kind = length === 9 ? 'kpp' : 'inn'
    if ((caption === 'kpp') !== (kind === 'kpp')) return null
    const from = text.indexOf(single[1]!)
    return [{ kind, value: single[1]!, span: at(from, from + length), owner, captioned: true }]
  }
  if (caption === 'taxNumber') {
    const number = /^[^\p{L}\p{N}(]*(?:\([^)]*\)\s*)?(\d[\d/ .-]{6,18}\d)/u.exec(text)
    if (!number) return null
    const from = text.indexOf(number[1]!)
    return [{ kind: 'taxRegId', value: number[1]!.trim(), span: at(from, from + number[1]!.length), owner, captioned: true }]
  }
  if (caption === 'legalId') {
    const found =
      /^[^\p{L}\p{N}]*(?:(?!HR\s?[AB]\s?\d)(?:n[°o]|nr|no|№|\p{Lu}[\p{L}. ]{0,25}?)\.?\s?:?\s?)?((?:HR\s?[AB]|H\s?[AB]|B)?\s?\d[\d ]{3,17}\d?)/u.exec(
        text,
      )
    if (!found) return null
    const value = found[1]!.trim()
    const from = text.indexOf(found[1]!)
    const prefix = /HR[AB]$/i.test(hit.line.text.slice(hit.from, hit.to).trim()) ? `${hit.line.text.slice(hit.from, hit.to).trim()} ` : ''
    return [{ kind: 'legalId', value: prefix + value, span: at(from, from + found[1]!.trimEnd().length), owner, captioned: true }]
  }
  const vat = findIdentifiers(text).find((i) => i.kind === 'vatId' && i.start <= 25)
  if (vat) return [{ kind: 'vatId', value: vat.value, span: at(vat.start, vat.end), owner, captioned: true }]
  const prefixed = /^[^\p{L}\p{N}]*([A-Z]{2,3}\s?\d[\dA-Z .]{5,14}\d[A-Z]{0,2}|[A-Z]\d{9,11})(?![\p{L}\d])/u.exec(text)
  if (prefixed) {
    const from = text.indexOf(prefixed[1]!)
    return [{ kind: 'vatId', value: plainVatId(prefixed[1]!), span: at(from, from + prefixed[1]!.length), owner, captioned: true }]
  }
  // An American employer's number is no VAT id.
  const ein = /^[^\p{L}\p{N}]*(?:(?:id )?no\.?[\s:]*)?(\d{2}-\d{7})(?![\d-])/iu.exec(text)
  if (ein) {
    const from = text.indexOf(ein[1]!)
    return [{ kind: 'taxRegId', value: ein[1]!, span: at(from, from + ein[1]!.length), owner, captioned: true }]
  }
  // National numbers without a country prefix (GSTIN, ABN, EIN): only behind a caption that says "number" or "id".
  const caption_ = hit.line.text.slice(hit.from, hit.to)
  const id = idAtStart(text)
  const digits = id?.value.replace(/\D/g, '').length ?? 0
  const named = /n[ro°]|num|id|reg|gst|abn|ein|trn|nip|nif|cif|iva\b/iu.test(caption_)
  return id && named && digits >= 7 && !/[.,]\d{2}$/.test(id.value)
    ? [{ kind: 'vatId', value: id.value.replace(/[\s]/g, ''), span: at(id.from, id.to), owner, captioned: true }]
    : null
}

function ownerIn(caption: Caption, printed: string): PrintedId['owner'] {
  if (caption === 'buyerVatId' || /покупателя|заказчика|плательщика/iu.test(printed)) return 'buyer'
  return /продавца|поставщика|исполнителя|получателя/iu.test(printed) ? 'seller' : null
}

/** VAT ids without a caption: a valid number is proof enough. */
function loose(invoice: TradeText): readonly PrintedId[] {
  return invoice.text.lines.flatMap((line: TextLine) =>
    findIdentifiers(line.text).flatMap((id): readonly PrintedId[] =>
      id.kind === 'vatId' && id.valid
        ? [{ kind: 'vatId', value: id.value, span: { line, from: id.start, to: id.end }, owner: null, captioned: false }]
        : [],
    ),
  )
}
