import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Context } from '@temporalio/activity'
import { createLog, type Log } from '../../adapters/log.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { activityInterceptor } from '../../workers/activity-interceptor.ts'
import { type Canary, canaries } from './canaries.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { type Asked, answerFor, type Behaviour, type ModelServer, say, startModelServer, wordsAsked } from './model-server.ts'
import { provider } from './provider.ts'

const COUNT = 1000
const A_DOCUMENT = 20
/** Names are found by roles, initials and patronymics; one in eleven here has none of them. */
const LEAST_NAMES = 0.85

describe('personal data', () => {
  let server: ModelServer
  /** The outside provider of the test stands on this machine; the settings would insist on https. */
  const outside = () => provider('far', server.url, { place: 'outside' })
  before(async () => {
    server = await startModelServer((response, asked) => say(response, answerFor(asked, {})))
  })
  after(() => server.close())

  it(`of ${COUNT} seeded canaries: no formatted identifier reaches an outside provider`, async (t) => {
    const all = canaries(COUNT, 20261121)
    const world = createLlmWorld({ providers: [outside()] }, ['far'])
    const escaped: Canary[] = []
    for (let at = 0; at < COUNT; at += A_DOCUMENT) {
      const batch = all.slice(at, at + A_DOCUMENT)
      const before = server.asked.length
      const { exchanges } = await world.ask(textPage(...batch.map(({ line }) => line)))
      const sent = server.asked.slice(before).map(({ body }) => body)
      assert.equal(sent.length, 1)
      const plain = sent.join('').replace(/\[\d+\]/g, '')
      escaped.push(...batch.filter(({ secret }) => plain.includes(secret)))
      // What was replaced is kept beside what was sent.
      const kept = exchanges.flatMap(({ replaced }) => replaced.map(({ original }) => original)).join('\n')
      assert.ok(batch.filter(({ kind }) => kind === 'iban').every(({ secret }) => kept.includes(secret)))
    }
    const formatted = escaped.filter(({ kind }) => kind !== 'name')
    assert.deepEqual(formatted, [])
    const names = all.filter(({ kind }) => kind === 'name').length
    const rate = 1 - escaped.length / names
    t.diagnostic(`${COUNT} canaries, formatted identifiers masked 100 %, names ${(rate * 100).toFixed(1)} % of ${names}`)
    assert.ok(rate >= LEAST_NAMES, `names masked: ${rate}`)
  })

  it('comes back as printed: the model points at a surrogate, the value is the real one', async () => {
    server.behave((response, asked) => {
      const words = wordsAsked(asked)
      const inn = words.find(({ text }) => /^\d{10}$/.test(text))!
      const iban = words.filter(({ text }, i) => i > words.findIndex((w) => w.text === 'IBAN') && /^[\dA-Z]{2,4}$/.test(text)).slice(0, 6)
      say(
        response,
        answerFor(asked, {
          'seller.inn': { value: inn.text, words: [inn.id] },
          'payment.iban': { value: iban.map(({ text }) => text).join(''), words: iban.map(({ id }) => id) },
        }),
      )
    })
    const { read, exchanges } = await createLlmWorld({ providers: [outside()] }, ['far']).ask(
      textPage('ИНН 7707083893', 'IBAN DE89 3704 0044 0532 0130 00'),
    )
    const sent = exchanges[0]!.sent.map(({ text }) => text).join('\n')
    assert.equal(/7707083893|DE89|0532/.test(sent), false)
    assert.deepEqual(
      read?.candidates.map(({ path, value, proposal }) => [path, value, proposal ?? false]),
      [
        ['seller.inn', '7707083893', false],
        ['payment.iban', 'DE89370400440532013000', false],
      ],
    )
  })

  it('stays as it is inside the house', async () => {
    server.behave((response, asked: Asked) => say(response, answerFor(asked, {})))
    await createLlmWorld({ providers: [provider('own', server.url)] }).ask(textPage('ИНН 7707083893'))
    assert.match(server.asked[0]!.body, /7707083893/)
  })

  it('a page image goes to a model that sees and stands inside, and to no other', async () => {
    const ask = async (change: Parameters<typeof provider>[2]) => {
      server.behave((response, asked: Asked) => say(response, answerFor(asked, {})))
      const world = createLlmWorld({ providers: [provider('eye', server.url, change)] }, ['eye'])
      const image = await world.blobs.put('doc-seen', Buffer.from('the drawn page'), 'image/png')
      const { pages } = textPage('Total 1,00')
      const { exchanges } = await world.ask({ pages: pages.map((page) => ({ ...page, image })) }, 'doc-seen')
      assert.equal(server.asked.length, 1)
      return [server.asked[0]!.body.includes(Buffer.from('the drawn page').toString('base64')), exchanges[0]!.sent.at(-1)!.images]
    }
    assert.deepEqual(await ask({ sees: true }), [true, 1])
    assert.deepEqual(await ask({ sees: false }), [false, 0])
    // The settings refuse this one; were it there all the same, it would get words only.
    assert.deepEqual(await ask({ sees: true, place: 'outside' }), [false, 0])
  })

  it('an outside provider that nobody has allowed is not asked, nor one where data may not go', async () => {
    server.behave((response, asked: Asked) => say(response, answerFor(asked, {})))
    const forbidden = await createLlmWorld({ providers: [outside()] }).ask(textPage('Total 1,00'))
    const away = await createLlmWorld({ providers: [provider('own', server.url)], residency: ['RU'] }).ask(textPage('Total 1,00'))
    assert.deepEqual([forbidden.asked, away.asked, server.asked.length], [false, false, 0])
  })
})

