import { type CaptionList, captions } from './caption.ts'

/** Captions of amounts as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER_MONEY: CaptionList = [
  captions(
    'linesNet',
    0.9,
    `
    Subtotaal
  `,
  ),
  captions(
    'net',
    1,
    `
    Totaal excl. btw | Totaal exclusief btw | Subtotaal excl. btw | Bedrag excl. btw | Totaal excl. | Netto bedrag | Nettobedrag |
    Base imponible | Totale imponibile | Imponibile | Razem netto | Wartość netto | Totaal netto | Grondslag | Total sin IVA |
    Suma netto | Netto totaal | Totale netto | Subtotaal (excl. btw)
  `,
  ),
  captions(
    'tax',
    1,
    `
    BTW | BTW bedrag | Totaal BTW | Btw-bedrag | IVA | Cuota IVA | Totale IVA | Importo IVA | VAT kwota | Kwota VAT | Razem VAT | MVA |
    Moms | Total IVA | Imposta | Btw totaal | Importe IVA | PTU
  `,
  ),
  captions(
    'gross',
    1,
    `
    Totaal incl. btw | Totaal inclusief btw | Factuur totaal | Factuurtotaal | Totaal bedrag | Totaalbedrag | Factuurbedrag |
    Total con IVA | Importe total | Total factura | Totale fattura | Totale documento | Razem brutto | Wartość brutto | Do zapłaty |
    Totaal factuur | Totale | Totaalbedrag incl. btw | Bedrag incl. btw | Suma brutto | Totale da pagare | Total a pagar | Totaal incl.
  `,
  ),
  captions(
    'total',
    1,
    `
    Totaal | Summa | Razem
  `,
  ),
  captions(
    'due',
    1,
    `
    Te betalen | Openstaand bedrag | Nog te betalen | Te voldoen | Pozostało do zapłaty | Netto a pagare | Saldo | Te betalen bedrag |
    Totaal te betalen | Importe a pagar | Razem do zapłaty | Att betala | At betale | Å betale | Da pagare
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Reeds betaald | Aanbetaling | Voorschot | Zapłacono
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Korting | Descuento | Sconto | Rabat
  `,
  ),
  captions(
    'charges',
    1,
    `
    Verzendkosten | Gastos de envío | Spese di trasporto
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Afronding
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    BTW % | Btw-tarief
  `,
  ),
  captions(
    'inWords',
    1,
    `
    Słownie
  `,
  ),
]
