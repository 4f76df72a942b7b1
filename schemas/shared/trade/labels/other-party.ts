import { type CaptionList, captions } from './caption.ts'

/** Captions of parties, their numbers and accounts as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER_PARTY: CaptionList = [
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
    'contact',
    1,
    `
    Telefoon
  `,
  ),
]
