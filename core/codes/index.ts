import type { CodePayload } from './payload.ts'
import { readRussianPayment } from './russian-payment.ts'
import { readRussianReceipt } from './russian-receipt.ts'
import { readEpc, readSwissBill } from './transfer.ts'

export type { CodePayload, RussianPayment, RussianReceipt, Said, Transfer } from './payload.ts'
export { paymentCharset } from './russian-payment.ts'

/** What a QR code on an accounting document says, by the formats of DOMAIN §1.7; null for a web address or anything else. */
export function readCode(text: string): CodePayload | null {
  return readRussianPayment(text) ?? readRussianReceipt(text) ?? readEpc(text) ?? readSwissBill(text)
}
