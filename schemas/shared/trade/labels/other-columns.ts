import { type ColumnList, columns } from './column.ts'

/** Headings over the columns of line items as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER_COLUMNS: ColumnList = [
  columns(
    'position',
    `
    № | Num | Poz | Lp | N
  `,
  ),
  columns(
    'name',
    `
    Omschrijving | Artikelomschrijving | Descripción | Concepto | Descrizione | Opis | Nazwa | Nazwa towaru | Nazwa towaru lub usługi |
    Producto | Prodotto | Beskrivelse | Beskrivning | Descrição | Nazwa usługi | Dienst | Product omschrijving
  `,
  ),
  columns(
    'article',
    `
    Artikelcode | Código | Codice | Kod | Referencia | Artikelref | Indeks
  `,
  ),
  columns(
    'quantity',
    `
    Quant | Aantal | Hoeveelheid | Cantidad | Cant | Quantità | Q.tà | Ilość | Antal | Quantidade | Qtd | Uren | QUANT.
  `,
  ),
  columns(
    'unit',
    `
    U/M | Eenheid | Unidad | U.M. | J.m. | Jm | UM
  `,
  ),
  columns(
    'unitPrice',
    `
    Prijs | Stukprijs | Stuksprijs | Eenheidsprijs | Prijs per stuk | Precio | Precio unitario | Precio unit | Prezzo |
    Prezzo unitario | Cena | Cena netto | Cena jedn | Cena jednostkowa netto | Pris | Á-pris | Preço unitário | Prezzo unit | Tarief |
    Stukprijs excl. btw
  `,
  ),
  columns(
    'grossPrice',
    `
    Prijs incl. btw | Prijs incl.
  `,
  ),
  columns(
    'amount',
    `
    EUR | Bedrag | Totaal | Regeltotaal | Totaalbedrag | Importe | Importo | Wartość | Totale | Suma | Totaal bedrag | Beløb | Belopp |
    Valor
  `,
  ),
  columns(
    'net',
    `
    Wartość netto | Bedrag excl. btw | Totaal excl. btw | Netto bedrag | Imponibile | Totaal excl | Bedrag excl | Excl. btw |
    Base imponible
  `,
  ),
  columns(
    'gross',
    `
    Wartość brutto | Bedrag incl. btw | Totaal incl. btw | Total con IVA | Totaal incl | Incl. btw
  `,
  ),
  columns(
    'taxRate',
    `
    BTW | BTW % | % BTW | Btw-tarief | IVA | IVA % | Stawka VAT | MVA | Moms | Moms % | Tasso IVA | Aliq. IVA | BTW tarief | Aliquota |
    Stawka
  `,
  ),
  columns(
    'tax',
    `
    BTW bedrag | Kwota VAT
  `,
  ),
  columns(
    'discount',
    `
    Korting | Descuento | Dto | Sconto | Rabat | Sc. % | Kort. % | % Dto | Korting %
  `,
  ),
  columns(
    'date',
    `
    Fecha | Data
  `,
  ),
  columns(
    'other',
    `
    PE | Colli
  `,
  ),
]
