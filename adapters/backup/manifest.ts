import { createHmac, hkdfSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'

const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

/** What a backup holds, beside its sealed tables; written last, so that a folder without it is none. No content of documents stands here. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  appVersion: z.string(),
  /** Tells the master key that sealed it from others without giving it away. */
  keyCheck: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: Name, columns: z.array(Name), rows: z.int().min(0) })),
  sequences: z.array(z.object({ table: Name, column: Name, last: z.string().nullable() })),
  /** Ids of the documents that the tables speak of. */
  documents: z.array(z.string().regex(/^[\w-]{1,64}$/)),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'

/** Errors: `configuration` where the folder holds no whole backup, or one of another master key. */
export async function readManifest(dir: string, masterKey: Uint8Array): Promise<Manifest> {
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch(() => null)
  if (text === null)
    throw new PipelineError(
      'configuration',
      `There is no backup in ${dir}. Name the folder with the date, as in: docket restore BACKUPS/2026-11-22T…`,
    )
  const parsed = Manifest.safeParse(jsonOf(text))
  if (!parsed.success) throw new PipelineError('configuration', `The backup in ${dir} is damaged: ${MANIFEST} cannot be read.`)
  if (parsed.data.keyCheck !== keyCheckOf(masterKey))
    throw new PipelineError(
      'configuration',
      'The backup was sealed under another master key. Set DOCKET_MASTER_KEY, or put master.key of that installation into the data folder.',
    )
  return parsed.data
}

export function keyCheckOf(masterKey: Uint8Array): string {
  return createHmac('sha256', masterKey).update('docket backup').digest('hex').slice(0, 32)
}

/** Seals the tables (HKDF-SHA256, RFC 5869); documents' own keys are wrapped by the master key itself. */
export function tablesKeyOf(masterKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'docket backup tables', 32))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
