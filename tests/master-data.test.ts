import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { writeXlsx } from '../core/spreadsheet/index.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Found {
  readonly ruleId: string
  readonly severity: string
  readonly fields: readonly string[]
}

/** The seller of `invoicePdf` is Northwind Paper Ltd, VAT id GB980780684 (a right check digit, DOMAIN §2.2); the buyer Example Trading Ltd, without one. */
describe('master data', () => {
  let world: World
  before(async () => {
    world = await createWorld()
  })
  after(() => world.close())

  const send = (who: SignedIn, method: string, path: string, body: object, headers = {}) =>
    world.ask(who, path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })
  const importCsv = (who: SignedIn, path: string, text: string) => world.ask(who, path, { method: 'POST', body: text })
  const resultOf = async (who: SignedIn, number: string) => {
    const pdf = new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const { id } = (await (await world.ask(who, '/api/v1/documents', { method: 'POST', body: pdf })).json()) as { id: string }
    await world.work()
    return (await (await world.ask(who, `/api/v1/documents/${id}/result`)).json()) as {
      findings: readonly Found[]
      matched?: {
        seller: { state: string; by: string; company: { code: string } | null; proposals: { code: string; score: number }[] } | null
      }
    }
  }
  const rules = ({ findings }: { findings: readonly Found[] }) =>
    findings.flatMap(({ ruleId, severity }) => (/^(SUPPLIER|BUYER|PARTY-OWN)/.test(ruleId) ? [`${ruleId} ${severity}`] : [])).sort()

  it('says nothing where the organisation keeps no lists', async () => {
    const result = await resultOf(await world.person('None', 'admin'), 'MD-0')
    assert.deepEqual([result.matched, rules(result)], [undefined, []])
  })

  it('knows a supplier by its tax id and keeps the entry as it was', async () => {
    const who = await world.person('Known', 'admin')
    await send(who, 'PUT', '/api/v1/suppliers/00017', { name: 'Something Else', taxIds: ['GB 980 7806 84'] })
    const result = await resultOf(who, 'MD-1')
    assert.deepEqual(
      [result.matched?.seller?.state, result.matched?.seller?.by, result.matched?.seller?.company?.code, rules(result)],
      ['known', 'taxId', '00017', []],
    )
  })

  it('proposes by name and never takes it', async () => {
    const who = await world.person('Proposed', 'admin')
    await importCsv(who, '/api/v1/suppliers/import', 'Code,Name\n1,Northwind Papers\n2,Southwind Catering\n')
    await importCsv(who, '/api/v1/own-companies/import', 'Код;Наименование\n1;Example Trading\n')
    const result = await resultOf(who, 'MD-2')
    // NORTHWIND PAPER: 9+1 and 5+1 groups; PAPERS has one group more and shares all but « R »: 2·15 / (16 + 17) = 0.909.
    assert.deepEqual(result.matched?.seller, {
      state: 'proposed',
      by: 'name',
      company: null,
      proposals: [{ code: '1', name: 'Northwind Papers', score: 0.909 }],
    })
    assert.deepEqual(rules(result), ['BUYER-PROPOSED info', 'SUPPLIER-PROPOSED warning'])
  })

  it('tells an unknown seller, and a document for another company', async () => {
    const who = await world.person('Unknown', 'admin')
    await importCsv(who, '/api/v1/suppliers/import', 'Code,Name\n2,Southwind Catering\n')
    await importCsv(who, '/api/v1/own-companies/import', 'Code,Name,Tax ids,Country\n1,Andere GmbH,DE136695976,DE\n')
    const result = await resultOf(who, 'MD-3')
    assert.deepEqual(rules(result), ['PARTY-OWN-BUYER warning', 'SUPPLIER-UNKNOWN warning'])
    assert.deepEqual(result.findings.find(({ ruleId }) => ruleId === 'SUPPLIER-UNKNOWN')?.fields, ['seller.name', 'seller.vatId'])
  })

  it('imports a table as a whole or not at all, unless told otherwise, and names each problem by row and column', async () => {
    const who = await world.person('Importer', 'admin')
    const table = 'Код;Наименование;ИНН;Страна\n1;ООО «Восток»;7707083893;RU\n2;ООО «Запад»;7707083894;RU\n1;ООО «Юг»;;\n3;;;\n'
    const refused = await importCsv(who, '/api/v1/suppliers/import', table)
    assert.equal(refused.status, 422)
    const told = (await refused.json()) as { problems: { row: number; column: string | null }[]; rows: number; good: number }
    assert.deepEqual(
      [told.rows, told.good, told.problems.map(({ row, column }) => `${row} ${column}`)],
      [4, 1, ['3 ИНН', '4 null', '5 Наименование']],
    )
    const list = async () =>
      ((await (await world.ask(who, '/api/v1/suppliers')).json()) as { items: { code: string }[] }).items.map(({ code }) => code)
    assert.deepEqual(await list(), [])
    await importCsv(who, '/api/v1/suppliers/import?mode=check', table)
    assert.deepEqual(await list(), [])
    const good = (await (await importCsv(who, '/api/v1/suppliers/import?mode=good', table)).json()) as { changed: number }
    assert.deepEqual([good.changed, await list()], [1, ['1']])
    assert.equal(
      (await importCsv(who, '/api/v1/suppliers/import', 'Code,Name,Colour\n1,X,red\n')).status,
      422,
      'a column that is not known',
    )
  })

  it('reads a workbook as it reads a text table, numbers typed as numbers too', async () => {
    const who = await world.person('Workbook', 'admin')
    const text = (value: string) => ({ kind: 'text' as const, value })
    const captions = ['Code', 'Name', 'ИНН', 'Country']
    const rows = [[text('0001'), text('=SUM(A1) GmbH'), { kind: 'number' as const, value: '7707083893' }, text('RU')]]
    const book = writeXlsx([{ name: 'Suppliers', captions, rows }], 'yyyy-mm-dd')
    const sent = await world.ask(who, '/api/v1/suppliers/import', { method: 'POST', body: new Uint8Array(book) })
    assert.equal(sent.status, 200, await sent.clone().text())
    const one = (await (await world.ask(who, '/api/v1/suppliers/0001')).json()) as { name: string; taxIds: string[] }
    assert.deepEqual([one.name, one.taxIds], ['=SUM(A1) GmbH', ['7707083893']])
    for (const body of ['PK', new Uint8Array([0, 1, 2])])
      assert.equal((await world.ask(who, '/api/v1/suppliers/import', { method: 'POST', body })).status, 422)
  })

  it('lets nobody write over what they have not seen', async () => {
    const who = await world.person('Two writers', 'admin')
    const put = async (name: string, headers = {}) => (await send(who, 'PUT', '/api/v1/suppliers/7', { name }, headers)).status
    assert.equal(await put('First'), 201)
    assert.equal(await put('Second'), 428)
    const racing = await Promise.all(['A', 'B', 'C', 'D'].map((name) => put(name, { 'If-Match': '"1"' })))
    assert.deepEqual(racing.sort(), [200, 412, 412, 412])
    const remove = async (version: number) =>
      (await world.ask(who, '/api/v1/suppliers/7', { method: 'DELETE', headers: { 'If-Match': `"${version}"` } })).status
    assert.deepEqual([await remove(1), await remove(2), await remove(2)], [412, 204, 404])
  })

  it('writes, shows and removes entries whose key holds a slash', async () => {
    const who = await world.person('Slashes', 'admin')
    for (const [list, key, body] of [
      ['suppliers', 'code', { name: 'Ours' }],
      ['own-companies', 'code', { name: 'Ours' }],
      ['orders', 'number', { supplier: 'NW/1', lines: [{ no: '1', quantity: '1', unitPrice: '1.00' }] }],
    ] as const) {
      const path = `/api/v1/${list}/${encodeURIComponent('PO-2026/17 б')}`
      const written = await send(who, 'PUT', path, body)
      assert.equal(written.status, 201, `${list}: ${await written.clone().text()}`)
      assert.equal(((await (await world.ask(who, path)).json()) as Record<string, string>)[key], 'PO-2026/17 б')
      assert.equal((await world.ask(who, `/api/v1/${list}/PO-2026/17%20б`)).status, 404, 'the slash has to be encoded')
      assert.equal((await world.ask(who, path, { method: 'DELETE', headers: { 'If-Match': '"1"' } })).status, 204)
      assert.equal((await world.ask(who, path)).status, 404)
    }
    const tolerances = { pricePercent: '2', priceAmount: '0', quantityPercent: '0' }
    const set = await send(who, 'PUT', '/api/v1/order-tolerances/NW%2F1', tolerances)
    assert.equal(set.status, 200, await set.clone().text())
    const kept = (await (await world.ask(who, '/api/v1/order-tolerances/NW%2F1')).json()) as typeof tolerances
    assert.equal(kept.pricePercent, '2')
    const others = (await (await world.ask(who, '/api/v1/order-tolerances/NW')).json()) as typeof tolerances
    assert.notEqual(others.pricePercent, '2')
  })

  it('is the organisation’s own, and a reviewer may not change it', async () => {
    const who = await world.person('Owner', 'admin')
    await send(who, 'PUT', '/api/v1/suppliers/7', { name: 'Ours' })
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await world.ask(stranger, '/api/v1/suppliers/7')).status, 404)
    const reviewer = await world.colleague(who, 'reviewer')
    assert.equal((await world.ask(reviewer, '/api/v1/suppliers/7')).status, 200)
    assert.equal((await send(reviewer, 'PUT', '/api/v1/suppliers/7', { name: 'Mine' }, { 'If-Match': '"1"' })).status, 403)
  })
})
