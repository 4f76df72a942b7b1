import { type ColumnList, columns } from './column.ts'

/** Headings over the columns of line items as printed on English documents. */
export const ENGLISH_COLUMNS: ColumnList = [
  columns(
    'position',
    `
    Position | No | # | Item no | Line | Line no | Pos | Ln | Line # | Seq | Sr. no | Sl. no | S.No | Serial
  `,
  ),
  columns(
    'name',
    `
    Text | Description | Item | Item description | Product | Service | Details | Particulars | Description of goods |
    Product description | Items | Goods | Activity | Description of goods and services | Services | Product name | Product/Service |
    Description of services | Item name | Item & description | Goods and services | Service description | Subscription |
    Product / Service | Article | Description of service | Product or service | Products | Work done | Description of work |
    Service/Product | Goods/Services | Description / item
  `,
  ),
  columns(
    'article',
    `
    ID | SKU | Item code | Item # | Code | Product code | Part no | Part number | Item number | Article no | Article | Ref | Reference |
    Stock code | Catalogue no | Product no | Product ID | Item ID | Article number | Part # | Model | Product # | Item Ref | Part |
    Cat. no | Item no. / SKU | Product ref | Ref. no | Item reference | Order code | Product number | Style | Catalog no | Catalog #
  `,
  ),
  columns(
    'gtin',
    `
    EAN | GTIN | Barcode | EAN-Code | EAN/GTIN
  `,
  ),
  columns(
    'quantity',
    `
    Quantity | Qty | Hours | Hrs | Units | Qty. | No. of units | Days | Amount of units | QTY Ordered | Quantity ordered | Qnty |
    Quant. | Number | Ordered | Shipped qty | Qty shipped | Shipped | Delivered | Nos | Billed qty | Qty billed
  `,
  ),
  columns(
    'quantityUnit',
    `
    Quantity/Unit
  `,
  ),
  columns(
    'unit',
    `
    Unit | UoM | Meas. unit | Unit of measure | U/M | Unit of meas. | Unit measure | Per
  `,
  ),
  columns(
    'unitPrice',
    `
    Unit price | Price | Rate | Unit cost | Price per unit | Price/unit | Unit price net | Net price | Price each | Each |
    Unit Price (EUR) | Cost | Unit net price | Unit price excl. VAT | Hourly rate | Price (EUR) | Net unit price | Unit rate |
    Price ex VAT | Unit price (net) | Item price | Price excl. VAT | P. Unit | Cost per unit | Sell price | Selling price |
    Price ea. | Rate per unit | List price | List | Charge per unit
  `,
  ),
  columns(
    'grossPrice',
    `
    Unit price incl. VAT | Price incl. VAT | Unit price gross
  `,
  ),
  columns(
    'amount',
    `
    Total € | Total EUR | Amount | Total | Line total | Total price | Extended price | Ext. price | Subtotal | Total amount |
    Amount (€) | Amount EUR | Amount USD | Amount (EUR) | Sum | Total (EUR) | Amount ($) | Amount (£) | Amount GBP | Value | Extension |
    Ext price | Line amount | Extended | Total cost | Ext. Amount | Ext | Amount due | Charges | Amt | Total net | Line value |
    Item total | Line amt | Row total | Amount in | Ext. total
  `,
  ),
  columns(
    'net',
    `
    Net | Net amount | Total net | Total excl. VAT | Price w/o tax | Net total | Amount excl. VAT | Net value | Total ex VAT |
    Line net | Taxable value | Total (excl. VAT) | Amount ex VAT | Excl. VAT | Taxable amount | Net Worth | Net price total |
    Total net price | Line total excl. VAT | Total excl. tax
  `,
  ),
  columns(
    'gross',
    `
    Gross | Gross amount | Total incl. VAT | Total gross | Amount incl. VAT | Gross Worth | Total (incl. VAT) | Incl. VAT |
    Total inc VAT | Line total incl. VAT | Total incl. tax
  `,
  ),
  columns(
    'taxRate',
    `
    VAT | VAT % | VAT rate | Tax | Tax % | Tax rate | % VAT | VAT(%) | GST % | VAT [%] | GST | % Tax | VAT code | VAT rate % |
    Tax rate % | Sales tax | Sales tax %
  `,
  ),
  columns(
    'tax',
    `
    VAT amount | Tax amount | VAT sum | GST amount | VAT value | VAT amt | Tax amt | Tax sum
  `,
  ),
  columns(
    'discount',
    `
    Discount | Disc | Disc. % | Discount % | Disc % | Less disc | Less discount | Disc. amount | Rebate
  `,
  ),
  columns(
    'date',
    `
    Date | Period | Interval | Service date | Period of service
  `,
  ),
  columns(
    'other',
    `
    Weight | Warehouse | Country | Serial no | Batch | Charge | Category | Volume | Type | HS code | HSN | HSN/SAC | SAC | HTS | Lot |
    Warranty | Discount code
  `,
  ),
]
