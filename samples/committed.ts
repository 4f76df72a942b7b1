/** The samples that are kept in the repository. `write-committed.ts` makes them; a test reads them all. */
export interface CommittedCase {
  readonly name: string
  readonly layout: string
  readonly seed: string
  readonly form: 'pdf' | 'scan' | 'cii' | 'ubl' | 'upd' | 'hybrid'
}

const of = (form: CommittedCase['form'], name: string, layout: string, seed: string): CommittedCase => ({ name, layout, seed, form })

export const committed: readonly CommittedCase[] = [
  of('pdf', 'ru-schet', 'ru-schet', 's3'),
  of('pdf', 'ru-schet-two-pages', 'ru-schet', 's1'),
  of('pdf', 'ru-services-prepaid', 'ru-services', 's4'),
  of('pdf', 'ru-services-euro', 'ru-services', 's14'),
  of('pdf', 'ru-compact-no-vat', 'ru-compact', 's9'),
  of('pdf', 'ru-facture-two-rates', 'ru-facture', 's9'),
  of('pdf', 'us-classic-freight', 'us-classic', 's6'),
  of('pdf', 'uk-credit-note', 'uk-vat', 's1'),
  of('pdf', 'saas-discount', 'saas', 's9'),
  of('pdf', 'de-letter-two-pages', 'de-letter', 's5'),
  of('pdf', 'de-craft-down-payment', 'de-craft', 's2'),
  of('pdf', 'de-table-discounts', 'de-table', 's4'),
  of('pdf', 'fr-facture', 'fr-facture', 's4'),
  of('scan', 'scan-ru-schet', 'ru-schet', 'scan3'),
  of('scan', 'scan-uk-vat', 'uk-vat', 'scan13'),
  of('scan', 'scan-de-letter', 'de-letter', 'scan3'),
  of('cii', 'e-invoice-cii', 'de-table', 'x1'),
  of('ubl', 'e-invoice-ubl', 'fr-facture', 'x4'),
  of('upd', 'e-invoice-upd', 'ru-facture', 'x2'),
  of('hybrid', 'e-invoice-hybrid', 'de-table', 'x8'),
]
