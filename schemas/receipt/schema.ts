import { z } from 'zod'
import { date, money, text, time } from '../shared/leaves.ts'

const Line = z.object({
  name: text,
  quantity: money,
  price: money.describe('for one unit, as printed'),
  amount: money.describe('of the row, as printed'),
  taxRate: money.describe('per cent'),
})

const Tax = z.object({ rate: money.describe('per cent'), base: money.describe('without tax'), amount: money })

/** Canonical receipt (DOMAIN §1.5). Every leaf may be null = not on the slip. */
export const Receipt = z.object({
  merchant: z.object({
    name: text,
    address: text,
    taxId: text.describe('ИНН, VAT or GST number of the seller'),
    phone: text,
  }),
  number: text.describe('the till’s own number of the slip'),
  date,
  time,
  currency: text.describe('ISO 4217'),
  operation: text.describe('sale, refund, purchase, purchase_refund (54-ФЗ tag 1054)'),
  subtotal: money,
  discount: money,
  rounding: money.describe('signed, as it changes the total'),
  tax: money.describe('all taxes contained in the total'),
  total: money.describe('what was to be paid, after rounding'),
  payment: z.object({ cash: money.describe('as given'), card: money, change: money }),
  taxes: z.array(Tax),
  lines: z.array(Line),
  fiscal: z.object({
    drive: text.describe('ФН, tag 1041, 16 digits'),
    document: text.describe('ФД, tag 1040'),
    sign: text.describe('ФПД, tag 1077'),
    register: text.describe('РН ККТ, tag 1037'),
    taxSystem: text.describe('СНО, tag 1055, as printed'),
  }),
})
export type Receipt = z.infer<typeof Receipt>
