import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'

const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/
const absolute = z.string().refine(isAbsolute, 'must be an absolute path')

const common = {
  /** In the journal of intake, and in the document's history as who brought it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes'),
  /** Id or name of the organisation that the documents belong to. */
  organisation: z.string().min(1),
  /** Document type, where all that comes this way is of one. */
  type: z.string().default('auto'),
  everySeconds: z.int().min(1).max(86_400).default(30),
}

const Folder = z.strictObject({
  ...common,
  kind: z.literal('folder'),
  path: absolute,
  /** A file counts as whole when its size and time have not changed for so long. */
  quietSeconds: z.number().min(0).max(3_600).default(10),
})

const Mailbox = z.strictObject({
  ...common,
  kind: z.literal('mailbox'),
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(993),
  /** `tls` from the first byte, or `starttls`, without which nothing is said. */
  security: z.enum(['tls', 'starttls']).default('tls'),
  user: z.string().min(1),
  /** Read at every connection, so that it can be changed without a restart. */
  passwordFile: absolute,
  /** PEM file with the authority that signed the server's certificate, where it is none of the usual ones. */
  ca: absolute.optional(),
  mailbox: z.string().min(1).default('INBOX'),
  /** Where messages go from which something was taken, and those from which nothing was; made when they are missing. */
  done: z.string().min(1).default('Docket/Done'),
  refused: z.string().min(1).default('Docket/Refused'),
})

const Bucket = z
  .strictObject({
    ...common,
    kind: z.literal('bucket'),
    endpoint: z.url({ protocol: /^https?$/ }),
    region: z.string().min(1).default('us-east-1'),
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
    prefix: z.string().default(''),
    accessKeyId: z.string().min(1),
    /** Read at every look, so that it can be changed without a restart. */
    secretFile: absolute,
  })
  .refine(({ endpoint }) => endpoint.startsWith('https:') || LOOPBACK.test(endpoint), 'the endpoint must be asked over https')

const Source = z.discriminatedUnion('kind', [Folder, Mailbox, Bucket])
export type IntakeSource = z.infer<typeof Source>
export type FolderSource = z.infer<typeof Folder>
export type BucketSource = z.infer<typeof Bucket>
export type MailboxSource = z.infer<typeof Mailbox>

const Settings = z.strictObject({ sources: z.array(Source).min(1).max(50) }).superRefine(({ sources }, context) => {
  const ids = sources.map(({ id }) => id)
  for (const id of ids.filter((each, i) => ids.indexOf(each) !== i || each === 'upload')) context.addIssue(`the id ${id} is taken`)
})

/** Reads and checks the file of intake sources. Throws `configuration` with every problem. */
export function readIntakeSources(file: string, types: readonly string[]): readonly IntakeSource[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new PipelineError('configuration', `DOCKET_INTAKE_CONFIG: ${file} cannot be read as JSON.`, { cause })
  }
  const parsed = Settings.safeParse(json)
  const problems = parsed.success
    ? parsed.data.sources
        .filter(({ type }) => type !== 'auto' && !types.includes(type))
        .map(({ id, type }) => `${id}: there is no document type ${type}`)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  if (parsed.success && problems.length === 0) return parsed.data.sources
  throw new PipelineError('configuration', `DOCKET_INTAKE_CONFIG has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`)
}
