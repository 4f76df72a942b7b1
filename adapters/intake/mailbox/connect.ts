import { readFile } from 'node:fs/promises'
import { ImapFlow } from 'imapflow'
import { PipelineError } from '../../../core/errors.ts'
import type { MailboxSource } from '../settings.ts'

const TIMEOUT_MS = 20_000
const SILENCE_MS = 60_000

/** Runs `work` with a connection to the mailbox, signed in. Errors: `unauthenticated`, `configuration`, `dependency_unavailable`. */
export async function withMailbox<T>(source: MailboxSource, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: source.host,
    port: source.port,
    secure: source.security === 'tls',
    doSTARTTLS: source.security === 'starttls',
    tls: { minVersion: 'TLSv1.2', ...(source.ca && { ca: await secretOf(source.ca) }) },
    auth: { user: source.user, pass: (await secretOf(source.passwordFile)).trim() },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
  })
  // A connection that is lost fails the command in work; unheard, the event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw typed(error)
  } finally {
    client.close()
  }
}

function secretOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new PipelineError('configuration', 'The file with the password or the certificate of the mailbox cannot be read.', { cause })
  })
}

function typed(cause: unknown): unknown {
  if (cause instanceof PipelineError) return cause
  if (cause instanceof Error && 'authenticationFailed' in cause)
    return new PipelineError('unauthenticated', 'The mail server does not accept name and password.', { retryable: true, cause })
  return new PipelineError('dependency_unavailable', 'The mail server does not answer as it should.', { retryable: true, cause })
}
