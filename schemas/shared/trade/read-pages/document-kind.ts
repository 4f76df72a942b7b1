import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type Hit, type TradeText } from './context.ts'

const CORRECTION = /korrekturrechnung|rechnungskorrektur|berichtigte rechnung|corrected invoice|facture rectificative|исправленн/iu
const GIVES_BACK = /^[^\p{L}\p{N}]*(?:gutschrift|credit (?:note|memo|amount|total)|total credit|avoir|montant crédité)/iu

/** UNTDID 1001 by the words of the title; the first that fits. A pro forma is no invoice: it gets no code. */
const BY_TITLE: readonly (readonly [RegExp, string | null])[] = [
  [/pro ?-?forma|проформа/iu, null],
  [CORRECTION, '384'],
  [
    /anzahlungsrechnung|vorauszahlungsrechnung|prepayment invoice|advance (?:payment )?invoice|facture d['’]acompte|аванс|предоплат/iu,
    '386',
  ],
  [/self-?bill|autofactur|gutschriftsverfahren/iu, '389'],
]

/** «Счёт на оплату № 5» is found as the caption of a number, and is a title all the same when it opens the line. */
const OPENS_TITLE =
  /^(?:сч[её]т|инвойс|\p{L}*rechnung(?!s)|(?:\p{L}+ )?invoice(?! (?:date|num|#)|(?: no\.?:?$))|facture|factuur|fattura|faktura|factura)(?!\p{L})/iu

/** The kind of document as its title says it. */
export function readKind(invoice: TradeText): readonly Candidate[] {
  const credit = creditTitle(invoice)
  if (credit) return [candidate('typeCode', '381', [credit], 0.85)]
  const title = mainTitle(invoice)
  if (!title) return []
  const words: Span = { line: title.line, from: title.from, to: title.to }
  const known = BY_TITLE.find(([pattern]) => pattern.test(title.line.text))
  if (known) return known[1] === null ? [] : [candidate('typeCode', known[1], [words], 0.8)]
  return [candidate('typeCode', '380', [words], 0.85)]
}

/** The title that makes the document a credit note: at the start of a short line in the upper half of page 1. */
export function creditTitle(invoice: TradeText): Hit | null {
  const title = invoice
    .hitsOf('creditTitle')
    .find((hit) => hit.line.page === 1 && hit.line.at.y0 < 0.5 && hit.from === 0 && hit.line.words.length <= 8)
  const plain = invoice
    .hitsOf('title')
    .find((hit) => hit.line.page === 1 && hit.line.at.y0 < 0.5 && hit.from === 0 && hit.line.words.length <= 4)
  if (title && !(plain && plain.line.em > title.line.em)) return title
  // "Rechnungskorrektur" over "Gutschrift-Nr." and "Gutschriftsbetrag" gives money back.
  return plain && CORRECTION.test(textOf(plain)) && invoice.text.lines.some((line) => GIVES_BACK.test(line.text)) ? plain : null
}

/** The largest title that opens a line in the upper half of page 1; the upper one of two. */
function mainTitle(invoice: TradeText): Hit | null {
  const titles = invoice
    .hitsOf('title', 'number')
    .filter((hit) => hit.kind === 'title' || OPENS_TITLE.test(hit.line.text.slice(hit.from)))
    .filter((hit) => hit.line.page === 1 && hit.line.at.y0 < 0.5 && hit.line.text.slice(0, hit.from).trim().length <= 12)
    .filter((hit) => hit.line.words.length <= 14)
    .toSorted((a, b) => b.line.em - a.line.em || a.line.at.y0 - b.line.at.y0)
  return titles[0] ?? null
}
