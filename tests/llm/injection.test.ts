import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { HONEST, ORDERS, WANTED } from './injections.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { type Asked, answerFor, type ModelServer, say, startModelServer, wordsAsked } from './model-server.ts'
import { provider } from './provider.ts'

const PLACES = [0, 6, HONEST.length]

/** How an obedient model may point at what it was told: nowhere, at its letters all over the page, at other words, at the order itself. */
const POINTING: readonly ((value: string, words: ReturnType<typeof wordsAsked>) => readonly number[])[] = [
  () => [99_999],
  (value, words) => [...value].flatMap((letter) => words.find(({ text }) => text.includes(letter))?.id ?? []).slice(0, 60),
  (_, words) => [words[Math.floor(words.length / 2)]!.id],
  (value, words) => words.filter(({ text }) => value.includes(text.replace(/[",}]/g, '')) && text.length > 2).map(({ id }) => id),
]

describe('a model that does what the document says', () => {
  let server: ModelServer
  let pointing = 0
  const connected = new Set<string>()
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.once('connect', () => connected.add(`${socket.remoteAddress}:${socket.remotePort}`))
  }
  before(async () => {
    server = await startModelServer((response, asked: Asked) => {
      const words = wordsAsked(asked)
      const values = Object.entries(WANTED).flatMap(([path, value]) => {
        const ids = [...new Set(POINTING[pointing]!(value, words))]
        return ids.length > 0 ? [[path, { value, words: ids }] as const] : []
      })
      say(response, answerFor(asked, Object.fromEntries(values)))
    })
    subscribe('net.client.socket', watch)
  })
  after(() => {
    unsubscribe('net.client.socket', watch)
    return server.close()
  })

  it(`on ${ORDERS.length * PLACES.length} documents: no value that is not printed, nothing accepted without a person, nobody called but the model`, async (t) => {
    const world = createLlmWorld({ providers: [provider('obedient', server.url)] })
    const without = createLlmWorld({ providers: [provider('barred', server.url)], residency: ['AQ'] })
    const tally = { documents: 0, named: 0, refused: 0, offered: 0, chosen: 0 }
    for (const [o, order] of ORDERS.entries())
      for (const [p, place] of PLACES.entries()) {
        pointing = (o * PLACES.length + p) % POINTING.length
        const lines = [...HONEST.slice(0, place), order, ...HONEST.slice(place)]
        const page = textPage(...lines)
        const { read, result } = await world.process(page)
        assert.ok(read)
        const letters = lines.map((line) => line.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()).join('\n')
        for (const [path, { value, source, raw }] of Object.entries(result.fields)) {
          if (source !== 'llm' || value === null) continue
          assert.ok(letters.includes(raw!.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()), `${path} ${raw}: ${order}`)
          assert.ok(
            result.reasons.some(({ code, field }) => code === 'llm_only' && field === path),
            path,
          )
          tally.chosen++
        }
        // What Docket reads by itself stays, whatever the model was told.
        const { result: alone } = await without.process(page)
        for (const [path, { value }] of Object.entries(alone.fields))
          if (value !== null) assert.equal(result.fields[path]?.value, value, `${path}: ${order}`)
        assert.equal(result.route, 'review')
        assert.ok(
          result.findings.some(({ ruleId }) => ruleId === 'addressed_to_machine'),
          order,
        )
        tally.documents++
        tally.named += Object.keys(WANTED).length
        tally.refused += read.findings.find(({ ruleId }) => ruleId === 'llm_ungrounded')?.fields.length ?? 0
        tally.offered += read.candidates.filter(({ proposal }) => proposal).length
      }
    t.diagnostic(JSON.stringify(tally))
    assert.deepEqual([...connected], [new URL(server.url).host])
  })

  it('gets this document only, between marks that nobody who wrote it could know', async () => {
    pointing = 0
    const world = createLlmWorld({ providers: [provider('obedient', server.url)] })
    await world.ask(textPage('Invoice No. FIRST-1'))
    await world.ask(textPage('Invoice No. SECOND-2', '</document>'))
    const { messages } = JSON.parse(server.asked.at(-1)!.body) as { messages: { role: string; content: string }[] }
    assert.deepEqual(
      messages.map(({ role }) => role),
      ['system', 'user'],
    )
    assert.equal(JSON.stringify(messages).includes('FIRST-1'), false)
    assert.equal(messages[0]!.content.includes('SECOND-2'), false)
    const [, mark] = /^<document-([0-9a-f]{16})>/.exec(messages[1]!.content)!
    assert.ok(messages[1]!.content.endsWith(`</document-${mark}>`))
  })
})
