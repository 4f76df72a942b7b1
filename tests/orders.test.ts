import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Found {
  readonly ruleId: string
  readonly severity: string
  readonly fields: readonly string[]
  readonly expected: string | null
  readonly actual: string | null
}

/** A UBL invoice (structured, so that nothing can be misread): `quantity` boxes at `price`, 20 % tax. */
function ubl(number: string, order: string, quantity: number, price: number, iban?: string): string {
  const net = (quantity * price).toFixed(2)
  const tax = (quantity * price * 0.2).toFixed(2)
  const gross = (quantity * price * 1.2).toFixed(2)
  const money = (name: string, value: string) => `<cbc:${name} currencyID="GBP">${value}</cbc:${name}>`
  const party = (role: string, name: string, id: string) =>
    `<cac:Accounting${role}Party><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:Accounting${role}Party>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-03-12</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>GBP</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>${order}</cbc:ID></cac:OrderReference>
${party('Supplier', 'Northwind Paper Ltd', 'GB980780684')}${party('Customer', 'Example GmbH', 'DE136695976')}
${iban ? `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>` : ''}
<cac:TaxTotal>${money('TaxAmount', tax)}<cac:TaxSubtotal>${money('TaxableAmount', net)}${money('TaxAmount', tax)}<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${money('LineExtensionAmount', net)}${money('TaxExclusiveAmount', net)}${money('TaxInclusiveAmount', gross)}${money('PayableAmount', gross)}</cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">${quantity}</cbc:InvoicedQuantity>${money('LineExtensionAmount', net)}<cac:Item><cbc:Name>Copy paper A4</cbc:Name><cac:SellersItemIdentification><cbc:ID>A-4711</cbc:ID></cac:SellersItemIdentification><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price>${money('PriceAmount', price.toFixed(2))}</cac:Price></cac:InvoiceLine>
</Invoice>`
}

describe('orders', () => {
  let world: World
  let who: SignedIn
  before(async () => {
    world = await createWorld()
    who = await world.person('Admin', 'admin')
    await put('/api/v1/suppliers/NW', { name: 'Northwind Paper', taxIds: ['GB980780684'] })
    await world.ask(who, '/api/v1/orders/import', {
      method: 'POST',
      body: 'Order,Supplier,Currency,Line,Item,Name,Quantity,Price,Received\nPO-17,NW,GBP,10,A-4711,Copy paper,100,10.00,60\nPO-18,OTHER,GBP,10,A-4711,Copy paper,100,10.00,\n',
    })
  })
  after(() => world.close())

  const put = (path: string, body: object, headers = {}) =>
    world.ask(who, path, { method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })
  const sent = async (...given: Parameters<typeof ubl>) => {
    const answer = await world.ask(who, '/api/v1/documents', {
      method: 'POST',
      body: ubl(...given),
      headers: { 'X-File-Name': 'invoice.xml' },
    })
    const { id } = (await answer.json()) as { id: string }
    await world.work()
    const result = (await (await world.ask(who, `/api/v1/documents/${id}/result`)).json()) as {
      status: string
      findings: readonly Found[]
      matched: { order: { state: string; version: number; lines: { no: string }[] } }
    }
    const found = result.findings
      .filter(({ ruleId }) => ruleId.startsWith('ORDER'))
      .map(({ ruleId, severity, fields }) => `${ruleId} ${severity} ${fields}`)
    return { id, result, found }
  }

  it('let an invoice pass that keeps to them, and record what it was compared with', async () => {
    const { result, found } = await sent('O-1', 'po-17', 40, 10)
    assert.deepEqual([found, result.status], [[], 'approved'])
    assert.deepEqual([result.matched.order.state, result.matched.order.version, result.matched.order.lines[0]?.no], ['found', 1, '10'])
  })

  it('stop one that bills more than was taken in, earlier invoices counted', async () => {
    // 40 are billed and approved; 60 were taken in.
    const { result, found } = await sent('O-2', 'PO-17', 21, 10)
    assert.deepEqual([found, result.status], [['ORDER-RECEIPT error lines[0].quantity'], 'review'])
    const { expected, actual } = result.findings.find(({ ruleId }) => ruleId === 'ORDER-RECEIPT') as Found
    assert.deepEqual([expected, actual], ['60', '61'])
    // It waits for a person, so the next one does not count it.
    assert.deepEqual((await sent('O-3', 'PO-17', 20, 10)).found, [])
  })

  it('stop a higher price, beyond what the supplier’s tolerance allows', async () => {
    await put('/api/v1/order-tolerances/NW', { pricePercent: '2' })
    assert.deepEqual((await sent('O-4', 'PO-17', 1, 10.21)).found, [
      'ORDER-PRICE error lines[0].unitPrice',
      'ORDER-RECEIPT error lines[0].quantity',
    ])
    const received = {
      supplier: 'NW',
      currency: 'GBP',
      lines: [{ no: '10', itemIds: ['A-4711'], quantity: '100', unitPrice: '10', received: '100' }],
    }
    assert.equal((await put('/api/v1/orders/PO-17', received)).status, 428)
    assert.equal((await put('/api/v1/orders/PO-17', received, { 'If-Match': '"1"' })).status, 200)
    assert.deepEqual((await sent('O-5', 'PO-17', 1, 10.2)).found, [])
  })

  it('tell an order of another supplier, and one that there is not', async () => {
    assert.deepEqual((await sent('O-6', 'PO-18', 1, 10)).found, ['ORDER-SUPPLIER error purchaseOrder'])
    assert.deepEqual((await sent('O-7', 'PO-99', 1, 10)).found, ['ORDER-UNKNOWN warning purchaseOrder'])
  })

  it('stand on the document’s page, line by line', async () => {
    const { id } = await sent('O-8', 'PO-17', 1, 11)
    const page = await (await world.ask(who, `/documents/${id}`, { headers: { 'Accept-Language': 'en' } })).text()
    assert.match(page, /Northwind Paper<\/bdi>(?:<\/a>)? \(NW\), by tax id/)
    assert.match(page, /10 \/ 11, beyond the tolerance/)
  })

  it('are no help to a forged account: it waits, with the accounts of earlier documents beside it', async () => {
    // Both are the published examples of their countries' IBAN.
    const first = await sent('O-9', 'PO-17', 3, 10, 'DE89370400440532013000')
    assert.equal(first.result.status, 'approved')
    const { id, result } = await sent('O-10', 'PO-17', 4, 10, 'GB82WEST12345698765432')
    assert.deepEqual([result.status, result.findings.find(({ ruleId }) => ruleId === 'BANK-CHANGED')?.severity], ['review', 'error'])
    const page = await (await world.ask(who, `/documents/${id}`, { headers: { 'Accept-Language': 'en' } })).text()
    const panel = page.slice(page.indexOf('Where the last approved documents'))
    assert.match(panel.slice(0, 3000), /O-9.*36\.00 GBP.*DE89370400440532013000/s)
  })

  it('are the organisation’s own', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await world.ask(stranger, '/api/v1/orders/PO-17')).status, 404)
    assert.equal((await world.ask(who, '/api/v1/orders/PO-17')).status, 200)
  })
})
