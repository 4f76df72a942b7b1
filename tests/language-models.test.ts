import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { answerFor, type ModelServer, say, startModelServer, wordsAsked } from './llm/model-server.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('language models on the screens', () => {
  let world: World
  let server: ModelServer
  let dir: string
  let admin: SignedIn
  before(async () => {
    server = await startModelServer((response, asked) => {
      const word = wordsAsked(asked).find(({ text }) => /\d/.test(text))!
      say(response, answerFor(asked, { buyerReference: { value: word.text, words: [word.id] } }))
    })
    dir = await mkdtemp(join(tmpdir(), 'docket-llm-'))
    const file = join(dir, 'llm.json')
    const prices = { input: '0.50', output: '1.50', cached: '0.05' }
    const own = { id: 'own', dialect: 'llama-server', baseUrl: server.url, model: 'small', place: 'inside', residency: 'DE', prices }
    const far = { id: 'far', dialect: 'openai', baseUrl: 'https://far.example/v1', model: 'big', place: 'outside', residency: 'US' }
    await writeFile(file, JSON.stringify({ currency: 'EUR', budgetPerDay: '5.00', providers: [own, far], chains: { '*': ['own', 'far'] } }))
    world = await createWorld({ DOCKET_LLM_CONFIG: file })
    admin = await world.person('Admin', 'admin')
  })
  after(async () => {
    await world.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  })

  const text = async (who: SignedIn, path: string) => (await world.ask(who, path)).text()
  const upload = async (who: SignedIn) => {
    const pdf = invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    const response = await world.ask(who, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    assert.equal(response.status, 202, await response.clone().text())
    await world.work()
    return ((await response.json()) as { id: string }).id
  }

  it('an outside model is off until an administrator allows it for a type, and can be forbidden again', async () => {
    const reviewer = await world.colleague(admin, 'reviewer')
    const type = 'invoice'
    const form = (allow: string) => ({ method: 'POST', body: new URLSearchParams({ allow }) })
    assert.match(await text(reviewer, '/language-models'), /not allowed/)
    assert.equal((await world.ask(reviewer, `/language-models/${type}/far`, form('yes'))).status, 403)
    assert.equal((await world.ask(admin, `/language-models/${type}/far`, form('yes'))).status, 303)
    assert.deepEqual((await world.store.llmTerms(admin.organisationId, type)).allowed, ['far'])
    const stranger = await world.person('Stranger', 'admin')
    assert.deepEqual((await world.store.llmTerms(stranger.organisationId, type)).allowed, [])
    assert.equal((await world.ask(admin, `/language-models/${type}/far`, form('no'))).status, 303)
    assert.deepEqual((await world.store.llmTerms(admin.organisationId, type)).allowed, [])
    // What stands inside needs no permission and takes none.
    assert.equal((await world.ask(admin, `/language-models/${type}/own`, form('yes'))).status, 404)
  })

  it('a document says which model read it and at what price; an auditor sees every word that was sent', async () => {
    const id = await upload(admin)
    assert.equal(server.asked.length, 1)
    const page = await text(admin, `/documents/${id}`)
    // 1,000 tokens at 0.50 and 200 at 1.50 per million.
    assert.match(page, /Also read by own \(stub-1\)\. Price: 0\.0008 EUR/)
    const auditor = await world.colleague(admin, 'auditor')
    const said = await text(auditor, `/documents/${id}/language-models`)
    assert.match(said, /You read one business document/)
    assert.match(said, /&lt;document-[0-9a-f]{16}/)
    const reviewer = await world.colleague(admin, 'reviewer')
    assert.equal((await world.ask(reviewer, `/documents/${id}/language-models`)).status, 403)
    assert.equal((await text(reviewer, `/documents/${id}`)).includes('/language-models"'), true, 'the menu')
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await world.ask(stranger, `/documents/${id}/language-models`)).status, 404)
    assert.match(await text(admin, '/language-models'), /Spent today: 0\.00 EUR/)
    assert.match(await (await fetch(`${world.url}/metrics`)).text(), /^llm_spent_today\{currency="EUR"\} 0\.0008$/m)
  })

  it('a value that only the model has read is labelled and goes to a person', async () => {
    const who = await world.person('Third', 'admin')
    const result = (await (await world.ask(who, `/api/v1/documents/${await upload(who)}/result`)).json()) as {
      fields: Record<string, { source: string }>
      reasons: { code: string; field?: string }[]
      llm: { provider: string }
      versions: { prompt: string }
    }
    assert.equal(result.fields.buyerReference?.source, 'llm')
    assert.ok(result.reasons.some(({ code, field }) => code === 'llm_only' && field === 'buyerReference'))
    assert.equal(result.llm.provider, 'own')
    assert.match(result.versions.prompt, /^invoice-[0-9a-f]{12}$/)
  })
})
