import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import type { Config } from '../config.ts'

/**
 * The key that wraps every document's key: from the configuration, or made once in the data folder with mode 0600. Losing it loses all documents.
 * Throws `configuration` when the file is readable by others or damaged.
 */
export function readMasterKey(config: Pick<Config, 'DOCKET_MASTER_KEY' | 'DOCKET_DATA_DIR'>): Buffer {
  if (config.DOCKET_MASTER_KEY) return Buffer.from(config.DOCKET_MASTER_KEY, 'hex')
  const file = join(config.DOCKET_DATA_DIR, 'master.key')
  create(config.DOCKET_DATA_DIR, file)
  if ((statSync(file).mode & 0o077) !== 0)
    throw new PipelineError('configuration', `The key file ${file} can be read by others. Run: chmod 600 ${file}`)
  const key = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new PipelineError(
      'configuration',
      `The key file ${file} is damaged. Restore it from your backup; without it stored documents cannot be read.`,
    )
  return Buffer.from(key, 'hex')
}

/** Linked into place, so that of two processes starting at once one wins and both read the same key. */
function create(dir: string, file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
