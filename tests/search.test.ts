import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { sql } from '../adapters/db/sql.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Answer {
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly passages: readonly { readonly page: number; readonly text: string; readonly marks: number[][]; readonly boxes: object[] }[]
  }[]
  readonly next: string | null
  readonly total: number
  readonly instead: Readonly<Record<string, readonly string[]>>
}

describe('search', () => {
  let world: World
  let anna: SignedIn
  const ids = new Map<string, string>()
  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
    for (const [number, seller, gross, net, tax] of [
      ['SR-1001', 'Fabrikam Components Ltd', '120.00', '100.00', '20.00'],
      ['SR-1002', 'Northwind Traders Ltd', '1200.00', '1000.00', '200.00'],
      ['SR-1003', 'Ромашка Поставки', '240.00', '200.00', '40.00'],
    ] as const)
      ids.set(number, await sent(anna, number, { seller, gross, net, tax }))
  })
  after(() => world.close())

  const sent = async (who: SignedIn, number: string, values: object): Promise<string> => {
    const pdf = invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00', ...values })
    const answer = await world.ask(who, '/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(pdf),
      headers: { 'X-File-Name': `${number}.pdf` },
    })
    const { id } = (await answer.json()) as { id: string }
    await world.work()
    await world.index()
    return id
  }
  const search = async (query: string, who = anna): Promise<Answer> => {
    const answer = await world.ask(who, `/api/v1/search?${query}`)
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as Answer
  }
  const numbers = ({ items }: Answer) => items.map(({ number }) => number).sort()

  it('finds words in any of their forms, and shows them with their places', async () => {
    const found = await search('text=trader')
    assert.deepEqual(numbers(found), ['SR-1002'])
    const [passage] = found.items[0]?.passages.filter(({ page }) => page !== null) ?? []
    assert.match(passage?.text ?? '', /Northwind Traders/)
    const [from = 0, to = 0] = passage?.marks[0] ?? []
    assert.match(passage?.text.slice(from, to) ?? '', /^Traders/)
    assert.ok((passage?.boxes.length ?? 0) > 0)
  })

  it('finds numbers and amounts however they are typed', async () => {
    assert.deepEqual(numbers(await search('text=sr1002')), ['SR-1002'])
    assert.deepEqual(numbers(await search(`text=${encodeURIComponent('1 200,00')}`)), ['SR-1002'])
    assert.deepEqual(numbers(await search('text=1200')), ['SR-1002'])
    assert.deepEqual(numbers(await search('text=12.03.2026')), ['SR-1001', 'SR-1002', 'SR-1003'])
  })

  it('forgives a slip of the finger and says so', async () => {
    const found = await search('text=norhtwind')
    assert.deepEqual(numbers(found), ['SR-1002'])
    assert.deepEqual(found.instead, { norhtwind: ['northwind'] })
    assert.deepEqual(numbers(await search('text=zzzzqqqq')), [])
  })

  it('wants all the words, and gives nothing for what is not there', async () => {
    assert.deepEqual(numbers(await search('text=northwind+fabrikam')), [])
    assert.deepEqual(numbers(await search('text=northwind+SR-1002')), ['SR-1002'])
    assert.equal((await search('text=SR-1004')).total, 0)
  })

  it('narrows down by fields and turns pages without losing or doubling a document', async () => {
    assert.deepEqual(numbers(await search('least=200&most=300')), ['SR-1003'])
    assert.deepEqual(numbers(await search('supplier=fabrikam')), ['SR-1001'])
    assert.deepEqual(numbers(await search('from=2026-03-13')), [])
    assert.deepEqual(numbers(await search('status=review&type=invoice')), ['SR-1001', 'SR-1002', 'SR-1003'])
    assert.deepEqual(numbers(await search('status=approved')), [])
    assert.deepEqual(numbers(await search('queue=none')), ['SR-1001', 'SR-1002', 'SR-1003'])
    assert.equal((await world.ask(anna, '/api/v1/search?from=yesterday')).status, 422)
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Answer = await search(`text=invoice&limit=1&after=${after}`)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    assert.deepEqual([...seen].sort(), [...ids.values()].sort())
  })

  it('shows nobody the documents of another organisation', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await search('text=northwind', stranger)).total, 0)
    assert.equal((await world.ask(stranger, `/documents/${ids.get('SR-1002')}?find=northwind`)).status, 404)
    const words = await world.db.transaction(stranger.organisationId, (tx) =>
      tx.rows(z.object({ word: z.string() }), sql`select word from search_words_near('norhtwind')`),
    )
    assert.deepEqual(words, [])
  })

  it('finds nothing of a document that waits for a blind review, until values are entered', async () => {
    const blind = await world.person('Blind', 'admin')
    await world.ask(blind, '/acceptance/invoice/policy', {
      method: 'POST',
      body: new URLSearchParams({
        mode: 'certified',
        alpha: '1',
        delta: '5',
        auditShare: '5',
        leastConfidence: '90',
        mostGross: '',
        blind: 'yes',
      }),
    })
    const id = await sent(blind, 'BL-77', { seller: 'Hidden Goods Ltd' })
    const page = await (await world.ask(blind, `/documents/${id}`)).text()
    assert.match(page, /blind/i, 'the document waits for a blind review')
    assert.equal((await search('text=hidden', blind)).total, 0)
    assert.equal((await search('status=review', blind)).total, 0)
    const entered = await world.ask(blind, `/api/v1/documents/${id}/blind`, {
      method: 'POST',
      body: JSON.stringify({ fields: { number: 'BL-77' } }),
      headers: { 'Content-Type': 'application/json' },
    })
    assert.equal(entered.status, 204)
    assert.equal((await search('text=hidden', blind)).total, 1)
  })

  it('finds what a person has corrected, and no more what stood there before', async () => {
    const who = await world.person('Corrector', 'admin')
    const id = await sent(who, 'CO-1', { seller: 'Adatum Ltd' })
    const version = (await world.documents.get(who.organisationId, id))?.version
    const saved = await world.ask(who, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify({ action: 'save', fields: { 'seller.name': 'Wingtip Toys GmbH' } }),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    assert.equal(saved.status, 200)
    await world.index()
    assert.equal((await search('supplier=wingtip', who)).total, 1)
    assert.equal((await search('text=wingtip', who)).total, 1)
    assert.equal((await search('supplier=adatum', who)).total, 0)
  })

  it('forgets a document with its row, words and all', async () => {
    const who = await world.person('Forgetter', 'admin')
    const id = await sent(who, 'FO-1', { seller: 'Vanishing Acts Ltd' })
    await world.db.transaction(who.organisationId, (tx) => tx.run(sql`delete from search_documents where document_id = ${id}`))
    const left = await world.db.transaction(who.organisationId, (tx) =>
      tx.rows(z.object({ word: z.string() }), sql`select word from search_words union all select text from search_passages`),
    )
    assert.deepEqual(left, [])
  })

  it('opens the document with the words marked, and works as a page without script', async () => {
    const page = await (await world.ask(anna, '/search?text=northwind')).text()
    const [, href = ''] = /href="(\/documents\/[^"]+find=northwind#page-1)"/.exec(page) ?? []
    assert.match(page, /<mark>Northwind<\/mark>/)
    const document = await (await world.ask(anna, href.replaceAll('&amp;', '&').replace(/#.*/, ''))).text()
    assert.match(document, /class="boxes-found" d="M/)
    assert.match(document, /Found in \d+ place/)
  })
})
