import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'

const Money = z.string().regex(/^[0-9]{1,9}([.][0-9]{1,6})?$/, 'must be an amount like 0.15')
const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes')
const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters')

export const DIALECTS = ['openai', 'mistral', 'vllm', 'llama-server', 'ollama', 'yandex', 'gigachat', 'tgi', 'anthropic'] as const

const Auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** `scheme`: what stands before the key in the Authorization header (`Bearer`, `Api-Key`). */
  z.strictObject({ kind: z.literal('key'), file: z.string(), scheme: z.string().default('Bearer') }),
  z.strictObject({ kind: z.literal('oauth'), file: z.string(), url: z.url(), scope: z.string() }),
])

const Provider = z
  .strictObject({
    id: Id,
    dialect: z.enum(DIALECTS),
    /** Up to and without the path of the call: `https://api.openai.com/v1`. */
    baseUrl: z.url({ protocol: /^https?$/ }),
    model: z.string().min(1).max(200),
    /** `inside`: on machines of the organisation itself. Everything else is outside. */
    place: z.enum(['inside', 'outside']),
    /** Where the data is worked on. */
    residency: Country,
    /** Reads page images as well. */
    sees: z.boolean().default(false),
    auth: Auth.default({ kind: 'none' }),
    /** PEM file with the authority that signed the server's certificate, where it is none of the usual ones. */
    ca: z.string().optional(),
    prices: z.strictObject({ input: Money, output: Money, cached: Money }).default({ input: '0', output: '0', cached: '0' }),
    concurrency: z.int().min(1).max(64).default(2),
    /** For one try. */
    timeoutS: z.int().min(1).max(300).default(50),
    /** Tokens of a document that fit into one call. */
    partTokens: z.int().min(500).max(200_000).default(12_000),
    answerTokens: z.int().min(200).max(64_000).default(6_000),
    /** Approved documents of the same type that go along as examples, the most alike ones; each costs about as much as the document. */
    examples: z.int().min(0).max(3).default(1),
    /** Null where the model takes none. */
    temperature: z.number().min(0).max(2).nullable().default(0),
  })
  .refine(({ place, sees }) => !(place === 'outside' && sees), 'a page image never goes to an outside provider')
  .refine(({ place, baseUrl }) => place === 'inside' || baseUrl.startsWith('https:'), 'an outside provider is only called over https')
export type ProviderSettings = z.infer<typeof Provider>

const Settings = z
  .strictObject({
    /** Of all prices and of the budget. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** Of an organisation and a day (UTC); absent = no limit. */
    budgetPerDay: Money.optional(),
    /** Countries that may work on documents; absent = all. */
    residency: z.array(Country).min(1).optional(),
    providers: z.array(Provider).min(1),
    /** A second model per document type whose answers are recorded and never used; `*` for all other types. */
    shadows: z.record(z.string(), Id).optional(),
    /** Days between two looks at how well every model reads known documents; null = never by the clock. */
    checkEveryDays: z.int().min(1).max(365).nullable().default(14),
    /** Providers to try, in order, per document type; `*` for all other types. */
    chains: z.record(z.string(), z.array(Id).min(1)),
  })
  .superRefine(({ providers, chains, shadows = {} }, context) => {
    const ids = providers.map(({ id }) => id)
    for (const id of ids.filter((each, i) => ids.indexOf(each) !== i)) context.addIssue(`two providers are called ${id}`)
    for (const [type, chain] of Object.entries(chains))
      for (const id of chain.filter((each) => !ids.includes(each)))
        context.addIssue(`the chain of ${type} names ${id}, which is no provider`)
    for (const [type, id] of Object.entries(shadows))
      if (!ids.includes(id)) context.addIssue(`the shadow of ${type} is ${id}, which is no provider`)
  })
export type LlmSettings = z.infer<typeof Settings>

/** Reads and checks the file of providers. Throws `configuration` with every problem. */
export function readLlmSettings(file: string): LlmSettings {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new PipelineError('configuration', `DOCKET_LLM_CONFIG: ${file} cannot be read as JSON.`, { cause })
  }
  const parsed = Settings.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  throw new PipelineError('configuration', `DOCKET_LLM_CONFIG has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`)
}

/** The providers for a document type in the order of the chain, and why one of them may not be used. */
export function chainFor(
  settings: LlmSettings,
  type: string,
): readonly { readonly provider: ProviderSettings; readonly barred: 'residency' | null }[] {
  const ids = settings.chains[type] ?? settings.chains['*'] ?? []
  return ids.map((id) => {
    const provider = settings.providers.find((each) => each.id === id)!
    const away = settings.residency !== undefined && !settings.residency.includes(provider.residency)
    return { provider, barred: away ? 'residency' : null }
  })
}