/** The worker's own way of running an attempt and of writing about it. */
function logged(log: Log) {
  const info = { activityType: 'askLlm', workflowExecution: { workflowId: 'doc-1' }, attempt: 1 }
  const { inbound } = activityInterceptor(log)({ info, heartbeat() {} } as unknown as Context)
  return (document: DocumentInput, work: () => Promise<BlobRef>) => inbound!.execute!({ args: [document], headers: {} }, work)
}

describe('log lines of everything that happens to a question', () => {
  it(`name none of ${COUNT} seeded canaries: answered, broken, refused and failed`, async (t) => {
    const lines: string[] = []
    // The log at its most talkative, and whatever anybody writes past it.
    const log = createLog('debug', (line) => lines.push(line))
    const written = [process.stderr, process.stdout].map((stream) => {
      const write = stream.write.bind(stream)
      stream.write = ((chunk: unknown, ...rest: never[]) => {
        lines.push(String(chunk))
        return write(chunk as string, ...rest)
      }) as typeof stream.write
      return () => {
        stream.write = write
      }
    })
    const ends: readonly Behaviour[] = [
      (response, asked) => say(response, answerFor(asked, {})),
      // What a careless provider does: it repeats the question in its answer and in its errors.
      (response, asked) => say(response, asked.body),
      (response, asked) => response.writeHead(500, { 'content-type': 'text/plain' }).end(asked.body),
      (response, asked) => response.writeHead(400, { 'content-type': 'application/json' }).end(asked.body),
    ]
    const server = await startModelServer(ends[0]!)
    const attempt = async (document: DocumentInput, work: () => Promise<BlobRef>): Promise<BlobRef> => {
      try {
        return (await logged(log)(document, work)) as BlobRef
      } catch (error) {
        // What a failed attempt leaves in the workflow's history is read by operators too.
        lines.push(JSON.stringify(error, Object.getOwnPropertyNames(error)))
        throw error
      }
    }
    const all = canaries(COUNT, 20261122)
    try {
      for (let at = 0; at < COUNT; at += A_DOCUMENT) {
        const batch = all.slice(at, at + A_DOCUMENT)
        server.behave(ends[(at / A_DOCUMENT) % ends.length]!)
        // Inside the house nothing is replaced, so everything that could be told is there.
        const world = createLlmWorld({ providers: [provider('own', server.url)] }, [], { attempt })
        await world.ask(textPage(...batch.map(({ line }) => line)))
      }
    } finally {
      for (const restore of written) restore()
      await server.close()
    }
    assert.ok(lines.length >= COUNT / A_DOCUMENT, `${lines.length} lines`)
    t.diagnostic(`${lines.length} lines of log and failures, ${COUNT} canaries`)
    const text = lines.join('\n')
    assert.deepEqual(
      all.filter(({ secret }) => text.includes(secret)).map(({ kind }) => kind),
      [],
    )
  })
})

describe('cost', () => {
  it('is paid once for the same page, and never beyond the budget of the day', async () => {
    const server = await startModelServer((response, asked) =>
      say(response, answerFor(asked, {}), 'stop', { prompt_tokens: 1_000_000, completion_tokens: 0 }),
    )
    const world = createLlmWorld({
      providers: [provider('own', server.url, { prices: { input: '0.60', output: '1', cached: '0' } })],
      budgetPerDay: '1.00',
    })
    await world.ask(textPage('Invoice 1'), 'first')
    const again = await world.ask(textPage('Invoice 1'), 'second')
    assert.deepEqual([server.asked.length, again.read?.use.cost, world.calls[1]?.cached], [1, '0.00000000', true])
    await world.ask(textPage('Invoice 2'))
    assert.equal(server.asked.length, 2)
    const beyond = await world.ask(textPage('Invoice 3'))
    assert.deepEqual([beyond.asked, server.asked.length], [false, 2])
    await server.close()
  })
})
