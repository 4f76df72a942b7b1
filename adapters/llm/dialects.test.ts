import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type GenerateRequest, LlmFault } from '../../core/llm/port.ts'
import { type ModelServer, startModelServer } from '../../tests/llm/model-server.ts'
import { provider } from '../../tests/llm/provider.ts'
import { createProvider } from './provider.ts'
import { chainFor, type ProviderSettings, readLlmSettings } from './settings.ts'

const JSON_SCHEMA = {
  type: 'object',
  properties: { total: { $ref: '#/$defs/money' } },
  required: ['total'],
  additionalProperties: false,
  $defs: { money: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 }, maxItems: 2 } },
}
const FLAT = { ...JSON_SCHEMA, properties: { total: JSON_SCHEMA.$defs.money } } as Record<string, unknown>
delete FLAT.$defs
const REQUEST: GenerateRequest = {
  messages: [
    { role: 'system', text: 'Rules' },
    { role: 'user', text: 'Page' },
  ],
  schema: { name: 'invoice', json: JSON_SCHEMA },
  maxTokens: 500,
}
const OPENAI_REPLY = {
  model: 'said-model',
  choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: '{"total":[1]}' } }],
  usage: { prompt_tokens: 82, completion_tokens: 17, total_tokens: 99, prompt_tokens_details: { cached_tokens: 64 } },
}
const MESSAGES = [
  { role: 'system', content: 'Rules' },
  { role: 'user', content: 'Page' },
]
const BOUND = { type: 'json_schema', json_schema: { name: 'invoice', strict: true, schema: JSON_SCHEMA } }

/** Body and answer of each server as its own documentation shows them. */
const CASES: Readonly<Record<ProviderSettings['dialect'], { path: string; body: object; reply: object; usage: object; finish?: string }>> =
  {
    openai: {
      path: '/v1/chat/completions',
      body: { model: 'm', messages: MESSAGES, stream: false, temperature: 0, response_format: BOUND, max_completion_tokens: 500, seed: 7 },
      reply: OPENAI_REPLY,
      usage: { input: 82, output: 17, cached: 64 },
    },
    mistral: {
      path: '/v1/chat/completions',
      body: { model: 'm', messages: MESSAGES, stream: false, temperature: 0, response_format: BOUND, max_tokens: 500, random_seed: 7 },
      reply: { ...OPENAI_REPLY, usage: { prompt_tokens: 16, completion_tokens: 34, total_tokens: 50 } },
      usage: { input: 16, output: 34, cached: 0 },
    },
    vllm: {
      path: '/v1/chat/completions',
      body: { model: 'm', messages: MESSAGES, stream: false, temperature: 0, response_format: BOUND, max_tokens: 500, seed: 7 },
      reply: OPENAI_REPLY,
      usage: { input: 82, output: 17, cached: 64 },
    },
    'llama-server': {
      path: '/v1/chat/completions',
      body: { model: 'm', messages: MESSAGES, stream: false, temperature: 0, response_format: BOUND, max_tokens: 500, seed: 7 },
      reply: { ...OPENAI_REPLY, timings: { prompt_n: 1 } },
      usage: { input: 82, output: 17, cached: 64 },
    },
    ollama: {
      path: '/v1/chat/completions',
      body: { model: 'm', messages: MESSAGES, stream: false, temperature: 0, response_format: BOUND, max_tokens: 500, seed: 7 },
      reply: { ...OPENAI_REPLY, system_fingerprint: 'fp_ollama' },
      usage: { input: 82, output: 17, cached: 64 },
    },
    yandex: {
      path: '/v1/chat/completions',
      body: {
        model: 'm',
        messages: MESSAGES,
        stream: false,
        temperature: 0,
        response_format: { type: 'json_schema', json_schema: { name: 'invoice', strict: true, schema: FLAT } },
        max_tokens: 500,
      },
      reply: OPENAI_REPLY,
      usage: { input: 82, output: 17, cached: 64 },
    },
    gigachat: {
      path: '/v1/chat/completions',
      body: {
        model: 'm',
        messages: MESSAGES,
        stream: false,
        temperature: 0,
        response_format: { type: 'json_schema', schema: FLAT, strict: true },
        max_tokens: 500,
      },
      reply: { ...OPENAI_REPLY, choices: [{ ...OPENAI_REPLY.choices[0], finish_reason: 'length' }] },
      usage: { input: 82, output: 17, cached: 64 },
      finish: 'length',
    },
    tgi: {
      path: '/v1/generate',
      body: {
        inputs: 'Rules\n\nPage\n\nJSON:\n',
        parameters: {
          max_new_tokens: 500,
          do_sample: false,
          details: true,
          return_full_text: false,
          grammar: { type: 'json', value: FLAT },
        },
      },
      reply: {
        generated_text: '{"total":[1]}',
        details: { finish_reason: 'eos_token', generated_tokens: 17, seed: null, prefill: [{}, {}] },
      },
      usage: { input: 2, output: 17, cached: 0 },
    },
    anthropic: {
      path: '/v1/messages',
      body: {
        model: 'm',
        max_tokens: 500,
        system: 'Rules',
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Page' }] }],
        // Its compiler takes no bounds of numbers and lists.
        output_config: {
          format: { type: 'json_schema', schema: { ...JSON_SCHEMA, $defs: { money: { type: 'array', items: { type: 'integer' } } } } },
        },
        temperature: 0,
      },
      reply: {
        model: 'said-model',
        content: [{ type: 'text', text: '{"total":[1]}' }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 18, output_tokens: 17, cache_read_input_tokens: 64 },
      },
      usage: { input: 82, output: 17, cached: 64 },
    },
  }

