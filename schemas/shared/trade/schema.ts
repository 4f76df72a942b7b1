import { z } from 'zod'
import { date, money, text } from '../leaves.ts'

const Address = z.object({ line1: text, line2: text, city: text, zip: text, region: text, country: text })
const Contact = z.object({ name: text, phone: text, email: text })
const Party = z.object({
  name: text,
  tradeName: text,
  vatId: text,
  taxRegId: text,
  inn: text,
  kpp: text,
  legalId: text,
  address: Address,
  contact: Contact,
})

const Line = z.object({
  no: text.describe('BT-126'),
  name: text.describe('BT-153'),
  description: text.describe('BT-154'),
  sellerItemId: text.describe('BT-155'),
  gtin: text.describe('BT-157'),
  quantity: money.describe('BT-129'),
  unit: text.describe('BT-130, UN/ECE Rec 20'),
  unitRaw: text.describe('unit as printed'),
  unitPrice: money.describe('BT-146, net of tax; as printed when lineAmountsIncludeTax'),
  priceBaseQty: money.describe('BT-149'),
  allowances: money.describe('Σ BG-27'),
  charges: money.describe('Σ BG-28'),
  net: money.describe('BT-131'),
  taxCategory: text.describe('BT-151'),
  taxRate: money.describe('BT-152, per cent'),
  tax: money.describe('not in EN 16931'),
  gross: money.describe('not in EN 16931'),
  originCountry: text.describe('BT-159'),
  customsDecl: text,
  excise: money,
})

const Tax = z.object({
  category: text.describe('BT-118'),
  rate: money.describe('BT-119'),
  base: money.describe('BT-116'),
  amount: money.describe('BT-117'),
  exemptionReason: text.describe('BT-120'),
  type: text.describe('UNTDID 5153 when it is not VAT: insurance tax, withholding …'),
})

const PageSubtotal = z.object({
  page: text.describe('number of the page, from 1'),
  net: money,
  tax: money,
  gross: money,
})

const AllowanceOrCharge = z.object({
  amount: money.describe('BT-92, BT-99'),
  category: text.describe('BT-95, BT-102'),
  rate: money.describe('BT-96, BT-103'),
  reason: text.describe('BT-97, BT-104'),
})

/** What a paper about a trade may show: parties, lines, taxes, totals (EN 16931 semantics, DOMAIN §1.1). Every leaf may be null = not on the document. */
export const TradePaper = z.object({
  number: text.describe('BT-1'),
  issueDate: date.describe('BT-2'),
  typeCode: text.describe('BT-3: 380 invoice, 381 credit note, 384 corrected, 386 prepayment, 389 self-billed'),
  currency: text.describe('BT-5, ISO 4217'),
  dueDate: date.describe('BT-9'),
  paymentTerms: text.describe('BT-20'),
  buyerReference: text.describe('BT-10'),
  purchaseOrder: text.describe('BT-13'),
  contractRef: z.object({ name: text, number: text, date }),
  precedingInvoice: z.object({ number: text, date }),
  note: text.describe('BT-22'),
  deliveryDate: date.describe('BT-72'),
  period: z.object({ start: date, end: date }),
  seller: Party,
  buyer: Party,
  payee: z.object({ name: text, taxId: text }),
  shipTo: z.object({ name: text, address: Address }),
  consignor: text,
  consignee: text,
  payment: z.object({
    meansCode: text,
    reference: text,
    iban: text,
    account: text,
    bic: text,
    bankName: text,
    bik: text,
    corrAccount: text,
  }),
  totals: z.object({
    linesNet: money.describe('BT-106'),
    allowances: money.describe('BT-107'),
    charges: money.describe('BT-108'),
    net: money.describe('BT-109'),
    tax: money.describe('BT-110'),
    gross: money.describe('BT-112'),
    prepaid: money.describe('BT-113'),
    rounding: money.describe('BT-114'),
    due: money.describe('BT-115'),
    inWords: text.describe('amount in words as printed'),
    lineCount: text.describe('«Всего наименований N»'),
  }),
  taxes: z.array(Tax),
  pageSubtotals: z.array(PageSubtotal).describe('sums printed under the items of each page (ТОРГ-12, long invoices)'),
  allowances: z.array(AllowanceOrCharge).describe('BG-20, discounts on the whole document'),
  charges: z.array(AllowanceOrCharge).describe('BG-21, freight and other charges on the whole document'),
  lines: z.array(Line),
  lineAmountsIncludeTax: z.boolean().nullable(),
  signatories: z.array(z.object({ role: text, name: text })),
})
export type TradePaper = z.infer<typeof TradePaper>
export type TradeLine = z.infer<typeof Line>
export type TradeTax = z.infer<typeof Tax>
export type TradeParty = z.infer<typeof Party>
