import { type CaptionList, captions } from './caption.ts'

/** Captions over numbers, references and dates as printed on English documents. */
export const ENGLISH_HEAD: CaptionList = [
  captions(
    'number',
    1,
    `
    Invoice number | Invoice no | Invoice # | Invoice num | Invoice ID | Inv no | Inv # | Tax invoice no | Tax invoice number |
    Bill no | Bill number | Credit note number | Credit note no | Credit memo no | Invoice Nr | Invoice reference | Number of invoice |
    Doc # | Doc no | Doc number | Document # | Document ID | Inv number | Inv ref | Invoice code | Tax invoice # | Bill # | Inv. ID |
    Sales invoice no | Our invoice no | Sales invoice number | Invoice ref | Invoice No. / Ref | Bill reference | Invoice numb | Memo number | Memo no | Credit memo number | Credit no |
    Credit number | Credit note ref
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
    Bill | Service invoice | Customer invoice | Electronic invoice | e-Invoice | Interim invoice | Invoice / receipt | Trade invoice |
    Consolidated invoice | Monthly invoice | Export invoice | Project invoice
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
    Issued | Raised on | Created on | Date created | Date raised | Invoiced | Invoice dated | Invoice issued | Invoice issue date |
    Date of document | Doc date | Issued date | Invoice created | Date of invoicing | Bill issued
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
    Expiration date | Invoice due | Settle by | Payment by | To be paid by | Payment deadline | Due for payment | Payment required by |
    Payment expected by | Please settle by | Balance due by | Due before | Net due date | Payable on | Payment due before |
    Pay no later than | Payable no later than | Pay on or before | Please pay on or before
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Delivery date | Date of delivery | Date of supply | Supply date | Service date | Date of service | Delivered on | Ship date |
    Shipping date | Shipped on | Date shipped | Shipped | Delivered | Dispatched | Dispatch date | Despatch date | Date of dispatch |
    Date of despatch | Supplied on | Date supplied | Completion date | Date completed | Date delivered | Date of shipment | Supplied |
    Dispatched on | Despatched | Performed on | Services rendered on | Date of performance | Goods shipped
  `,
  ),
  captions(
    'period',
    1,
    `
    Billing period | Invoice period | Service period | Period | Period of service | for the billing period | Statement period |
    Period covered | Subscription period | Service dates | Usage period | Billing cycle
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Purchase order | PO number | P.O. number | PO no | PO # | P.O. # | P.O. no | Your order | Customer PO | Purchase order number |
    Purchase order no | PO | P.O. | Customer order | Customer order no | Your order no | Your order number | Customer order number |
    Your PO | Buyer order no | Purchase order ref | PO ref | Order ref | Order reference | Your order ref | Your PO number |
    Your PO no | Customer PO number | Customer PO no | Cust. order | Cust. PO | Client order | Customer order ref | Client PO |
    Your purchase order | Purch. order | Buyer PO | Your order #
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
    Buyer reference | Customer reference | Customer ref | Your reference | Your ref | Client reference | Client ref | Your ref no |
    Your reference no | Buyer ref | Your account reference | Customer reference no
  `,
  ),
  captions(
    'buyerReference',
    0.6,
    `
    Cost centre | Cost center | Cost code | Account code
  `,
  ),
  captions(
    'contractRef',
    0.8,
    `
    Contract | Contract number | Contract no | Agreement ref | Agreement | Agreement no | Agreement number | Contract ref
  `,
  ),
  captions(
    'precedingInvoice',
    1,
    `
    Original invoice | Original invoice number | Original invoice no | Related invoice | Corrects invoice | Applies to invoice | Credited invoice | Invoice credited | Against invoice |
    Refers to invoice | Credit for invoice
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
    'customerNumber',
    1,
    `
    Customer number | Customer no | Customer ID | Customer # | Account ID | Client ID | Client no | Client number | Customer code |
    Cust. no | Cust. ID | Client code | Customer account | Customer acct | Your account no | Your account number | Account ref
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
    'lineNumber',
    1,
    `
    Page
  `,
  ),
]
