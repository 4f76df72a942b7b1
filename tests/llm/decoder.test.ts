import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { JsonSchema } from '../../core/llm/port.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { prepare } from '../../workers/activities/llm/prepare.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { provider } from './provider.ts'

const HERE = new URL('./decoder/', import.meta.url)
const present = existsSync(new URL('node_modules/@fugood/llama.node', HERE))
/** A full run takes minutes of CPU: DOCKET_TEST_DECODED=200. An installation of another server is tried by DOCKET_TEST_LLAMA_URL=http://…/v1. */
const COUNT = Number(process.env.DOCKET_TEST_DECODED ?? 200)
const OWN_URL = process.env.DOCKET_TEST_LLAMA_URL

const skip = present || OWN_URL ? false : 'no decoder here; run: npm ci --omit=optional --prefix tests/llm/decoder'

/** What the schema leaves no choice about: the names of its keys with their signs. */
function phrasesOf(schema: JsonSchema): readonly string[] {
  const keys = new Set([...JSON.stringify(schema).matchAll(/"required":\[([^\]]*)\]/g)].flatMap(([, names]) => names!.split(',')))
  return [...keys].filter((name) => name !== '').flatMap((name) => [`${name}:`, `,${name}:`, `{${name}:`])
}

const invoice = documentTypes[0]!
const asked = prepare(invoice, invoice.prompt!).schema

describe('a real decoder bound to our schema', { skip, timeout: 3_600_000 }, () => {
  let child: ChildProcess | undefined
  let url = OWN_URL ?? ''
  before(async () => {
    if (OWN_URL) return
    child = fork(fileURLToPath(new URL('serve.ts', HERE)), ['1', JSON.stringify(phrasesOf(asked.json))], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const port = await new Promise((ready, failed) => {
      child?.once('message', ready)
      child?.once('exit', (code) => failed(new Error(`The decoder ended with ${code}`)))
    })
    url = `http://127.0.0.1:${port}/v1`
  })
  after(() => void child?.disconnect())

  it(`gives ${COUNT} of ${COUNT} valid answers by a model that knows nothing, and none of its inventions becomes a value`, async (t) => {
    const world = createLlmWorld({ providers: [provider('tiny', url, { timeoutS: 300, answerTokens: 20_000, concurrency: 1 })] })
    let taken = 0
    let refused = 0
    for (let n = 0; n < COUNT; n++) {
      const lines = [`Invoice No. INV-${n}`, 'Date 12 March 2026', 'ООО Ромашка ИНН 7707083893', `Total ${n}00.00 EUR`]
      const { read } = await world.ask(textPage(...lines))
      assert.ok(read, `document ${n}: ${world.calls.at(-1)?.outcome}`)
      const words = new Set(lines.flatMap((line) => line.split(' ')))
      for (const { raw, proposal } of read.candidates) {
        assert.ok(
          raw.split(' ').every((word) => words.has(word)),
          raw,
        )
        if (!proposal) taken++
      }
      refused += read.findings.flatMap(({ fields }) => fields).length
    }
    assert.deepEqual(
      world.calls.filter(({ turn, outcome }) => turn !== 1 || outcome !== 'usable'),
      [],
    )
    t.diagnostic(`${COUNT} documents, 100 % schema-valid at the first try; ${refused} invented values refused, ${taken} taken`)
  })
})
