import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { parseConfig } from '../../adapters/config.ts'
import type { createAccounts, createDocumentStore, createDocuments, createRateLimits } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { compose } from '../../cli/compose.ts'
import { listen } from '../../cli/serve/listen.ts'
import { openStorage } from '../../cli/serve/open-storage.ts'
import type { Role } from '../../core/permissions.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createApp } from '../../ui/app.ts'
import { createActivities } from '../../workers/activities/index.ts'
import { startTestPostgres } from '../postgres.ts'
import { createLocalDriver } from './local-driver.ts'

export interface SignedIn {
  readonly organisationId: string
  readonly userId: string
  readonly cookie: string
}

export interface World {
  readonly url: string
  readonly origin: string
  /** Every registered route, as `GET /path/:pattern`. */
  readonly routes: readonly string[]
  readonly blobDir: string
  readonly blobs: BlobStore
  readonly accounts: ReturnType<typeof createAccounts>
  readonly limits: ReturnType<typeof createRateLimits>
  readonly documents: ReturnType<typeof createDocuments>
  readonly store: ReturnType<typeof createDocumentStore>
  /** A new organisation with one person, already signed in. */
  person(name?: string, role?: Role): Promise<SignedIn>
  /** One more person of an organisation, already signed in. */
  colleague(of: Pick<SignedIn, 'organisationId'>, role: Role, name?: string): Promise<SignedIn>
  /** A request of that person from a page of ours. */
  ask(who: SignedIn, path: string, init?: RequestInit): Promise<Response>
  /** Reads everything that was accepted, as the worker would. */
  work(): Promise<void>
  /** Lets the world read uploads as they come, as in real life. */
  keepWorking(): void
  close(): Promise<void>
}

/** The web side over real HTTP on a real database, with the real pipeline; only Temporal is replaced by the same flow in this process. */
export async function createWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const postgres = await startTestPostgres()
  const dir = await mkdtemp(join(tmpdir(), 'docket-ui-'))
  const config = parseConfig({ DOCKET_DATA_DIR: dir, DOCKET_OCR_LANGUAGES: 'eng', DOCKET_OCR_WORKERS: '1', ...environment })
  const log = createLog('error')
  const storage = openStorage(config, await postgres.database(), log)
  const { accounts, documents, blobs, store } = storage
  const composed = compose(config, log, storage)
  const driver = createLocalDriver(createActivities(composed.deps), storage.outbox)
  const app = createApp({
    ...storage,
    gateway: driver.gateway,
    types: documentTypes,
    config,
    log,
    appVersion: 'test',
    pipelineKey: composed.deps.pipelineKey,
  })
  const listening = await listen(app, '127.0.0.1', 0, false)
  const origin = `http://127.0.0.1:${listening.port}`
  let people = 0
  const colleague: World['colleague'] = async ({ organisationId }, role, name = role) => {
    const userId = await accounts.createUser(organisationId, { email: `person${++people}@example.com`, name, role })
    const session = await accounts.redeem(await accounts.createLink(userId))
    return { organisationId, userId, cookie: `docket=${session?.token}` }
  }
  return {
    url: origin,
    origin,
    routes: [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))],
    blobDir: join(dir, 'blobs'),
    blobs,
    accounts,
    limits: storage.limits,
    documents,
    store,
    async person(name = 'Reviewer', role = 'reviewer') {
      return colleague({ organisationId: await accounts.createOrganisation(`Organisation of ${name}`) }, role, name)
    },
    colleague,
    ask(who, path, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('Cookie', who.cookie)
      if (!headers.has('Origin')) headers.set('Origin', origin)
      return fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers })
    },
    work: driver.work,
    keepWorking: driver.keepWorking,
    async close() {
      driver.stop()
      await listening.close()
      await composed.close()
      await storage.close()
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
