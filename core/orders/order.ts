import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)
const decimal = z.string().regex(/^\d{1,15}(\.\d{1,10})?$/)

export const OrderLine = z.strictObject({
  no: text(20),
  itemIds: z.array(text(100)).max(10).default([]).describe('Article numbers of either side, GTIN'),
  name: text(1000).nullable().default(null),
  quantity: decimal,
  unit: text(20).nullable().default(null),
  unitPrice: decimal.describe('Net of tax, in the currency of the order'),
  received: decimal.nullable().default(null).describe('Taken in so far; null = goods receipts are not kept for this line'),
})
export type OrderLine = z.infer<typeof OrderLine>

/** A purchase order. Written again whenever the accounting system's own changes, goods receipts too. */
export const OrderEntry = z.strictObject({
  number: text(100),
  supplier: text(100).nullable().default(null).describe('Code in the list of suppliers'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  lines: z.array(OrderLine).min(1).max(5000),
})
export type OrderEntry = z.infer<typeof OrderEntry>

export const Order = OrderEntry.extend({ version: z.int().min(1) })
export type Order = z.infer<typeof Order>

/** How far an invoice may go beyond its order. Every limit that is set must be kept; without any, it must agree exactly. */
export const Tolerances = z.strictObject({
  pricePercent: decimal.nullable().default(null).describe('Of the price of a unit'),
  priceAmount: decimal.nullable().default(null).describe('Price difference times quantity, in the currency of the document'),
  quantityPercent: decimal.nullable().default(null).describe('Of the quantity that was ordered or taken in'),
  quantityAmount: decimal.nullable().default(null).describe('In units'),
})
export type Tolerances = z.infer<typeof Tolerances>

export const EXACT: Tolerances = { pricePercent: null, priceAmount: null, quantityPercent: null, quantityAmount: null }
