import { type CaptionList, captions } from './caption.ts'

/** Captions of amounts as printed on English documents. */
export const ENGLISH_MONEY: CaptionList = [
  captions(
    'linesNet',
    0.9,
    `
    Charges | Usage charges | New charges | Current charges | Sum of lines | Lines total | Subtotal | Sub total | Sub-total |
    Items total | Total lignes | Sous-total | Sous total | Goods total | Sum of items | Item total | Merchandise total | Merchandise | Total of lines
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
    Untaxed amount | Amount net | Total before VAT | Subtotal before tax | Subtotal excl. tax | Net goods | Goods value |
    Amount excl. VAT | Amount excluding VAT | Total less VAT | Value excl. VAT | Total ex. tax | Total pre-tax | Pre-tax total |
    Net invoice value | Taxable total | Subtotal ex VAT | Net sum
  `,
  ),
  captions(
    'tax',
    1,
    `
    VAT | Tax | VAT amount | Total VAT | VAT total | Tax total | Total tax | Sales tax | Tax amount | GST | Total taxes | plus VAT |
    Value added tax | HST | Total GST | GST amount | Output VAT | VAT @ | VAT at | Tax (VAT) | Total VAT amount | Includes VAT |
    Including VAT | Incl. VAT | of which VAT | VAT sum | Total sales tax | State tax | Sales tax amount | VAT payable | VAT due |
    VAT charged | Taxes | Estimated tax | GST/HST | PST | QST | Add VAT | Tax due | Tax charged | Tax payable | VAT included |
    Tax included | Incl. tax | Including tax | VAT value | Total tax amount | Plus tax | Add tax | VAT element |
    CGST | SGST | IGST | UTGST | Output CGST | Output SGST | Output IGST
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
    Total Amount incl. VAT | Total price | Total including taxes | Total incl. taxes | Gross value | Final total | Overall total |
    Total after tax | Amount including VAT | Invoice grand total | Total inclusive of tax | Total to invoice | Total for invoice |
    Total inc tax | Total with tax | Amount inc VAT | Total after VAT | Total price incl. VAT | Invoice total incl. VAT | Bill total |
    Total billed | Total invoiced
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
    Balance outstanding | Amount owing | Remaining due | Current balance | Due now | Amount now due | Net amount due | Still to pay |
    Left to pay | Remaining | Amount remaining | Balance remaining | Remaining amount | Open amount | Net due | To be paid |
    Balance payable | Remaining to pay | Total outstanding | Now due | Amount still due | Open balance | Total now due | Unpaid balance
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Paid | Amount paid | Prepaid | Deposit | Less deposit | Advance payment | Payments | Payment received | Less payments |
    Already paid | Amount prepaid | Total paid | Paid amount | Paid to date | Down payment | Amount received | Payments received |
    Less paid | Less amount paid | Less prepayment | Prepayment | Paid in advance | Advance | Advance paid | Payment made |
    Payments made | Deposit paid | Deposit received | Less advance | Less deposit paid | Payments to date | Prepayments | Paid so far |
    Advance received | Less payment received | Received with thanks | Less advance payment | Received
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Discount | Less discount | Total discount | Credits | Coupon | Trade discount | Rebate | Allowance | Price reduction | Discounts |
    Volume discount | Promotional discount
  `,
  ),
  captions(
    'charges',
    1,
    `
    Shipping | Shipping cost | Freight | Delivery charge | Handling | Postage | Shipping & handling | Shipping and handling | Delivery |
    Surcharge | Carriage | Packing | Carriage & packing | Delivery fee | Postage & packing | Freight charges | Shipping charges |
    Shipping fee | Handling fee | Delivery charges | Shipping costs | Freight charge
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
    Base | Tax base | VAT breakdown | VAT rate | Tax rate | VAT % | Tax % | VAT code | Tax breakdown | VAT summary | Tax summary |
    VAT analysis | Tax analysis | VAT rates | Breakdown of VAT
  `,
  ),
  captions(
    'inWords',
    1,
    `
    Amount in words | In words | Total in words
  `,
  ),
]
