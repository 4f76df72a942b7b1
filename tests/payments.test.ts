import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

// The sample's values, as samples/invoice/ru-schet/expected.json has them; control keys of the other accounts by the Central Bank's rule.
const SELLER_ACCOUNT = '40702810604771516839'
const OTHER_ACCOUNT = '40702810004771516840'
const OWN = {
  payerAccount: '40702810800000000002',
  payerBank: 'АО Другой банк',
  payerBik: '044525974',
  payerCorrAccount: '30101810145250000974',
}

describe('a payment order', () => {
  let world: World
  let anna: SignedIn
  let boris: SignedIn
  let pdf: Uint8Array
  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
    boris = await world.colleague(anna, 'approver', 'Boris')
    pdf = await readFile(new URL('../samples/invoice/ru-schet/document.pdf', import.meta.url))
    await put('/own-companies/own', {
      name: 'АО «Условный Завод»',
      accounts: [{ account: OWN.payerAccount, bik: OWN.payerBik, bankName: OWN.payerBank }],
    })
  })
  after(() => world.close())

  const put = async (path: string, body: object) => {
    const headers = new Headers({ 'Content-Type': 'application/json' })
    const etag = (await world.ask(anna, `/api/v1${path}`)).headers.get('ETag')
    if (etag) headers.set('If-Match', etag)
    const answer = await world.ask(anna, `/api/v1${path}`, { method: 'PUT', body: JSON.stringify(body), headers })
    assert.ok(answer.ok, await answer.text())
  }
  const sent = async (tail: string) => {
    const body = Buffer.concat([pdf, Buffer.from(`\n%${tail}\n`)])
    const answer = await world.ask(anna, '/api/v1/documents', { method: 'POST', body: new Uint8Array(body) })
    const { id } = (await answer.json()) as { id: string }
    await world.work()
    return id
  }
  const decide = async (who: SignedIn, id: string, fields: object = {}, overrides: readonly string[] = []) => {
    const version = (await world.documents.get(anna.organisationId, id))?.version
    const answer = await world.ask(who, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify({ action: 'approve', fields, overrides: overrides.map((ruleId) => ({ ruleId, reason: 'Called them' })) }),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    return (await answer.json()) as { status?: string; blocking?: number; secondPerson?: boolean }
  }
  const page = async (id: string, query = '', who = anna) => {
    const answer = await world.ask(who, `/documents/${id}/payment${query}`)
    return { status: answer.status, text: await answer.text() }
  }
  const post = (path: string, form: Record<string, string>, who = anna) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(form) })
  const order = { ...OWN, orderNumber: '7', orderDate: '2026-12-01', orderAmount: '166328.48', orderPurpose: 'Оплата по счету № 21/02-2' }

  const supplier = (account: string) => ({
    name: 'АО «Вымышленные Машины»',
    taxIds: ['9826239550'],
    accounts: [{ account, bik: '049873883' }],
  })

  let id = ''
  let draft = ''
  it('is refused before the document is approved, with the reason', async () => {
    id = await sent('1')
    const before = await page(id)
    assert.equal(before.status, 409)
    assert.match(before.text, /not approved yet/)
    const decided = await decide(anna, id)
    assert.equal((await world.documents.get(anna.organisationId, id))?.status, 'approved', JSON.stringify(decided))
  })

  it('is drafted with what is due, the usual purpose and an own account of the lists', async () => {
    const { status, text } = await page(id, `?own=${OWN.payerBik}/${OWN.payerAccount}`)
    assert.equal(status, 200)
    for (const value of [OWN.payerAccount, OWN.payerBik, '166,328.48', SELLER_ACCOUNT]) assert.ok(text.includes(value), value)
    assert.match(text, /Оплата по счету № 21\/02-2 от 20\.02\.2026 по договору № 135\/26\. В том числе НДС 22% - 29993\.66/)
  })

  it('is previewed as the bank gets it, and kept as it was edited', async () => {
    draft = randomUUID()
    const preview = await (await post(`/documents/${id}/payment`, { ...order, id: draft, action: 'preview' })).text()
    assert.match(preview, /ПолучательСчет=40702810604771516839/)
    assert.match(preview, /Сумма=166328\.48/)
    assert.match((await page(id)).text, /name="id"/)
    assert.doesNotMatch((await page(id)).text, /is there already/)
    const kept = await Promise.all([1, 2].map(() => post(`/documents/${id}/payment`, { ...order, id: draft, action: 'keep' })))
    assert.deepEqual(
      kept.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await world.storage.paymentDrafts.ofDocument(anna.organisationId, id)).length, 1)
    const edited = { ...order, orderAmount: '100 000,50', orderPurpose: 'Аванс', id: draft, version: '1', action: 'keep' }
    assert.equal((await post(`/documents/${id}/payment`, edited)).status, 303)
    assert.equal((await post(`/documents/${id}/payment`, { ...edited, orderAmount: '1' })).status, 409)
    assert.match((await page(id, `?draft=${draft}`)).text, /not the amount due[^<]*166,328\.48/)
  })

  it('is downloaded as 1CClientBankExchange with what the person wrote', async () => {
    const answer = await post(`/documents/${id}/payments/${draft}`, {})
    assert.equal(answer.status, 200)
    const text = new TextDecoder('windows-1251').decode(await answer.arrayBuffer())
    assert.match(text, /^1CClientBankExchange\r\n/)
    assert.match(text, /\r\nСумма=100000\.50\r\n/)
    assert.match(text, /\r\nНазначениеПлатежа=Аванс\r\n/)
    assert.match(text, /\r\nДата=01\.12\.2026\r\n/)
    const journal = await (await world.ask(anna, '/access')).text()
    assert.match(journal, /Payment order kept/)
    assert.match(journal, /Payment order downloaded/)
    assert.match(await (await world.ask(anna, `/documents/${id}`)).text(), /Payment order prepared/)
  })

  it('is not made twice unawares: the first one is shown', async () => {
    const second = { ...order, id: randomUUID(), action: 'keep' }
    const stopped = await post(`/documents/${id}/payment`, second, boris)
    assert.equal(stopped.status, 409)
    const text = await stopped.text()
    assert.match(text, /is there already/)
    assert.match(text, new RegExp(`payment\\?draft=${draft}`))
    assert.equal((await post(`/documents/${id}/payment`, { ...second, another: 'yes' }, boris)).status, 303)
    assert.equal((await world.storage.paymentDrafts.ofDocument(anna.organisationId, id)).length, 2)
  })

  it('is not kept with numbers that a bank would refuse', async () => {
    for (const wrong of [
      { payerAccount: '1' },
      { payerBik: '' },
      { orderAmount: '0' },
      { orderAmount: '-5' },
      { orderDate: '' },
      { orderPurpose: 'x'.repeat(211) },
    ]) {
      const answer = await post(`/documents/${id}/payment`, { ...order, ...wrong, id: randomUUID(), action: 'keep', another: 'yes' })
      assert.equal(answer.status, 422, JSON.stringify(wrong))
      assert.match(await answer.text(), /aria-invalid="true"/)
    }
  })

  it('follows the organisation’s wording of the purpose; an unknown name is refused', async () => {
    const wrong = await post('/payments/template', { purpose: 'Счёт {nummer}' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /\{nummer\}/)
    assert.equal((await post('/payments/template', { purpose: 'По счёту {number}. {vat}' })).status, 303)
    assert.match((await page(id)).text, />По счёту 21\/02-2\. В том числе НДС 22% - 29993\.66</)
    assert.equal((await post('/payments/template', { purpose: 'x' }, boris)).status, 403)
  })

  it('is refused when the list no longer knows the account', async () => {
    await put('/suppliers/00042', supplier(SELLER_ACCOUNT))
    const listed = await sent('2')
    await decide(anna, listed, { number: '21/02-3' }, ['DUPLICATE'])
    assert.equal((await world.documents.get(anna.organisationId, listed))?.status, 'approved')
    assert.equal((await page(listed)).status, 200)
    await put('/suppliers/00042', supplier(OTHER_ACCOUNT))
    const after = await page(listed)
    assert.equal(after.status, 409)
    assert.match(after.text, /no longer one of this supplier/)
  })

  it('to changed bank details waits for the second person, and is made after that', async () => {
    await put('/suppliers/00042', supplier(SELLER_ACCOUNT))
    const changed = await sent('3')
    const fields = { number: '21/02-4', 'payment.account': OTHER_ACCOUNT }
    const first = await decide(anna, changed, fields, ['BANK-CHANGED', 'DUPLICATE'])
    assert.equal(first.secondPerson, true, JSON.stringify(first))
    const waiting = await page(changed)
    assert.equal(waiting.status, 409)
    assert.match(waiting.text, /second person has not approved/)
    await decide(boris, changed, {}, ['BANK-CHANGED', 'DUPLICATE'])
    assert.equal((await world.documents.get(anna.organisationId, changed))?.status, 'approved')
    const made = await page(changed)
    assert.equal(made.status, 200)
    assert.ok(made.text.includes(OTHER_ACCOUNT))
  })

  it('is the organisation’s own, and for those who work at the desk', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await page(id, '', stranger)).status, 404)
    assert.equal((await post(`/documents/${id}/payments/${draft}`, {}, stranger)).status, 404)
    const uploader = await world.colleague(anna, 'uploader', 'Vera')
    assert.equal((await page(id, '', uploader)).status, 403)
  })

  describe('by the API', () => {
    const api = (path: string, init: RequestInit = {}, who = anna) => world.ask(who, `/api/v1/documents/${paid}${path}`, init)
    const keep = (name: string, body: object, headers = {}) =>
      api(`/payments/${name}`, { method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })
    let paid = ''
    const name = randomUUID()

    it('says why there may be none yet', async () => {
      paid = await sent('4')
      const answer = await api('/payment')
      assert.equal(answer.status, 409)
      assert.equal(((await answer.json()) as { why: string }).why, 'not_approved')
    })

    it('starts from the record, is kept under the caller’s id, and changed against its ETag', async () => {
      await put('/suppliers/00042', supplier(SELLER_ACCOUNT))
      await decide(anna, paid, { number: '21/02-9' }, ['DUPLICATE'])
      const start = (await (await api('/payment')).json()) as {
        payable: { account: string; amount: string }
        fields: Record<string, string>
      }
      assert.deepEqual([start.payable.account, start.payable.amount], [SELLER_ACCOUNT, '166328.48'])
      const body = { ...start.fields, ...OWN, orderNumber: '9' }
      const refused = await keep(name, { ...body, orderAmount: '0', payerBik: '' })
      assert.equal(refused.status, 422)
      const { fields } = (await refused.json()) as { fields: { path: string }[] }
      assert.deepEqual(fields.map(({ path }) => path).sort(), ['orderAmount', 'payerBik'])
      assert.equal((await keep(name, body)).status, 201)
      assert.equal((await keep(name, { ...body, orderAmount: '1.00' })).status, 412)
      const changed = await keep(name, { ...body, orderAmount: '100.50' }, { 'If-Match': '"1"' })
      assert.deepEqual([changed.status, changed.headers.get('ETag')], [200, '"2"'])
      assert.equal((await keep(randomUUID(), body)).status, 409)
      const { items } = (await (await api('/payments')).json()) as { items: { id: string; downloadedAt: string | null }[] }
      assert.deepEqual(
        items.map(({ id, downloadedAt }) => [id, downloadedAt]),
        [[name, null]],
      )
    })

    it('leaves only when somebody asks for its file', async () => {
      const answer = await api(`/payments/${name}/file`, { method: 'POST' })
      assert.equal(answer.status, 200)
      const text = new TextDecoder('windows-1251').decode(await answer.arrayBuffer())
      assert.match(text, /\r\nСумма=100\.50\r\n/)
      const { items } = (await (await api('/payments')).json()) as { items: { downloadedAt: string | null }[] }
      assert.notEqual(items[0]?.downloadedAt, null)
      const stranger = await world.person('Another stranger', 'admin')
      assert.equal((await api('/payment', {}, stranger)).status, 404)
      assert.equal((await api(`/payments/${name}/file`, { method: 'POST' }, stranger)).status, 404)
    })
  })
})
