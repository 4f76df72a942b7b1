import { type CaptionList, captions } from './caption.ts'

/** Captions as printed on English documents. */
export const ENGLISH: CaptionList = [
  captions(
    'number',
    1,
    `
    Invoice number | Invoice no | Invoice # | Invoice num | Invoice ID | Inv no | Inv # | Tax invoice no | Tax invoice number |
    Bill no | Bill number | Credit note number | Credit note no | Credit memo no | Invoice Nr | Invoice reference | Number of invoice
  `,
  ),
  captions(
    'number',
    0.6,
    `
    Document number | Document no | Booking ID | Receipt no | Receipt number | Statement number
  `,
  ),
  captions(
    'number',
    0.5,
    `
    Invoice | Invoice details
  `,
  ),
  captions(
    'title',
    1,
    `
    Invoice | Tax invoice | Commercial invoice | VAT invoice | Pro forma invoice | Proforma invoice | Sales invoice | Final invoice |
    Bill
  `,
  ),
  captions(
    'creditTitle',
    1,
    `
    Credit note | Credit memo
  `,
  ),
  captions(
    'issueDate',
    1,
    `
    Invoice date | Date of invoice | Date of issue | Issue date | Date issued | Issued on | Billing date | Bill date |
    Tax invoice date | Credit note date | Inv date | Invoiced on | Invoice date / tax point | Tax point | Tax date | Document date |
    Issued
  `,
  ),
  captions(
    'date',
    0.75,
    `
    Date | Dated
  `,
  ),
  captions(
    'dueDate',
    1,
    `
    Due date | Date due | Payment due | Payment due date | Due on | Due by | Pay by | Payable by | Payment due by | Payable until |
    remit until | Please pay by | Invoice due date | Due | Payment date | Maturity date | Payment due on | Last date for payment |
    Total due by | Amount due by | Please remit by | Total amount due on | Payable on or before | Pay before | please pay before |
    Expiration date | Invoice due
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Delivery date | Date of delivery | Date of supply | Supply date | Service date | Date of service | Delivered on | Ship date |
    Shipping date | Shipped on | Date shipped
  `,
  ),
  captions(
    'period',
    1,
    `
    Billing period | Invoice period | Service period | Period | Period of service | for the billing period | Statement period
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Purchase order | PO number | P.O. number | PO no | PO # | P.O. # | P.O. no | Your order | Customer PO | Purchase order number |
    Purchase order no | PO | P.O. | Customer order | Customer order no | Your order no | Your order number | Customer order number |
    Your PO | Buyer order no | Purchase order ref
  `,
  ),
  captions(
    'purchaseOrder',
    0.7,
    `
    Order | Order no | Order number | Order # | Order ID
  `,
  ),
  captions(
    'buyerReference',
    0.8,
    `
    Buyer reference | Customer reference | Customer ref | Your reference | Your ref
  `,
  ),
  captions(
    'contract',
    0.8,
    `
    Contract | Contract number | Contract no | Agreement ref
  `,
  ),
  captions(
    'precedingInvoice',
    1,
    `
    Original invoice | Original invoice number | Original invoice no | Related invoice | Corrects invoice
  `,
  ),
  captions(
    'paymentReference',
    0.9,
    `
    Payment reference | Structured communication | Reference for payment
  `,
  ),
  captions(
    'paymentTerms',
    0.9,
    `
    Payment terms | Terms of payment | Terms | Payment method | Payment mode
  `,
  ),
  captions(
    'currency',
    1,
    `
    Currency | Invoice currency | All amounts in | Amounts in
  `,
  ),
  captions(
    'linesNet',
    0.9,
    `
    Charges | Usage charges | New charges | Current charges | Sum of lines | Lines total | Subtotal | Sub total | Sub-total | Items total | Total lignes | Sous-total | Sous total | Goods total
  `,
  ),
  captions(
    'net',
    1,
    `
    Subtotal | Sub total | Sub-total | Net total | Total net | Net amount | Net | Total excl. VAT | Total excluding VAT | Total ex VAT |
    Total before tax | Amount before tax | Taxable amount | Total (excl. VAT) | Net value | Total exclusive of VAT |
    Subtotal excl. VAT | Subtotal in | Subtotal without VAT | Total without VAT | Total net amount | Total excl. tax | Total w/o tax |
    Net subtotal | Net price | Subtotal (excl. VAT) | Total excluding tax | Invoice net total | Total exc VAT | Total excl. of VAT |
    Total taxable amount | Net invoice total | Subtotal less discount | Nett total | Goods net | Total net value | Total untaxed |
    Untaxed amount | Amount net
  `,
  ),
  captions(
    'tax',
    1,
    `
    VAT | Tax | VAT amount | Total VAT | VAT total | Tax total | Total tax | Sales tax | Tax amount | GST | Total taxes | plus VAT |
    Value added tax | HST | Total GST | GST amount | Output VAT | VAT @ | VAT at | Tax (VAT) | Total VAT amount | Includes VAT |
    Including VAT | Incl. VAT | of which VAT
  `,
  ),
  captions(
    'gross',
    1,
    `
    Grand total | Invoice total | Total incl. VAT | Total including VAT | Total invoice amount | Total inc VAT | Total (incl. VAT) |
    Total with VAT | Gross total | Total gross | Gross amount | Total invoice | Total amount | Total inclusive of VAT | Total in |
    Total for this invoice | Invoice amount | Gross | Total incl. tax | Total including tax | Total gross amount | Total inc. GST |
    Total incl. GST | Amount incl. VAT | Total value | Total sum | Invoice value | Total charges | Total credit |
    Total Amount incl. VAT | Total price
  `,
  ),
  captions(
    'total',
    1,
    `
    Total | Sum | Amount | Total EUR | Total (EUR) | Total USD | Total GBP | Total CHF | Total Euro | Total amount of the invoice |
    TOTAL €
  `,
  ),
  captions(
    'due',
    1,
    `
    Amount due | Balance due | Total due | Amount payable | Due payable | Total payable | Residual | Balance | Outstanding |
    Balance to pay | Total amount due | Amount to pay | To pay | Payable | Total to pay | Pay this amount | Outstanding balance |
    Total amount payable | Payable amount | Remaining balance | Amount outstanding | Please pay | Invoice balance | Net payable |
    Balance outstanding | Amount owing | Remaining due | Current balance
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Paid | Amount paid | Prepaid | Deposit | Less deposit | Advance payment | Payments | Payment received | Less payments |
    Already paid | Amount prepaid | Total paid | Paid amount | Paid to date | Down payment
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Discount | Less discount | Total discount | Credits | Coupon
  `,
  ),
  captions(
    'charges',
    1,
    `
    Shipping | Shipping cost | Freight | Delivery charge | Handling | Postage | Shipping & handling | Shipping and handling | Delivery |
    Surcharge
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Rounding | Rounding adjustment
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    Base | Tax base | VAT breakdown | VAT rate | Tax rate | VAT % | Tax % | VAT code
  `,
  ),
  captions(
    'inWords',
    1,
    `
    Amount in words | In words | Total in words
  `,
  ),
  captions(
    'seller',
    1,
    `
    Seller | Vendor | Supplier | From | Bill from | Billed by | Issued by | Sold by | Service provider | Invoice from | Remit from |
    Your details from | Exporter | Shipper/Exporter
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Bill to | Bill to address | Billed to | Invoice to | Invoiced to | Sold to | Customer | Buyer | Client | To | Billing address |
    Invoice address | Bill-to | Customer name | Guest name | Billing to | Issued to | Purchaser | Charge to | Account of | Sold-to |
    Prepared for | For | Attention | Billing details | Customer details | Client name | Bill to name | Sold to party
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Ship to | Delivery address | Deliver to | Shipping address | Shipped to | Ship-to | Destination
  `,
  ),
  captions(
    'payee',
    1,
    `
    Account holder | Account name | Payee | Beneficiary | Pay to | Remit to | Name of account | Beneficiary name |
    All Payment to be made in favor of | Payment to be made to | Make all checks payable to | Make checks payable to
  `,
  ),
  captions(
    'otherParty',
    1,
    `
    Sales contact | Contact person | Contact | Hotel details | Your contact | Agent | Salesperson | Directors | Sales rep | Notes |
    Remarks | Comments | Subject | Order by | Ordered by | Carrier
  `,
  ),
  captions(
    'name',
    0.9,
    `
    Company | Company name
  `,
  ),
  captions(
    'address',
    0.9,
    `
    Address | Street | Postal address | Registered address
  `,
  ),
  captions(
    'vatId',
    1,
    `
    VAT ID | VAT number | VAT no | VAT reg no | VAT registration number | VAT registration no | VAT Reg. Nr | VAT ID no |
    VAT identification number | Tax ID | VAT Nr | VAT-ID | VAT reg | VATIN | EU VAT | GSTIN | GST no | GST number | ABN | EIN |
    Tax identification number | VAT reg number | Our VAT number | VAT | GST Reg No | GST registration no | GST ID |
    Tax registration number | TRN | Company VAT
  `,
  ),
  captions(
    'buyerVatId',
    1,
    `
    Customer VAT | Customer VAT number | Your VAT number | Your VAT no | Customer VAT ID | Buyer VAT | Client VAT | Your VAT ID |
    Your VAT | Customer VAT no | Customer Tax ID | Customer VAT Reg No
  `,
  ),
  captions(
    'legalId',
    1,
    `
    Company number | Company no | Company registration number | Registered number | Company reg no | Company registration |
    Registration number | Reg. no | Chamber of commerce | Registration no | CRN | Company reg | Registered in England No
  `,
  ),
  captions(
    'iban',
    1,
    `
    IBAN | IBAN No | IBAN number | IBAN Code
  `,
  ),
  captions(
    'bic',
    1,
    `
    BIC | SWIFT | BIC/SWIFT | SWIFT/BIC | SWIFT code | SWIFT-BIC | BIC code | Swift-Code | BIC (SWIFT) | SWIFT (BIC)
  `,
  ),
  captions(
    'account',
    1,
    `
    Account number | Account no | Account | Bank account | A/C no
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Bank name | Bank details
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    Customer number | Customer no | Customer ID | Customer # | Account ID | Client ID | Client no | Client number | Customer code |
    Cust. no
  `,
  ),
  captions(
    'orderDate',
    1,
    `
    Order date | Date of order | PO date | Purchase order date
  `,
  ),
  captions(
    'otherNumber',
    1,
    `
    Delivery note | Delivery note no | Delivery number | Project | Quote no | Quote | Quotation | GTIN | EAN | Serial number |
    Reference | Our reference | Our ref | Sort code | Sort-Code | IFSC code | Billing ID | Domain name | Incoterms | Tracking no |
    Ticket | Account number | Reference no | Ref | Creditor identifier | Mandate reference | Routing number | Job no | Job
  `,
  ),
  captions(
    'otherDate',
    1,
    `
    Print date | Check in | Check out | Valid until | Delivery note date | Date of birth | Quote date | Arrival | Departure
  `,
  ),
  captions(
    'contact',
    1,
    `
    Tel | Phone | Fax | E-Mail | Email | Mail | Internet | Web | URL | Website | Mobile | Site | Homepage | Cell
  `,
  ),
  captions(
    'lineNumber',
    1,
    `
    Page
  `,
  ),
]
