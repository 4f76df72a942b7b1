import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fillLists, tableSent } from './ui/fill-lists.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('the screens of suppliers, own companies and orders', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
    await fillLists(world, admin)
  })
  after(() => world.close())

  const post = (path: string, form: readonly (readonly [string, string])[], who = admin) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(form.map(([name, value]) => [name, value])) })
  const text = async (path: string, who = admin) => (await world.ask(who, path)).text()
  const stored = async (path: string) => (await (await world.ask(admin, `/api/v1${path}`)).json()) as Record<string, unknown>
  const idOf = (address: string) => new URLSearchParams(address.split('?')[1]).get('id') ?? ''

  it('add, change and remove a company, and keep what was typed when it is refused', async () => {
    const typed = [
      ['version', ''],
      ['code', 'A/1'],
      ['name', 'Nordwind Möbel GmbH'],
      ['taxIds', 'DE136695976'],
      ['account', 'DE89370400440532013000'],
      ['bik', ''],
      ['bankName', 'Bank'],
      ['account', ''],
      ['bik', ''],
      ['bankName', ''],
    ] as const
    const wrong = await post('/suppliers', [...typed.filter(([name]) => name !== 'taxIds'), ['taxIds', 'DE136695977']])
    assert.equal(wrong.status, 422)
    const again = await wrong.text()
    assert.match(again, /value="Nordwind Möbel GmbH"/)
    assert.match(again, /id="taxIds-wrong"[^>]*>[^<]*DE136695977/)
    assert.equal((await post('/suppliers', typed)).headers.get('location'), '/suppliers?notice=saved')
    const shown = await text('/suppliers/entry?code=A%2F1')
    assert.match(shown, /name="version" value="1"/)
    assert.match(shown, /value="DE89370400440532013000"/)
    assert.equal((await post('/suppliers', typed)).status, 422, 'a second entry under the same code')
    const change = (version: string, name: string) =>
      post('/suppliers', [
        ['version', version],
        ['code', 'A/1'],
        ['name', name],
      ])
    assert.equal((await change('1', 'Nordwind')).status, 303)
    assert.equal((await change('1', 'Westwind')).status, 422, 'somebody was faster')
    assert.match(await text('/suppliers?text=nordw'), /Nordwind</)
    assert.equal(
      (
        await post('/suppliers', [
          ['version', '2'],
          ['code', 'A/1'],
          ['action', 'remove'],
        ])
      ).headers.get('location'),
      '/suppliers?notice=removed',
    )
    assert.equal((await world.ask(admin, '/suppliers/entry?code=A%2F1')).status, 404)
  })

  it('show what a table would change before anything is written, and then take over the good rows', async () => {
    const address = await tableSent(world, admin)
    const shown = await text(address)
    for (const said of [/1 problem/, /1 changed entry/, /1 new entry/, /Changes: Name, Accounts, Country/, /7707083894/])
      assert.match(shown, said)
    assert.equal((await stored('/suppliers/00018')).code, 'not_found', 'nothing is written yet')
    const take = () =>
      post('/suppliers/import/take', [
        ['id', idOf(address)],
        ['action', 'take'],
      ])
    assert.equal((await take()).headers.get('location'), '/suppliers?taken=2')
    assert.equal((await stored('/suppliers/00018')).name, 'Nordwind Möbel GmbH')
    assert.equal((await stored('/suppliers/00019')).code, 'not_found')
    assert.equal((await take()).headers.get('location'), '/suppliers?notice=gone', 'a second click writes nothing')
    const drop = await tableSent(world, admin)
    assert.equal(
      (
        await post('/suppliers/import/take', [
          ['id', idOf(drop)],
          ['action', 'drop'],
        ])
      ).headers.get('location'),
      '/suppliers',
    )
    assert.equal((await world.ask(admin, drop)).headers.get('location'), '/suppliers?notice=gone')
  })

  it('say why a file cannot be read, and show nobody the tables of others', async () => {
    const body = new FormData()
    body.set('file', new File(['%PDF-1.7\0'], 'list.pdf'))
    const refused = await world.ask(admin, '/suppliers/import', { method: 'POST', body })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /neither a workbook/)
    const stranger = await world.person('Stranger', 'admin')
    const address = await tableSent(world, admin)
    assert.equal((await world.ask(stranger, address)).headers.get('location'), '/suppliers?notice=gone')
    const reviewer = await world.colleague(admin, 'reviewer')
    const seen = await text('/suppliers', reviewer)
    assert.ok(seen.includes('ООО «Северная бумага') && !seen.includes('type="file"'), 'reads, and is offered no change')
    assert.equal(
      (
        await post(
          '/suppliers',
          [
            ['code', '9'],
            ['name', 'X'],
          ],
          reviewer,
        )
      ).status,
      403,
    )
  })

  it('change an order line by line, by numbers as people type them', async () => {
    assert.match(await text('/orders/entry?number=PO-2026%2F17'), /value="Paper A4"/)
    const head = [
      ['version', '1'],
      ['number', 'PO-2026/17'],
      ['supplier', '00017'],
      ['currency', 'eur'],
    ] as const
    const line = (no: string, quantity: string, price: string) =>
      [
        ['no', no],
        ['itemIds', 'A-1 | B-1'],
        ['name', 'Paper'],
        ['quantity', quantity],
        ['unit', 'box'],
        ['unitPrice', price],
        ['received', ''],
      ] as const
    const wrong = await post('/orders', [...head, ...line('1', 'ten', '12.5')])
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /value="ten"[^>]*aria-invalid="true"/)
    assert.equal(
      (await post('/orders', [...head, ...line('1', '1 000', '12,5'), ...line('', '7', '7'), ...line('2', '2', '3')])).status,
      303,
    )
    const order = await stored(`/orders?text=`)
    assert.deepEqual(
      (order.items as { lines: { no: string; quantity: string; unitPrice: string; itemIds: string[] }[] }[])[0]?.lines.map(
        ({ no, quantity, unitPrice, itemIds }) => [no, quantity, unitPrice, itemIds],
      ),
      [
        ['1', '1000', '12.5', ['A-1', 'B-1']],
        ['2', '2', '3', ['A-1', 'B-1']],
      ],
    )
  })

  it('set limits for one supplier and take them away again', async () => {
    const set = await post('/orders/tolerances', [
      ['supplier', '00017'],
      ['pricePercent', '1,5'],
      ['action', 'set'],
    ])
    assert.match(set.headers.get('location') ?? '', /tolerancesSaved/)
    assert.equal((await stored('/order-tolerances/00017')).pricePercent, '1.5')
    assert.match(await text('/orders'), /<bdi>00017<\/bdi><\/th><td>1\.5<\/td>/)
    await post('/orders/tolerances', [
      ['supplier', '00017'],
      ['action', 'remove'],
    ])
    assert.equal((await stored('/order-tolerances/00017')).pricePercent, null)
    assert.match((await post('/orders/tolerances', [['pricePercent', '-1']])).headers.get('location') ?? '', /tolerancesInvalid/)
  })
})
