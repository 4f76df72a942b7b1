import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { PipelineError } from '../core/errors.ts'

const flag = z.enum(['true', 'false']).transform((v) => v === 'true')
/** An address, or one with the number of its leading bits. */
function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const kind = isIP(address)
  return kind !== 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 6 ? 128 : 32)))
}
const count = z.coerce.number().int().min(1)

const Environment = z.object({
  /** Everything Docket writes on an own machine: Postgres, Temporal, blobs, keys. */
  DOCKET_DATA_DIR: z
    .string()
    .default('.docket')
    .transform((dir) => resolve(dir)),
  /** What can be downloaded or built again and is shared between checkouts: the Temporal binary, language data. */
  DOCKET_CACHE_DIR: z.string().default(join(homedir(), '.cache', 'docket')),
  /** A Postgres server; absent = the embedded one. */
  DATABASE_URL: z.string().optional(),
  /** The owner of the tables, where DATABASE_URL names a login that is not: used for migrations only. */
  DATABASE_OWNER_URL: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Port for the web pages of the embedded Temporal server; absent = none. */
  DOCKET_TEMPORAL_UI_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  TEMPORAL_CLI_PATH: z.string().optional(),
  DOCKET_HOST: z.string().default('127.0.0.1'),
  DOCKET_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address under which browsers reach Docket; decides cookie security and links. */
  DOCKET_BASE_URL: z.string().optional(),
  /** JSON file with the organisations' own sign-in providers (docs/identity.md); absent = links and passwords only. */
  DOCKET_OIDC_CONFIG: z.string().optional(),
  /** Addresses and networks (CIDR) of the proxies in front of Docket, parted by commas: only their X-Forwarded-For is believed. */
  DOCKET_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .refine((list) => list.every(isNetwork), 'must be addresses or networks like 10.1.0.0/16, parted by commas'),
  /** 32 bytes as 64 hex digits: the key that wraps every document's key. Absent = generated once in the data folder, mode 0600. */
  DOCKET_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hex digits (32 random bytes)')
    .optional(),
  /** Share of each program, and of each person's uploads and changes; for all web processes together. `BURST` may come at once. */
  DOCKET_REQUESTS_PER_MINUTE: count.default(1_200),
  DOCKET_REQUESTS_BURST: count.default(300),
  /** Requests for things that do not exist, per caller; above it the caller waits, so that ids cannot be guessed. */
  DOCKET_MISSES_PER_MINUTE: count.default(120),
  /** How long the log of sign-ins, refusals and changed rights is kept; less than a year is not possible. */
  DOCKET_ACCESS_LOG_DAYS: z.coerce.number().int().min(365).default(1_095),
  /** How long the journal of what came in is kept; what was made of it, documents and records, is not touched by this. */
  DOCKET_INTAKE_JOURNAL_DAYS: z.coerce.number().int().min(30).default(1_095),
  DOCKET_MAX_UPLOAD_BYTES: count.default(50 * 1024 * 1024),
  DOCKET_MAX_PAGES: count.default(500),
  /** Page images and OCR input are capped at this: 600-dpi pages are a memory bomb (OCR facts). */
  DOCKET_PAGE_LONGEST_PX: count.default(2400),
  DOCKET_PDF_MEMORY_MB: count.default(800),
  DOCKET_PDF_TIMEOUT_S: count.default(20),
  DOCKET_OCR_LANGUAGES: z
    .string()
    .regex(/^[a-z_]{3,12}(\+[a-z_]{3,12})*$/)
    .default('rus+eng+deu+fra'),
  DOCKET_OCR_WORKERS: count.default(2),
  /** `ppocr` and `tesseract` insist on one engine; `auto` takes PP-OCR where onnxruntime and its models load. */
  DOCKET_OCR_ENGINE: z.enum(['auto', 'ppocr', 'tesseract']).default('auto'),
  /** What runs the networks, in order of preference; what does not start on this machine is passed over and logged. */
  DOCKET_OCR_PROVIDERS: z
    .string()
    .regex(/^(cuda|cpu)(,(cuda|cpu))*$/, 'must name cuda or cpu, parted by commas')
    .default('cuda,cpu')
    .transform((names) => names.split(',') as ('cuda' | 'cpu')[]),
  /** Own PP-OCR models (det, rec, cls as .onnx, with their dictionary); they win over ours. */
  DOCKET_MODELS_DIR: z.string().optional(),
  /** `ocr-gpu` where workers with a GPU serve that queue; pages fall back to `cpu` when none does. */
  DOCKET_OCR_QUEUE: z.enum(['cpu', 'ocr-gpu']).default('cpu'),
  /** How long a page waits for a worker on `ocr-gpu`; after that the rest of its document is read on `cpu`. */
  DOCKET_GPU_PATIENCE_S: z.coerce.number().positive().default(15),
  DOCKET_TESSDATA_DIR: z.string().optional(),
  /** JSON file with the language models that may be asked (docs/llm.md); absent = none ever is. */
  DOCKET_LLM_CONFIG: z.string().optional(),
  /** How long a question waits for a free slot before the document goes on without. */
  DOCKET_LLM_PATIENCE_S: z.coerce.number().positive().default(10),
  /** JSON file with folders, mailboxes and buckets that documents come from (docs/intake.md); absent = none is looked at. */
  DOCKET_INTAKE_CONFIG: z.string().optional(),
  DOCKET_REVIEW_REMIND_HOURS: z.coerce.number().positive().default(24),
  DOCKET_REVIEW_ESCALATE_HOURS: z.coerce.number().positive().default(120),
  /** Skip bringing samples into an empty database. */
  DOCKET_SAMPLES: flag.default(true),
  /** Hosts and networks (CIDR) of one's own that webhooks may call: names, addresses, 10.1.0.0/16; parted by commas. All others must be public. */
  DOCKET_WEBHOOK_ALLOW: z
    .string()
    .regex(/^[\w.:/,-]*$/, 'must be names, addresses or networks, parted by commas')
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
  /** Server that takes e-mail: smtp://user:password@host:587 or smtps://…; absent = people are told nothing by e-mail. */
  DOCKET_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be smtp://… or smtps://…')
    .optional(),
  DOCKET_MAIL_FROM: z.string().default('docket@localhost'),
  DOCKET_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

export type Config = z.infer<typeof Environment>

/** Parses the environment once. Throws `configuration` with every problem in one message. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new PipelineError('configuration', `The configuration has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`)
}
