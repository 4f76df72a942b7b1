import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { findIdentifiers, type IdentifierKind } from '../../../../core/identifiers/index.ts'
import type { Caption } from '../labels/index.ts'
import { readBankName } from './bank-name.ts'
import { candidate, type TradeText, valuesRight } from './context.ts'
import { readMeans } from './means-code.ts'
import { readPlainAccount } from './plain-account.ts'

const FIELDS: readonly (readonly [kind: IdentifierKind, path: string, caption: Caption])[] = [
  ['iban', 'payment.iban', 'iban'],
  ['bic', 'payment.bic', 'bic'],
  ['bik', 'payment.bik', 'bik'],
  ['account', 'payment.account', 'account'],
  ['corrAccount', 'payment.corrAccount', 'corrAccount'],
]

/** Bank details by form, checksum and caption. */
export function readPayment(invoice: TradeText): readonly Candidate[] {
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
  return [...out, ...captionedIban(invoice, out), ...plainAccounts(invoice, out), ...readBankName(invoice), ...readMeans(invoice)]
}

function plainAccounts(invoice: TradeText, found: readonly Candidate[]): readonly Candidate[] {
  return found.some((c) => c.path === 'payment.iban' || c.path === 'payment.account') ? [] : readPlainAccount(invoice)
}

function captionBeside(invoice: TradeText, line: Span['line'], caption: Caption): boolean {
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
function captionedIban(invoice: TradeText, found: readonly Candidate[]): readonly Candidate[] {
  if (found.some((c) => c.path === 'payment.iban')) return []
  return invoice.hitsOf('iban').flatMap((hit) => {
    const place = valuesRight(invoice, hit)[0]
    const match = place && /^[^\p{L}\d]*([A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30})(?![A-Za-z0-9])/u.exec(textOf(place.span))
    if (!place || !match) return []
    const from = place.span.from + textOf(place.span).indexOf(match[1]!)
    return [candidate('payment.iban', match[1]!.replace(/\s/g, ''), [{ line: place.span.line, from, to: from + match[1]!.length }], 0.6)]
  })
}
