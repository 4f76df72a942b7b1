import { type CaptionList, captions } from './caption.ts'

/** Captions of parties, their numbers and accounts as printed on English documents. */
export const ENGLISH_PARTY: CaptionList = [
  captions(
    'seller',
    1,
    `
    Seller | Vendor | Supplier | From | Bill from | Billed by | Issued by | Sold by | Service provider | Invoice from | Remit from |
    Your details from | Exporter | Shipper/Exporter | Supplied by | Provider | Contractor | Merchant | Our details | Issuer | Biller |
    Landlord | Licensor | Consultant | Seller details | Supplier details | Vendor details | Invoice issued by | Company issuing |
    Billing from
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Bill to | Bill to address | Billed to | Invoice to | Invoiced to | Sold to | Customer | Buyer | Client | To | Billing address |
    Invoice address | Bill-to | Customer name | Guest name | Billing to | Issued to | Purchaser | Charge to | Account of | Sold-to |
    Prepared for | For | Attention | Billing details | Customer details | Client name | Bill to name | Sold to party | Recipient |
    Invoice recipient | Bill recipient | Tenant | Licensee | Invoiced party | Invoice for | Buyer details | Client details |
    Charged to | Billed party | Party | Party name | Buyer's name | Name of recipient | Invoicing address | Bill address | Customer address | Bill-to party | Billing party | Payer
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Ship to | Delivery address | Deliver to | Shipping address | Shipped to | Ship-to | Destination | Consignee | Ship to address |
    Delivery to | Delivered to | Delivery location | Ship to party | Deliver at
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
    VAT identification number | Tax ID | VAT Nr | VAT-ID | VAT reg | VATIN | EU VAT | GSTIN | GSTIN/UIN | GSTIN No | GST no | GST number | ABN | EIN |
    Tax identification number | VAT reg number | Our VAT number | VAT | GST Reg No | GST registration no | GST ID |
    Tax registration number | TRN | Company VAT | VAT registration | VAT registered no | VAT ID number | Federal tax ID | Fed. tax ID |
    Federal ID | Employer ID | Employer ID no | FEIN | TIN | Taxpayer ID | Tax ID number | Tax ID no | Federal EIN |
    Employer identification number | Federal tax ID no | Federal tax no | Tax registration no | Tax reg number | Federal tax number |
    Fed. ID | Employer no | Tax identification no
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
    Registration number | Reg. no | Chamber of commerce | Registration no | CRN | Company reg | Registered in England No | Co. reg. no |
    Co. no | Companies House no | Company reg. number | Registered no | Company registered number | Co. number | Co. reg | Reg. number |
    Co. registration | Co. registration no | Companies House number | Registered company no | Incorporation no
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
    Account number | Account no | Account | Bank account | A/C no | Acct # | Acct no | Acct | A/C | A/C number | Acc. no | Account # |
    Bank account no | Bank account number | Account nr | Acct number | Beneficiary account | Acc. number | A/C # |
    Beneficiary account number | Bank a/c
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Bank name | Bank details | Paying bank | Our bank | Bankers | Beneficiary bank | Receiving bank | Name of bank | Banking details |
    Payee bank | Our bankers | Bank account with | Depository bank | Account with
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
    'contact',
    1,
    `
    Tel | Phone | Fax | E-Mail | Email | Mail | Internet | Web | URL | Website | Mobile | Site | Homepage | Cell | Call us | Phone no |
    Phone number | Telephone | Tel. no | Ph | Mobile no | Telephone no | Call
  `,
  ),
]
