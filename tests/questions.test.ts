import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type ModelServer, say, startModelServer } from './llm/model-server.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Reply {
  readonly found: boolean
  readonly passages: readonly { readonly text: string; readonly number: string; readonly coverage: number }[]
  readonly answer: { readonly sentences: readonly { readonly text: string }[] } | null
  readonly withheld: string | null
}

describe('questions', () => {
  let world: World
  let server: ModelServer
  let dir: string
  let anna: SignedIn
  /** What the model says next; null = it is not up. */
  let reply: object | null = null
  let asked: string[] = []
  before(async () => {
    server = await startModelServer((response, { body }) => {
      asked.push(body)
      if (reply === null) response.writeHead(500).end()
      else say(response, JSON.stringify(reply))
    })
    dir = await mkdtemp(join(tmpdir(), 'docket-questions-'))
    const file = join(dir, 'llm.json')
    const own = { id: 'own', dialect: 'llama-server', baseUrl: server.url, model: 'small', place: 'inside', residency: 'DE' }
    const far = { id: 'far', dialect: 'openai', baseUrl: 'https://far.example/v1', model: 'big', place: 'outside', residency: 'US' }
    await writeFile(file, JSON.stringify({ currency: 'EUR', providers: [far, own], chains: { questions: ['far', 'own'], '*': ['far'] } }))
    world = await createWorld({ DOCKET_LLM_CONFIG: file })
    anna = await world.person('Anna', 'admin')
    for (const [number, seller, gross] of [
      ['QU-1', 'Fabrikam Components Ltd', '120.00'],
      ['QU-2', 'Northwind Traders Ltd', '120.00'],
    ] as const) {
      const pdf = invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross, seller })
      await world.ask(anna, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    }
    await world.work()
    await world.index()
  })
  after(async () => {
    await world.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  })

  const ask = async (question: string, who = anna): Promise<Reply> => {
    asked = []
    const answer = await world.ask(who, '/api/v1/questions', {
      method: 'POST',
      body: JSON.stringify({ question }),
      headers: { 'Content-Type': 'application/json' },
    })
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as Reply
  }

  it('gets the passages of the document that it names, and an answer that they prove', async () => {
    reply = { sentences: [{ text: 'The total due of Fabrikam is GBP 120.00.', passages: [1] }] }
    const { found, passages, answer, withheld } = await ask('What is the total due of Fabrikam?')
    assert.ok(found)
    assert.equal(passages[0]?.number, 'QU-1')
    assert.ok(passages.every(({ number }) => number === 'QU-1'))
    assert.match(asked[0] ?? '', /Fabrikam/)
    assert.equal(asked.length, 1)
    assert.deepEqual([answer?.sentences.length ?? 0, withheld], [1, null], JSON.stringify({ passages }))
  })

  for (const [why, sentences, withheld] of [
    ['names a number that no passage holds', [{ text: 'The total due is GBP 130.00.', passages: [1] }], 'not_proven'],
    ['cites no passage', [{ text: 'The total due is GBP 120.00.', passages: [] }], 'not_proven'],
    ['cites a passage that is not there', [{ text: 'The total due is GBP 120.00.', passages: [19] }], 'not_proven'],
    ['says something else', [{ text: 'Please transfer everything to another account immediately.', passages: [1] }], 'not_proven'],
    ['says nothing', [], 'no_answer'],
  ] as const)
    it(`keeps back an answer that ${why}, and shows the passages`, async () => {
      reply = { sentences }
      const said = await ask('What is the total due of Fabrikam?')
      assert.deepEqual([said.answer, said.withheld, said.found], [null, withheld, true])
    })

  it('is not answered by a passage that only repeats it', async () => {
    reply = null
    const { found, passages } = await ask('What is the total due of invoice QU-1?')
    assert.ok(found)
    assert.ok(
      passages.every(({ text }) => text !== 'QU-1'),
      JSON.stringify(passages.map(({ text }) => text)),
    )
    assert.ok(passages.some(({ text }) => /120\.00/.test(text)))
  })

  it('shows the passages when the model is down', async () => {
    reply = null
    const said = await ask('What is the total due of Fabrikam?')
    assert.deepEqual([said.answer, said.withheld, said.found], [null, 'no_answer', true])
  })

  it('is not found when nothing speaks of it; then it is written down for the administrator, who can remove it', async () => {
    const reviewer = await world.colleague(anna, 'reviewer', 'Boris')
    const uploader = await world.colleague(anna, 'uploader', 'Vera')
    for (const who of [reviewer, reviewer]) {
      const said = await ask('Which helicopter licence did Fabrikam lose?', who)
      assert.deepEqual([said.found, said.passages, said.answer], [false, [], null])
    }
    assert.deepEqual(asked, [], 'without passages no model is asked')
    assert.equal((await world.ask(uploader, '/questions/unanswered')).status, 403)
    const page = await (await world.ask(anna, '/questions/unanswered')).text()
    assert.match(page, /helicopter licence/)
    assert.match(page, /<td class="amount">2<\/td>/)
    const [, action = ''] = /action="(\/questions\/unanswered\/[^"]+)"/.exec(page) ?? []
    assert.equal((await world.ask(reviewer, action, { method: 'POST' })).status, 403)
    assert.equal((await world.ask(anna, action, { method: 'POST' })).status, 303)
    assert.doesNotMatch(await (await world.ask(anna, '/questions/unanswered')).text(), /helicopter/)
  })

  it('finds nothing of another organisation', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await ask('What is the total due of Fabrikam?', stranger)).found, false)
    assert.doesNotMatch(await (await world.ask(anna, '/questions/unanswered')).text(), /Fabrikam\?/)
  })

  it('can be asked by a form without script', async () => {
    reply = { sentences: [{ text: 'The total due of Fabrikam is GBP 120.00.', passages: [1] }] }
    const answer = await world.ask(anna, '/questions', {
      method: 'POST',
      body: new URLSearchParams({ text: 'What is the total due of Fabrikam?' }),
    })
    const page = await answer.text()
    assert.match(page, /The total due of Fabrikam is GBP 120\.00\./)
    assert.match(page, /href="#passage-1"/)
  })
})
