import type { Attachment, Fact, Paper, PaperBlock } from '../../../../core/paper/index.ts'
import type { Invoice } from '../../schema.ts'
import { CREDIT_NOTE_TYPES } from '../en16931/index.ts'
import { CAPTIONS, type Captions } from './captions.ts'
import type { PaperLanguage } from './language.ts'
import { linesOf } from './lines.ts'
import { partiesOf } from './parties.ts'
import { sumsOf } from './sums.ts'
import { printedDate } from './values.ts'
import { meansWord, titleWord } from './words.ts'

/** The page of a prepared record without lacks: every value that the XML inside has, and no other. */
export function paperOf(data: Invoice, language: PaperLanguage, createdAt: string, attachment: Attachment): Paper {
  const words = CAPTIONS[language]
  const code = data.typeCode ?? ''
  const title = `${titleWord(code, CREDIT_NOTE_TYPES.has(code), language)} ${data.number ?? ''}`
  return {
    kind: 'paper',
    title,
    shortTitle: [title, data.issueDate && printedDate(data.issueDate, language), data.seller.name].filter(Boolean).join(' · '),
    language,
    createdAt,
    pageNumber: words.page,
    attachment,
    blocks: [
      ...partiesOf(data, words, language),
      factsOf(null, headOf(data, words, language)),
      linesOf(data, words, language),
      ...sumsOf(data, words, language),
      factsOf(words.payment, paymentOf(data, words, language)),
      ...(data.note === null ? [] : [{ kind: 'text', heading: words.note, text: data.note } as const]),
    ].filter((block) => block.kind !== 'facts' || block.facts.length > 0),
  }
}

function headOf(data: Invoice, words: Captions, language: PaperLanguage): readonly Maybe[] {
  const date = (iso: string | null) => (iso === null ? null : printedDate(iso, language))
  const { period, precedingInvoice } = data
  return [
    [words.number, data.number],
    [words.issueDate, date(data.issueDate)],
    [words.dueDate, date(data.dueDate)],
    [words.deliveryDate, date(data.deliveryDate)],
    [words.period, joined([date(period.start), date(period.end)], ' – ')],
    [words.precedingInvoice, joined([precedingInvoice.number, date(precedingInvoice.date)], ', ')],
    [words.purchaseOrder, data.purchaseOrder],
    [words.contractRef, data.contractRef.number],
    [words.buyerReference, data.buyerReference],
    [words.currency, data.currency],
  ]
}

function paymentOf({ payment, paymentTerms }: Invoice, words: Captions, language: PaperLanguage): readonly Maybe[] {
  return [
    [words.means, payment.meansCode === null ? null : meansWord(payment.meansCode, language)],
    [words.iban, payment.iban],
    [words.account, payment.iban === null ? payment.account : null],
    [words.bic, payment.bic],
    [words.reference, payment.reference],
    // Terms that are a bare number are days (core/values, terms).
    [words.terms, paymentTerms !== null && /^\d+$/.test(paymentTerms) ? `${paymentTerms} ${words.days}` : paymentTerms],
  ]
}

type Maybe = readonly [caption: string, value: string | null]

function factsOf(heading: string | null, facts: readonly Maybe[]): PaperBlock {
  return { kind: 'facts', heading, facts: facts.filter((fact): fact is Fact => fact[1] !== null) }
}

function joined(parts: readonly (string | null)[], between: string): string | null {
  const there = parts.filter((part) => part !== null)
  return there.length === 0 ? null : there.join(between)
}
