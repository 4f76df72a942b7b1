import { type CaptionList, captions } from './caption.ts'

/** Captions over numbers, references and dates as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER_HEAD: CaptionList = [
  captions(
    'number',
    1,
    `
    Factuurnummer | Factuurnr | Factuur nummer | Factuur nr | Número de factura | Nº de factura | Factura nº | Nº factura | Factura no |
    Numero fattura | Fattura n | Fattura nr | N. fattura | Numer faktury | Faktura nr | Faktura VAT nr | Nr faktury | Fakturanummer |
    Fakturanr | Fatura nº | Factuurno | Notanummer | Creditnotanummer
  `,
  ),
  captions(
    'number',
    0.5,
    `
    Factuur | Factura | Faktura
  `,
  ),
  captions(
    'title',
    1,
    `
    Factuur | Verkoopfactuur | Factura | Fattura | Faktura | Faktura VAT | Fatura | Nota | Kopie factuur
  `,
  ),
  captions(
    'creditTitle',
    1,
    `
    Creditnota | Creditfactuur | Nota di credito | Nota de crédito | Faktura korygująca
  `,
  ),
  captions(
    'issueDate',
    1,
    `
    Factuurdatum | Factuur datum | Datum factuur | Fecha de factura | Fecha factura | Fecha de emisión | Data fattura | Data emissione |
    Data wystawienia | Data faktury | Fakturadato | Fakturadatum | Data de emissão | Notadatum
  `,
  ),
  captions(
    'date',
    0.75,
    `
    Fecha | Data | Dato
  `,
  ),
  captions(
    'dueDate',
    1,
    `
    Vervaldatum | Te betalen voor | Uiterste betaaldatum | Betaaldatum | Betalen voor | uiterlijk | Vervaldag | Fecha de vencimiento |
    Vencimiento | Data scadenza | Scadenza | Termin płatności | Forfallsdato | Förfallodatum | Forfaldsdato | Data de vencimento
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Leverdatum | Fecha de entrega | Data consegna | Data sprzedaży | Data dostawy | Leveringsdato | Leveransdatum | Datum levering
  `,
  ),
  captions(
    'period',
    1,
    `
    Factuurperiode
  `,
  ),
  captions(
    'purchaseOrder',
    0.7,
    `
    Ordernummer
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Inkooporder | Inkoopordernummer | Uw ordernummer | Número de pedido | Pedido | Numero ordine | Ordine n | Numer zamówienia |
    Bestelnummer | Uw bestelling | Uw order | Nº de pedido
  `,
  ),
  captions(
    'buyerReference',
    0.8,
    `
    Uw kenmerk | Uw referentie
  `,
  ),
  captions(
    'contractRef',
    0.8,
    `
    Contractnummer
  `,
  ),
  captions(
    'precedingInvoice',
    1,
    `
    Betreffende factuur | Original facture
  `,
  ),
  captions(
    'currency',
    1,
    `
    Valuta factuur | Moneda | Munteenheid
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    Klantnummer | Klantnr | Debiteurnummer | Klant nr | Klantcode | Debiteurnr
  `,
  ),
  captions(
    'orderDate',
    1,
    `
    Orderdatum | Besteldatum
  `,
  ),
  captions(
    'otherNumber',
    1,
    `
    Pakbonnummer | Pakbon | Ons kenmerk | Kenmerk | Projectnummer
  `,
  ),
  captions(
    'otherDate',
    1,
    `
    Data wpływu
  `,
  ),
  captions(
    'lineNumber',
    1,
    `
    Pagina
  `,
  ),
]
