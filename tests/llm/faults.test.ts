import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { createLlmWorld, textPage } from './llm-world.ts'
import { type Asked, answerFor, type Behaviour, type ModelServer, say, startModelServer } from './model-server.ts'
import { provider } from './provider.ts'

const PAGE = textPage('Invoice No. 4711', 'Total 119,00 EUR')
const LIMIT_S = 1

const raw = (status: number, body: string, headers: Record<string, string> = {}): Behaviour => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body)
  }
}
const text =
  (reply: string, finish?: string): Behaviour =>
  (response) =>
    say(response, reply, finish)
const forEver = (write: (response: ServerResponse) => void, everyMs: number): Behaviour => {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => write(response), everyMs)
    response.on('close', () => clearInterval(timer))
  }
}
/** A valid answer with one thing changed. */
const changed = (change: (answer: Record<string, unknown>) => unknown): Behaviour => {
  return (response, asked) => say(response, JSON.stringify(change(JSON.parse(answerFor(asked, {})))))
}

/** Faults of providers (docs/llm.md): the worst a server can do, one at a time. */
const FAULTS: Readonly<Record<string, Behaviour>> = {
  'never answers': () => {},
  'sends the head and then nothing': (response) => void response.writeHead(200).flushHeaders(),
  'sends a byte now and then': forEver((response) => response.write(' '), 50),
  'never stops sending': forEver((response) => response.write(' '.repeat(100_000)), 1),
  'sends 100 MB': (response) => void response.writeHead(200).end(Buffer.alloc(100 * 1024 * 1024, ' ')),
  'breaks the connection at once': (response) => void response.destroy(),
  'breaks it in the middle of the answer': (response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"choices"')
    setTimeout(() => response.destroy(), 20)
  },
  'answers 429': raw(429, '{"error":"slow down"}', { 'retry-after': '3600' }),
  'answers 500': raw(500, '{"error":"oh"}'),
  'answers 503 with a page': raw(503, '<html>maintenance</html>', { 'content-type': 'text/html' }),
  'answers 401': raw(401, '{"error":"key"}'),
  'answers 400 to the schema': raw(400, '{"error":"unsupported schema"}'),
  'redirects elsewhere': raw(307, '', { location: 'http://127.0.0.1:1/elsewhere' }),
  'answers 200 with a page': raw(200, '<html>Welcome to the hotel network</html>', { 'content-type': 'text/html' }),
  'answers 200 with nothing': raw(200, ''),
  'answers without choices': raw(200, '{"choices":[]}'),
  refuses: raw(200, JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I cannot' } }] })),
  'filters the content': text('', 'content_filter'),
  'is cut off at the token limit': text('{"number": {"value": "47', 'length'),
  'answers in prose': text('Sure! The invoice number is 4711.'),
  'answers half a JSON': text('{"number": {"value": "4711", "wor'),
  'answers with NaN': text('{"number": NaN}'),
  'answers 100,000 levels deep': text('['.repeat(100_000) + ']'.repeat(100_000)),
  'answers by another schema': text('{"invoice_number": "4711", "total": 119}'),
  'leaves a key out': changed(({ number: _, ...rest }) => rest),
  'adds a key': changed((answer) => ({ ...answer, sql: 'drop table documents' })),
  'answers with a million lines': changed((answer) => ({ ...answer, lines: Array.from({ length: 1_000_000 }, () => 0) })),
}

describe('a provider that fails', () => {
  let bad: ModelServer
  let good: ModelServer
  before(async () => {
    bad = await startModelServer(() => {})
    good = await startModelServer((response, asked) => say(response, answerFor(asked, { number: { value: '4711', words: [3] } })))
  })
  after(() => Promise.all([bad.close(), good.close()]))

  for (const [name, behaviour] of Object.entries(FAULTS))
    it(`${name}: three tries at most, then the next provider answers`, async () => {
      bad.behave(behaviour)
      const world = createLlmWorld({ providers: [provider('bad', bad.url, { timeoutS: LIMIT_S }), provider('good', good.url)] })
      const started = performance.now()
      const { asked, read } = await world.ask(PAGE)
      const seconds = (performance.now() - started) / 1000
      assert.ok(bad.asked.length >= 1 && bad.asked.length <= 3, `${bad.asked.length} tries`)
      assert.ok(seconds < 3 * LIMIT_S + 5, `${seconds} s`)
      assert.equal(asked, true)
      assert.equal(read?.use.provider, 'good')
      assert.equal(read?.candidates.find(({ path }) => path === 'number')?.value, '4711')
      // The journal has a line for every try, and no try passes for usable.
      assert.equal(world.calls.filter((call) => call.provider === 'bad').length, bad.asked.length)
      assert.ok(world.calls.filter((call) => call.provider === 'bad').every(({ outcome }) => outcome !== 'usable'))
    })

  it('leaves the document without a language model when all do', async () => {
    bad.behave(raw(500, ''))
    const world = createLlmWorld({ providers: [provider('one', bad.url), provider('two', bad.url)] })
    assert.deepEqual(await world.ask(PAGE).then(({ asked, read }) => [asked, read]), [true, null])
  })

  it('is left alone after three faults in a row', async () => {
    bad.behave(raw(500, ''))
    const world = createLlmWorld({ providers: [provider('bad', bad.url)] })
    for (let i = 0; i < 5; i++) await world.ask(PAGE)
    assert.equal(bad.asked.length, 3)
    assert.equal(world.calls.at(-1)?.outcome, 'resting')
  })

  it('repairs a broken answer once', async () => {
    bad.behave((response, asked: Asked, count) =>
      say(response, count === 1 ? 'Here you are: {}' : answerFor(asked, { number: { value: '4711', words: [3] } })),
    )
    const world = createLlmWorld({ providers: [provider('bad', bad.url)] })
    const { read } = await world.ask(PAGE)
    assert.equal(read?.candidates.length, 1)
    assert.deepEqual(
      world.calls.map(({ turn, outcome }) => [turn, outcome]),
      [
        [1, 'broken'],
        [2, 'usable'],
      ],
    )
  })
})
