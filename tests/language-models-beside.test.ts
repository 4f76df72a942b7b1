import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { getJson } from '../adapters/blobs/json-blob.ts'
import { getReading } from '../adapters/blobs/reading-blob.ts'
import { createLanguageModels } from '../adapters/db/index.ts'
import { surrogateDigest } from '../adapters/llm/index.ts'
import { chatOf } from '../cli/commands/finetune.ts'
import { Exchange } from '../core/llm/exchange.ts'
import { Result } from '../core/result.ts'
import { documentTypes } from '../schemas/registry.ts'
import { prepare } from '../workers/activities/llm/prepare.ts'
import { answerFor, type ModelServer, say, startModelServer, wordsAsked } from './llm/model-server.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const TYPE = documentTypes.find(({ prompt }) => prompt)!

/** What stands beside the questions about live documents: a second model, and approved documents as examples. */
describe('beside the language model that is used', () => {
  let world: World
  let first: ModelServer
  let second: ModelServer
  let dir: string
  before(async () => {
    first = await startModelServer((response, asked) => say(response, answerFor(asked, {})))
    // Reads another currency than there is, and a reference that nobody else does.
    second = await startModelServer((response, asked) => {
      const word = wordsAsked(asked).find(({ text }) => /^\d+\.\d\d$/.test(text))!
      say(response, answerFor(asked, { buyerReference: { value: word.text, words: [word.id] } }))
    })
    dir = await mkdtemp(join(tmpdir(), 'docket-llm-'))
    const file = join(dir, 'llm.json')
    const of = (id: string, baseUrl: string) => ({
      id,
      dialect: 'llama-server',
      baseUrl,
      model: `${id}-small`,
      place: 'inside',
      residency: 'DE',
    })
    await writeFile(
      file,
      JSON.stringify({
        currency: 'EUR',
        providers: [of('own', first.url), of('new', second.url)],
        chains: { '*': ['own'] },
        shadows: { '*': 'new' },
      }),
    )
    world = await createWorld({ DOCKET_LLM_CONFIG: file })
  })
  after(async () => {
    await world.close()
    await Promise.all([first.close(), second.close()])
    await rm(dir, { recursive: true, force: true })
  })

  const upload = async (who: SignedIn, number: string) => {
    const pdf = invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    const response = await world.ask(who, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    assert.equal(response.status, 202, await response.clone().text())
    await world.work()
    return ((await response.json()) as { id: string }).id
  }
  const row = async (who: SignedIn, id: string) => (await world.documents.get(who.organisationId, id))!
  const approve = async (who: SignedIn, id: string) => {
    const { version } = await row(who, id)
    const response = await world.ask(who, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify({ action: 'approve' }),
    })
    assert.equal(response.status, 200, await response.text())
    for (let left = 100; (await row(who, id)).status !== 'approved'; left--) {
      assert.ok(left > 0)
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  const text = async (who: SignedIn, path: string) => (await world.ask(who, path)).text()
  const messagesTo = (server: ModelServer) =>
    (JSON.parse(server.asked.at(-1)!.body) as { messages: { role: string; content: string }[] }).messages

  it('a second model reads live documents; its answer is shown in comparison and used nowhere', async () => {
    const admin = await world.person('Admin', 'admin')
    const id = await upload(admin, 'NW-1')
    for (let left = 100; !(await text(admin, '/language-models')).includes('Second model'); left--) {
      assert.ok(left > 0)
      await new Promise((done) => setTimeout(done, 100))
    }
    assert.equal(second.asked.length, 1)
    const result = await getJson(world.blobs, id, (await row(admin, id)).result!, Result)
    // The second answer is no candidate, no reading of the document, and no reason to look at it.
    assert.equal(result.llm?.provider, 'own')
    assert.equal(result.fields.buyerReference?.value ?? null, null)
    assert.equal(JSON.stringify(result.fields).includes('"llm"'), false)
    assert.match(
      await text(admin, '/language-models'),
      /Second model, only compared[\s\S]*new[\s\S]*new-small|Second model, only compared[\s\S]*stub-1/,
    )
    const said = await text(admin, `/documents/${id}/language-models`)
    assert.match(said, /Second model, only compared/)
    assert.match(said, /Invoice number[\s\S]*NW-1[\s\S]*—/)
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await text(stranger, '/language-models')).includes('Second model'), false)
  })

  it('an approved document of the same form goes along as an example, and its words are kept nowhere else', async () => {
    const admin = await world.person('Other', 'admin')
    const before = await upload(admin, 'EX-1')
    assert.deepEqual(
      messagesTo(first).map(({ role }) => role),
      ['system', 'user'],
    )
    await approve(admin, before)
    const after = await upload(admin, 'EX-2')
    const messages = messagesTo(first)
    assert.deepEqual(
      messages.map(({ role }) => role),
      ['system', 'user', 'assistant', 'user'],
    )
    assert.match(messages[1]!.content, /EX-1/)
    assert.equal((JSON.parse(messages[2]!.content) as { number: { value: string } }).number.value, 'EX-1')
    assert.match(messages[3]!.content, /EX-2/)
    assert.equal(messages[3]!.content.includes('EX-1'), false)
    const said = await text(admin, `/documents/${after}/language-models`)
    assert.equal(said.includes('EX-1'), false)
    assert.match(said, new RegExp(`href="/documents/${before}"[^>]*>An approved document`))
    for (const { exchange } of await createLanguageModels(world.db).calls(admin.organisationId, after)) {
      const kept = JSON.stringify(await getJson(world.blobs, after, exchange, Exchange))
      assert.deepEqual([kept.includes('EX-2'), kept.includes('EX-1')], [true, false])
    }
    // Another organisation has no part in it.
    const stranger = await world.person('Third', 'admin')
    await upload(stranger, 'EX-3')
    assert.deepEqual(
      messagesTo(first).map(({ role }) => role),
      ['system', 'user'],
    )
  })

  it('what people approved becomes a line of a fine-tuning set, with surrogates for personal data', async () => {
    const admin = await world.person('Fourth', 'admin')
    const id = await upload(admin, 'FT-1')
    await approve(admin, id)
    const result = await getJson(world.blobs, id, (await row(admin, id)).result!, Result)
    const reading = await getReading(world.blobs, id, result.reading!)
    const prepared = prepare(TYPE, TYPE.prompt!)
    const iban = String(result.fields['payment.iban']?.value)
    const plain = chatOf({ result, reading }, prepared, null)!
    const masked = chatOf({ result, reading }, prepared, surrogateDigest(Buffer.alloc(32, 1), admin.organisationId))!
    const chat = JSON.parse(plain) as { messages: { role: string; content: string }[] }
    assert.deepEqual(
      chat.messages.map(({ role }) => role),
      ['system', 'user', 'assistant'],
    )
    const answers = JSON.parse(chat.messages[2]!.content) as {
      number: { value: string; words: number[] }
      totals: { gross: { value: string } }
    }
    assert.deepEqual([answers.number.value, answers.totals.gross.value], ['FT-1', '120.00'])
    assert.match(chat.messages[1]!.content, new RegExp(`\\[${answers.number.words[0]}\\]FT-1`))
    const printed = (line: string) => line.replace(/\[\d+\]|\s/g, '')
    assert.equal(iban, 'GB29NWBK60161331926819')
    assert.equal(printed(plain).includes(iban), true)
    assert.equal(printed(masked).includes(iban), false)
  })
})
