import pg from 'pg'
import type { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import type { Log } from '../log.ts'
import { compile, type Sql } from './sql.ts'

/** One transaction. Rows are parsed: the database is an edge like any other. */
export interface Tx {
  rows<T>(schema: z.ZodType<T>, statement: Sql): Promise<readonly T[]>
  /** Exactly none or one row. */
  row<T>(schema: z.ZodType<T>, statement: Sql): Promise<T | null>
  /** Number of rows changed. */
  run(statement: Sql): Promise<number>
}

export interface Database {
  /** Runs `work` in a transaction that sees only this organisation's rows (row-level security). */
  transaction<T>(organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the few tables that are asked before an organisation is known: sign-in, sessions, the outbox. All other tables look empty here. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls back on every notification of the channel, and after a lost connection. Returns how to stop. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>
  healthy(): Promise<boolean>
  close(): Promise<void>
}

const APP_ROLE = 'docket_app'
const LOST = new Set([
  '08000',
  '08003',
  '08006',
  '08001',
  '08004',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

/** Connects lazily; a lost server is met again by the next call. Every session starts as `docket_app`, which cannot pass row-level security, or not at all. */
export function openDatabase(url: string, log: Log, { connections = 10 }: { readonly connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `-c role=${APP_ROLE}`,
  })
  pool.on('error', (error: Error & { code?: string }) => log.warn('database_connection_lost', { code: error.code ?? error.name }))

  async function inTransaction<T>(scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(unavailable)
    let failed = false
    // The pool hears its idle connections only. One that is lost between two queries fails the next of them; unheard, it would end the process.
    let isLost = false
    const onError = () => {
      isLost = true
    }
    client.on('error', onError)
    try {
      await client.query('begin')
      await client.query(`select set_config('app.organisation_id', $1, true)`, [scope])
      const result = await work(txOf(client))
      await client.query('commit')
      return result
    } catch (error) {
      failed = true
      await client.query('rollback').catch(() => {})
      throw isLost ? unavailableError(error) : typed(error)
    } finally {
      client.release(failed)
      client.off('error', onError)
    }
  }

  return {
    transaction: inTransaction,
    system: (work) => inTransaction('*', work),
    listen: (channel, callback) => listen(url, channel, callback, log),
    healthy: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  }
}

function txOf(client: pg.PoolClient): Tx {
  const rows: Tx['rows'] = async (schema, statement) => (await client.query(compile(statement))).rows.map((row) => schema.parse(row))
  return {
    rows,
    row: async (schema, statement) => (await rows(schema, statement))[0] ?? null,
    run: async (statement) => (await client.query(compile(statement))).rowCount ?? 0,
  }
}

/** A connection of its own that comes back after every loss. */
async function listen(url: string, channel: string, callback: (payload: string) => void, log: Log): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client
  const connect = async () => {
    client = new pg.Client({ connectionString: url })
    client.on('notification', ({ payload }) => callback(payload ?? ''))
    client.on('error', () => {})
    client.once('end', () => {
      if (!stopped) setTimeout(() => connect().then(() => callback(''), again), 1_000).unref()
    })
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  const again = () => {
    log.warn('database_listen_waits', { channel })
    if (!stopped) setTimeout(() => connect().then(() => callback(''), again), 2_000).unref()
  }
  await connect()
  return async () => {
    stopped = true
    await client.end().catch(() => {})
  }
}

function typed(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (LOST.has(code)) return unavailableError(error)
  if (code === '53100') return new PipelineError('storage_full', 'The database has no space left.', { retryable: true, cause: error })
  return error
}

function unavailable(error: unknown): never {
  throw unavailableError(error)
}

function unavailableError(cause: unknown): PipelineError {
  return new PipelineError('dependency_unavailable', 'The database does not answer. Try again in a moment.', { retryable: true, cause })
}
