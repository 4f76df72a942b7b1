import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { answerFor, type ModelServer, say, startModelServer, wordsAsked } from '../tests/llm/model-server.ts'
import { invoicePdf } from '../tests/ui/invoice-pdf.ts'

const run = promisify(execFile)
const DOCKET = fileURLToPath(new URL('../bin/docket.mjs', import.meta.url))

/** A word of the page that no caption tells: only a model can say that it is the order's number. */
const ORDER = 'EC2V'

describe('docket evaluate --provider', () => {
  let good: ModelServer
  let bad: ModelServer
  let dir: string
  before(async () => {
    good = await startModelServer((response, asked) => {
      const word = wordsAsked(asked).find(({ text }) => text === ORDER)!
      say(response, answerFor(asked, { purchaseOrder: { value: ORDER, words: [word.id] } }))
    })
    bad = await startModelServer((response, asked) => say(response, answerFor(asked, {})))
    dir = await mkdtemp(join(tmpdir(), 'docket-evaluate-'))
    await writeFile(
      join(dir, 'one.pdf'),
      invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }),
    )
    const fields = { invoice_number: { type: 'id', value: 'NW-1' }, purchase_order: { type: 'id', value: ORDER } }
    await writeFile(
      join(dir, 'one.truth.json'),
      JSON.stringify({ format: 'doc-truth/1', id: 'one', kind: 'made', file: 'one.pdf', document_class: 'invoice', fields }),
    )
    const prices = { input: '0.50', output: '1.50', cached: '0' }
    const of = (id: string, baseUrl: string) => ({
      id,
      dialect: 'llama-server',
      baseUrl,
      model: id,
      place: 'inside',
      residency: 'DE',
      prices,
    })
    await writeFile(
      join(dir, 'llm.json'),
      JSON.stringify({ currency: 'EUR', providers: [of('good', good.url), of('bad', bad.url)], chains: { '*': ['bad'] } }),
    )
  })
  after(async () => {
    await Promise.all([good.close(), bad.close()])
    await rm(dir, { recursive: true, force: true })
  })

  async function evaluate(...args: readonly string[]) {
    const json = join(dir, 'out.json')
    const env = { ...process.env, DOCKET_LLM_CONFIG: join(dir, 'llm.json'), DOCKET_OCR_LANGUAGES: 'eng', DOCKET_OCR_WORKERS: '1' }
    const { stdout } = await run(process.execPath, [DOCKET, 'evaluate', dir, '--json', json, '--jobs', '1', ...args], { env })
    const report = JSON.parse(await readFile(json, 'utf8')) as {
      kinds: { byField: Record<string, { correct: number; total: number }> }[]
      models: { provider: string; prompt: string; documents: number; cost: string }[]
    }
    return { stdout, order: report.kinds[0]!.byField.purchase_order, models: report.models }
  }

  it('asks the named model about every document of a folder, so that two can be compared', { timeout: 240_000 }, async () => {
    const one = await evaluate('--provider', 'good')
    assert.deepEqual([one.order?.correct, good.asked.length, bad.asked.length], [1, 1, 0])
    // 1,000 tokens at 0.50 and 200 at 1.50 per million.
    assert.match(
      one.stdout,
      /language model good \(stub-1\), prompt invoice-[0-9a-f]{12}: 1 documents, 1000 tokens in, 200 out, 0\.00080000 EUR/,
    )
    const other = await evaluate('--provider', 'bad')
    assert.deepEqual([other.order?.correct, other.models[0]?.provider, bad.asked.length], [0, 'bad', 1])
    const none = await evaluate('--no-llm')
    assert.deepEqual([none.order?.correct, none.models, good.asked.length + bad.asked.length], [0, [], 2])
  })
})