describe('the dialects', () => {
  type Answer = (path: string) => { readonly status: number; readonly body: object }
  let server: ModelServer
  const answerBy = (answer: Answer) =>
    server.behave((response, { url }) => {
      const { status, body } = answer(url)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  const dir = mkdtempSync(join(tmpdir(), 'docket-llm-'))
  let base = ''
  before(async () => {
    server = await startModelServer(() => {})
    base = new URL(server.url).origin
    writeFileSync(join(dir, 'key'), 'secret-1\n')
  })
  after(() => server.close())
  const settings = (change: Partial<ProviderSettings>) =>
    provider('p', `${base}/v1`, { dialect: 'openai', model: 'm', timeoutS: 5, ...change })
  const ask = (change: Partial<ProviderSettings>, now?: () => number) => {
    const generate = createProvider(settings(change), now)
    return () => generate(REQUEST, new AbortController().signal)
  }

  for (const [name, one] of Object.entries(CASES))
    it(`${name}: asks and understands as documented`, async () => {
      answerBy(() => ({ status: 200, body: one.reply }))
      const generated = await ask({ dialect: name as ProviderSettings['dialect'] })()
      assert.equal(server.asked[0]?.url, one.path)
      assert.deepEqual(JSON.parse(server.asked[0]!.body), one.body)
      assert.deepEqual(generated, {
        text: '{"total":[1]}',
        finish: one.finish ?? 'stop',
        usage: one.usage,
        model: name === 'tgi' ? 'm' : 'said-model',
      })
    })

  it('leave the temperature out where the model takes none', async () => {
    answerBy(() => ({ status: 200, body: OPENAI_REPLY }))
    await ask({ temperature: null })()
    assert.equal('temperature' in JSON.parse(server.asked[0]!.body), false)
  })

  it('send the key as each server wants it', async () => {
    const key = (scheme = 'Bearer') => ({ kind: 'key' as const, file: join(dir, 'key'), scheme })
    const headersOf = async (change: Partial<ProviderSettings>, reply: object) => {
      answerBy(() => ({ status: 200, body: reply }))
      await ask(change)()
      return server.asked[0]!.headers
    }
    assert.equal((await headersOf({ auth: key() }, OPENAI_REPLY)).authorization, 'Bearer secret-1')
    assert.equal((await headersOf({ dialect: 'yandex', auth: key('Api-Key') }, OPENAI_REPLY)).authorization, 'Api-Key secret-1')
    const anthropic = await headersOf({ dialect: 'anthropic', auth: key() }, CASES.anthropic.reply)
    assert.deepEqual(
      [anthropic['x-api-key'], anthropic['anthropic-version'], anthropic.authorization],
      ['secret-1', '2023-06-01', undefined],
    )
  })

  it('GigaChat: one token for half an hour, a new one before it ends and after a 401', async () => {
    let now = 1_000_000
    let tokens = 0
    let refuse = false
    answerBy((path) => {
      if (path === '/oauth') return { status: 200, body: { access_token: `t${++tokens}`, expires_at: now + 30 * 60_000 } }
      return refuse ? { status: 401, body: {} } : { status: 200, body: OPENAI_REPLY }
    })
    const generate = ask(
      { dialect: 'gigachat', auth: { kind: 'oauth', file: join(dir, 'key'), url: `${base}/oauth`, scope: 'GIGACHAT_API_CORP' } },
      () => now,
    )
    await generate()
    await generate()
    assert.equal(tokens, 1)
    const [oauth, chat] = server.asked
    assert.match(String(oauth!.headers.rquid), /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    assert.deepEqual(
      [oauth!.headers.authorization, oauth!.body, chat!.headers.authorization],
      ['Basic secret-1', 'scope=GIGACHAT_API_CORP', 'Bearer t1'],
    )
    now += 29.5 * 60_000
    await generate()
    assert.equal(tokens, 2)
    refuse = true
    await assert.rejects(generate(), (error) => error instanceof LlmFault && error.kind === 'unauthorised')
    refuse = false
    await generate()
    assert.equal(tokens, 3)
  })

  it('show images as each server takes them', async () => {
    const image = { mediaType: 'image/png', base64: 'AAAA' }
    const withImage: GenerateRequest = { ...REQUEST, messages: [{ role: 'user', text: 'Page', images: [image] }] }
    for (const dialect of ['vllm', 'anthropic'] as const) {
      answerBy(() => ({ status: 200, body: CASES[dialect].reply }))
      await createProvider(settings({ dialect }))(withImage, new AbortController().signal)
      assert.match(
        server.asked[0]!.body,
        dialect === 'vllm' ? /"url":"data:image\/png;base64,AAAA"/ : /"media_type":"image\/png","data":"AAAA"/,
      )
    }
  })
})

describe('the file of language models', () => {
  const file = (value: unknown) => {
    const path = join(mkdtempSync(join(tmpdir(), 'docket-llm-')), 'llm.json')
    writeFileSync(path, JSON.stringify(value))
    return path
  }
  const inside = { id: 'own', dialect: 'vllm', baseUrl: 'http://gpu:8000/v1', model: 'm', place: 'inside', residency: 'DE' }
  const outside = { id: 'far', dialect: 'openai', baseUrl: 'https://api.example/v1', model: 'm', place: 'outside', residency: 'US' }
  const settings = (change: object) => ({ currency: 'EUR', providers: [inside, outside], chains: { '*': ['own', 'far'] }, ...change })

  it('gives the chain of a type, and bars a provider where data may not go', () => {
    const read = readLlmSettings(file(settings({ residency: ['DE'], chains: { '*': ['own', 'far'], contract: ['far'] } })))
    const chain = (type: string) => chainFor(read, type).map(({ provider, barred }) => [provider.id, barred])
    assert.deepEqual(chain('invoice'), [
      ['own', null],
      ['far', 'residency'],
    ])
    assert.deepEqual(chain('contract'), [['far', 'residency']])
  })

  it('names every problem', () => {
    const wrong = [
      [settings({ chains: { '*': ['nobody'] } }), /nobody/],
      [settings({ providers: [inside, inside] }), /two providers are called own/],
      [settings({ providers: [{ ...outside, sees: true }], chains: {} }), /page image never goes/],
      [settings({ providers: [{ ...outside, baseUrl: 'http://api.example/v1' }], chains: {} }), /only called over https/],
      [settings({ providers: [{ ...inside, prize: 1 }], chains: {} }), /prize/],
      [settings({ budgetPerDay: '1,5' }), /budgetPerDay/],
    ] as const
    for (const [value, problem] of wrong) assert.throws(() => readLlmSettings(file(value)), problem)
  })
})
