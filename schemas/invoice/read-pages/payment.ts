import { below, type Span, textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { findIdentifiers, type IdentifierKind } from '../../../core/identifiers/index.ts'
import type { Caption } from '../labels/index.ts'
import { candidate, type InvoiceText, valuesRight } from './context.ts'

const FIELDS: readonly (readonly [kind: IdentifierKind, path: string, caption: Caption])[] = [
  ['iban', 'payment.iban', 'iban'],
  ['bic', 'payment.bic', 'bic'],
  ['bik', 'payment.bik', 'bik'],
  ['account', 'payment.account', 'account'],
  ['corrAccount', 'payment.corrAccount', 'corrAccount'],
]

/** Bank details by form, checksum and caption. */
export function readPayment(invoice: InvoiceText): readonly Candidate[] {
  const out: Candidate[] = []
  for (const line of invoice.text.lines) {
    const hits = invoice.hitsOn(line)
    for (const id of findIdentifiers(line.text)) {
      const field = FIELDS.find(([kind]) => kind === id.kind)
      if (!field) continue
      const [, path, caption] = field
      const near = hits.some((h) => h.kind === caption && h.to <= id.start + 1) || captionBeside(invoice, line, caption)
      // Six capitals may be a word: a BIC needs its caption.
      if ((caption === 'bic' || caption === 'bik') && !near && !(caption === 'bic' && /\d/.test(id.value))) continue
      const debtor =
        /abgebucht|einzug|eingezogen|lastschrift|prélev|direct debit|ваш|your account|ihrem konto/iu.test(line.text) && !near ? 0.2 : 0
      const checked = id.valid === true ? 0.12 : id.valid === false ? -0.1 : 0
      out.push(candidate(path, id.value, [{ line, from: id.start, to: id.end }], 0.72 + checked + (near ? 0.12 : 0) - debtor))
    }
  }
  return [...out, ...captionedIban(invoice, out), ...bankName(invoice)]
}

function captionBeside(invoice: InvoiceText, line: Span['line'], caption: Caption): boolean {
  return invoice
    .hitsOf(caption)
    .some(
      (hit) =>
        hit.line.page === line.page &&
        hit.line !== line &&
        (Math.abs(hit.line.at.y0 - line.at.y0) < 0.5 * line.em ||
          (line.at.y0 - hit.line.at.y1 > -0.3 * line.em &&
            line.at.y0 - hit.line.at.y1 < 1.2 * line.em &&
            Math.abs(hit.line.at.x0 - line.at.x0) < 3 * line.em)),
    )
}

/** An IBAN of wrong length or country behind its caption: read as printed, the rules will say what is wrong. */
function captionedIban(invoice: InvoiceText, found: readonly Candidate[]): readonly Candidate[] {
  if (found.some((c) => c.path === 'payment.iban')) return []
  return invoice.hitsOf('iban').flatMap((hit) => {
    const place = valuesRight(invoice, hit)[0]
    const match = place && /^[^\p{L}\d]*([A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30})(?![A-Za-z0-9])/u.exec(textOf(place.span))
    if (!place || !match) return []
    const from = place.span.from + textOf(place.span).indexOf(match[1]!)
    return [candidate('payment.iban', match[1]!.replace(/\s/g, ''), [{ line: place.span.line, from, to: from + match[1]!.length }], 0.6)]
  })
}

/** Behind its caption, or, in the head of a Russian счёт, above the words «Банк получателя». */
function bankName(invoice: InvoiceText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('bankName')) {
    if (hit.from > 0) continue
    const above = invoice
      .page(hit.line)
      .lines.filter(
        (l) =>
          l !== hit.line &&
          l.at.y0 < hit.line.at.y0 &&
          hit.line.at.y0 - l.at.y1 < 2.5 * l.em &&
          Math.abs(l.at.x0 - hit.line.at.x0) < 2 * l.em,
      )
      .sort((a, b) => b.at.y0 - a.at.y0)[0]
    const under = below(hit.line.at, invoice.page(hit.line), 1.6).find((l) => l !== hit.line)
    const named = [above, under].find((l) => l && /банк|bank/iu.test(l.text)) ?? above
    const caption = /^\p{Script=Cyrillic}/u.test(hit.line.text) && hit.line.text.trim().length <= hit.to
    const right = valuesRight(invoice, hit)[0]
    const span = caption && named ? { line: named, from: 0, to: named.text.length } : right?.span
    if (!span) continue
    const name = /^[^;:\d]{3,70}/u
      .exec(textOf(span))?.[0]
      .trim()
      .replace(/[\s,–-]+$/u, '')
    if (name === undefined || !/\p{L}{3}/u.test(name) || /^(?:details|account|verbindung)/i.test(name)) continue
    return [candidate('payment.bankName', name, [{ line: span.line, from: span.from, to: span.from + name.length }], 0.6)]
  }
  return []
}
