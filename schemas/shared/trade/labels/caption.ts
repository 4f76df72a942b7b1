import type { CaptionSet } from '../../../../core/extraction/labels/index.ts'

/** Captions with an amount of the whole document behind them. */
export const MONEY_CAPTIONS = [
  'linesNet',
  'net',
  'tax',
  'gross',
  'total',
  'due',
  'prepaid',
  'allowances',
  'charges',
  'rounding',
  'taxBase',
] as const

/**
 * What a printed caption announces. Kinds that no field uses (`customerNumber`, `orderDate` …) are there to claim their captions: the longest
 * match wins, so "Lieferdatum" never counts as the invoice date and a customer number never as the invoice number.
 */
export const CAPTION_KINDS = [
  'number',
  'title',
  'creditTitle',
  'issueDate',
  'date',
  'dueDate',
  'deliveryDate',
  'period',
  'purchaseOrder',
  'buyerReference',
  'contractRef',
  'precedingInvoice',
  'paymentReference',
  'paymentTerms',
  'currency',
  ...MONEY_CAPTIONS,
  'inWords',
  'lineCount',
  'seller',
  'buyer',
  'shipTo',
  'payee',
  'otherParty',
  'name',
  'address',
  'vatId',
  'buyerVatId',
  'taxNumber',
  'inn',
  'kpp',
  'legalId',
  'iban',
  'bic',
  'bik',
  'account',
  'corrAccount',
  'bankName',
  'customerNumber',
  'orderDate',
  'otherNumber',
  'otherDate',
  'contact',
  'lineNumber',
] as const

export type Caption = (typeof CAPTION_KINDS)[number]
export type CaptionList = readonly CaptionSet<Caption>[]

/** `texts`: captions between bars. `weight` 0..1: how sure the caption alone makes the kind. */
export function captions(kind: Caption, weight: number, texts: string): CaptionSet<Caption> {
  return { kind, weight, texts: texts.split('|').map((text) => text.trim()) }
}
