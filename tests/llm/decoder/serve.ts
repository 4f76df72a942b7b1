import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tinyModel } from './tiny-model.ts'

/**
 * chat/completions over a real llama.cpp decoder with a model that knows nothing, in a process of its own: the native part writes to the terminal as it
 * likes. Tells its port to its parent.
 */
interface Question {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly max_tokens: number
  readonly response_format: object
}

interface Context {
  completion(options: object): Promise<{
    readonly text: string
    readonly tokens_predicted: number
    readonly tokens_evaluated: number
    readonly stopped_limit: number | boolean
  }>
  release(): Promise<void>
}

const PROMPT_LETTERS = 200

const { loadModel } = createRequire(import.meta.url)('@fugood/llama.node') as { loadModel(options: object): Promise<Context> }
const model = join(mkdtempSync(join(tmpdir(), 'docket-tiny-')), 'tiny.gguf')
writeFileSync(model, tinyModel(Number(process.argv[2] ?? 1), JSON.parse(process.argv[3] ?? '[]')))
const load = () => loadModel({ model, n_ctx: 32_768, n_threads: 1, n_gpu_layers: 0 })

let context = await load()
let count = 0
// One context answers one question at a time.
let turn: Promise<unknown> = Promise.resolve()

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const question = JSON.parse(body) as Question
  const answered = turn.then(() => answer(question))
  turn = answered.catch(() => {})
  const [status, json] = await answered.then(
    (reply) => [200, reply] as const,
    (error: unknown) => [500, { error: String(error) }] as const,
  )
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))

async function answer({ messages, max_tokens, response_format }: Question): Promise<object> {
  // A model that knows nothing learns nothing from a page; reading it letter by letter would take most of the time.
  const prompt = messages
    .map(({ role, content }) => `${role}: ${content}\n`)
    .join('')
    .slice(-PROMPT_LETTERS)
  try {
    // Every question another seed: the same nonsense two hundred times would prove little.
    const { text, tokens_predicted, tokens_evaluated, stopped_limit } = await context.completion({
      prompt,
      response_format,
      n_predict: max_tokens,
      temperature: 1,
      seed: ++count,
    })
    return {
      model: 'docket-tiny-random',
      choices: [{ finish_reason: stopped_limit ? 'length' : 'stop', message: { role: 'assistant', content: text } }],
      usage: { prompt_tokens: tokens_evaluated, completion_tokens: tokens_predicted },
    }
  } catch (error) {
    // A grammar that was refused leaves the context busy for ever.
    await context.release().catch(() => {})
    context = await load()
    throw error
  }
}
