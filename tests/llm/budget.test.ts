import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createMemoryBlobs } from '../../adapters/blobs/memory-blobs.ts'
import {
  createAccounts,
  createDocumentStore,
  createDocuments,
  createLanguageModels,
  type Database,
  newId,
  openDatabase,
} from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { startTestPostgres, type TestPostgres } from '../postgres.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { answerFor, type ModelServer, say, startModelServer } from './model-server.ts'
import { provider } from './provider.ts'

const AT_ONCE = 20
/** An answer of 1,000 tokens at most for 1.00, of which the server uses 200. */
const DEAR = { prices: { input: '0', output: '1000', cached: '0' }, answerTokens: 1000, concurrency: AT_ONCE, timeoutS: 30 }

describe('the budget of a day', () => {
  let postgres: TestPostgres
  let db: Database
  let server: ModelServer
  before(async () => {
    postgres = await startTestPostgres()
    db = openDatabase(await postgres.database(), createLog('error'), { connections: AT_ONCE })
    server = await startModelServer((response, asked) => say(response, answerFor(asked, {})))
  })
  after(async () => {
    await server.close()
    await db.close()
    await postgres.stop()
  })

  /** An organisation with documents, on the real database. */
  async function organisation(budgetPerDay: string) {
    const organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
    const store = createDocumentStore(db, createMemoryBlobs())
    const world = createLlmWorld({ providers: [provider('dear', server.url, DEAR)], budgetPerDay }, [], { store, organisationId })
    const ask = async (text: string) => {
      const documentId = newId()
      const file = { sha256: documentId.padEnd(64, '0').slice(0, 64), bytes: 1, mediaType: 'application/pdf' }
      const upload = { documentId, organisationId, userId: 'someone', fileName: 'a.pdf', file, type: 'auto', idempotencyKey: null }
      await createDocuments(db).accept(upload)
      return { documentId, ...(await world.ask(textPage(text), documentId)) }
    }
    const spent = async () => Number((await store.llmTerms(organisationId, 'invoice')).spentToday)
    return { organisationId, store, ask, spent }
  }

  it(`is not passed by ${AT_ONCE} questions at once: only as many are asked as could all cost their most`, async () => {
    const { ask, spent } = await organisation('3.50')
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    server.behave(async (response, asked) => {
      await released
      say(response, answerFor(asked, {}))
    })
    let settled = 0
    const all = Array.from({ length: AT_ONCE }, (_, i) =>
      ask(`Invoice ${i}`).finally(() => {
        if (++settled === AT_ONCE - 3) release()
      }),
    )
    const read = (await Promise.all(all)).filter((one) => one.read !== null)
    assert.deepEqual([server.asked.length, read.length], [3, 3])
    assert.equal((await spent()).toFixed(2), '0.60')
  })

  it(`holds for no more than fit, however many connections ask at the same moment`, async () => {
    const { organisationId, store } = await organisation('3.50')
    const hold = () => store.reserveLlm(organisationId, { amount: '1', budget: '3.50', currency: 'EUR' })
    const held = await Promise.all(Array.from({ length: AT_ONCE }, hold))
    assert.equal(held.filter((id) => id !== null).length, 3)
  })

  it('gives back what a question did not cost', async () => {
    server.behave((response, asked) => say(response, answerFor(asked, {})))
    const { ask, spent } = await organisation('1.00')
    for (let i = 0; i < 6; i++) await ask(`Invoice ${i}`)
    // The first costs 0.20; from then on the most of a question, 1.00, no longer fits.
    assert.deepEqual([server.asked.length, (await spent()).toFixed(2)], [1, '0.20'])
    const wider = await organisation('1.50')
    server.behave((response, asked) => say(response, answerFor(asked, {})))
    for (let i = 0; i < 6; i++) await wider.ask(`Invoice ${i}`)
    assert.deepEqual([server.asked.length, (await wider.spent()).toFixed(2)], [3, '0.60'])
  })

  it('counts its documents, once each, and is another organisation’s own', async () => {
    const one = await organisation('10')
    const other = await organisation('10')
    await one.ask('Invoice A')
    await other.ask('Invoice B')
    await other.ask('Invoice C')
    const today = await createLanguageModels(db).spentToday()
    assert.ok(today[0]!.documents >= 3)
    assert.equal((await one.spent()).toFixed(2), '0.20')
    assert.equal((await other.spent()).toFixed(2), '0.40')
  })

  it('questions carry a trace that the journal knows too', async () => {
    server.behave((response, asked) => say(response, answerFor(asked, {})))
    const { ask, organisationId } = await organisation('10')
    const { documentId } = await ask('Invoice T')
    const sent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-01$/.exec(String(server.asked[0]!.headers.traceparent))
    const [call] = await createLanguageModels(db).calls(organisationId, documentId)
    assert.ok(sent)
    assert.equal(call?.traceId, sent[1])
  })
})
