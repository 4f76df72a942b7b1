/** A place of the payload that says one value: `raw` is the text as it stands in the code. */
export interface Said {
  readonly value: string
  readonly raw: string
}

/** Payment order of a Russian bank (ГОСТ Р 56042-2014). `sum` in roubles as a decimal string; `other` holds the remaining keys as given. */
export interface RussianPayment {
  readonly kind: 'ru-payment'
  readonly name: Said
  readonly account: Said
  readonly bankName: Said
  readonly bik: Said
  readonly corrAccount: Said
  readonly sum: Said | null
  readonly inn: Said | null
  readonly kpp: Said | null
  readonly other: Readonly<Record<string, string>>
}

/** Fiscal receipt (54-ФЗ). `operation`: sale, refund, purchase, purchase refund. */
export interface RussianReceipt {
  readonly kind: 'ru-receipt'
  readonly date: Said
  readonly time: Said
  readonly total: Said
  readonly drive: string
  readonly document: string
  readonly sign: string
  readonly operation: 'sale' | 'refund' | 'purchase' | 'purchase_refund'
}

/** SEPA credit transfer (EPC069-12) or Swiss QR-bill (SIX implementation guidelines 2.x). */
export interface Transfer {
  readonly kind: 'epc' | 'swiss'
  readonly name: Said
  readonly iban: Said
  readonly bic: Said | null
  readonly amount: Said | null
  readonly currency: Said | null
  readonly reference: Said | null
}

export type CodePayload = RussianPayment | RussianReceipt | Transfer

/** «1234.5» → «1234.50»; null when it is no amount. */
export function amountOf(text: string): string | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text)
  return match ? `${match[1]!.replace(/^0+(?=\d)/, '')}.${(match[2] ?? '').padEnd(2, '0')}` : null
}
