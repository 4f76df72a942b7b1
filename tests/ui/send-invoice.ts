import { invoicePdf, type PrintedInvoice } from './invoice-pdf.ts'
import type { SignedIn, World } from './world.ts'

const USUAL = { date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }

/** Sends an invoice over GBP 120.00, unless told otherwise, and has it read; the document's id. */
export async function sendInvoice(
  world: World,
  who: SignedIn,
  printed: Pick<PrintedInvoice, 'number'> & Partial<PrintedInvoice>,
): Promise<string> {
  const body = new Uint8Array(invoicePdf({ ...USUAL, ...printed }))
  const headers = { 'X-File-Name': `${printed.number}.pdf` }
  const answer = await world.ask(who, '/api/v1/documents', { method: 'POST', body, headers })
  const { id } = (await answer.json()) as { id: string }
  await world.work()
  return id
}
