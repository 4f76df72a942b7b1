import { type CaptionList, captions } from './caption.ts'

/** Captions as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER: CaptionList = [
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
    'contract',
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
    'paymentReference',
    0.9,
    `
    Betalingskenmerk | KID | OCR-nummer | Betaalkenmerk
  `,
  ),
  captions(
    'paymentTerms',
    0.9,
    `
    Betalingsconditie | Betalingstermijn | Betaalconditie | Betalingsvoorwaarden | Condiciones de pago
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
  captions(
    'seller',
    1,
    `
    Leverancier | Verkoper | Proveedor | Vendedor | Emisor | Fornitore | Cedente | Sprzedawca | Cedente/prestatore | Wystawca
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Factuuradres | Klant | Koper | Factuur aan | Aan | Afnemer | Comprador | Cliente | Cessionario | Acquirente | Nabywca | Facturar a |
    Facturado a | Fatturato a | Spett.le | Intestatario | Cessionario/committente | Gefactureerd aan | Debiteur | Datos del cliente |
    Klientas | Odbiorca faktury
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Afleveradres | Leveringsadres | Dirección de envío | Destinazione | Odbiorca | Bezorgadres
  `,
  ),
  captions(
    'payee',
    1,
    `
    Begunstigde | Ten name van | t.n.v. | Titular | Beneficiario
  `,
  ),
  captions(
    'otherParty',
    1,
    `
    Contactpersoon | Onderwerp
  `,
  ),
  captions(
    'name',
    0.9,
    `
    Naam | Bedrijf | Nombre | Razón social | Ragione sociale | Nazwa | Bedrijfsnaam
  `,
  ),
  captions(
    'address',
    0.9,
    `
    Adres | Dirección | Indirizzo | Domicilio
  `,
  ),
  captions(
    'vatId',
    1,
    `
    BTW-nummer | BTW nummer | BTW nr | Btw-id | BTW | NIF | CIF | NIF/CIF | P.IVA | Partita IVA | NIP | Btw-identificatienummer |
    BTW-nr | Ons BTW nummer | P. IVA | C.I.F. | N.I.F. | VAT UE | DIČ | CVR | Org.nr | Ondernemingsnummer | MVA nr
  `,
  ),
  captions(
    'buyerVatId',
    1,
    `
    Uw BTW nummer | BTW nummer klant | Uw btw-nr | Btw-nr klant
  `,
  ),
  captions(
    'legalId',
    1,
    `
    KvK | KVK nummer | KvK-nr | CIN | REGON | Kamer van Koophandel | KvK-nummer
  `,
  ),
  captions(
    'account',
    1,
    `
    Rekeningnummer | Rek. nr | Rekening | Rachunek | Numer konta
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Banco | Banca | Geldinstitut
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
    'contact',
    1,
    `
    Telefoon
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
