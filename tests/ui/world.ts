import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { createProviderSignIn, readSignInProviders } from '../../adapters/auth/index.ts'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { parseConfig } from '../../adapters/config.ts'
import type {
  createAccounts,
  createApiClients,
  createDocumentStore,
  createDocuments,
  createQueues,
  createRateLimits,
  createSigningKeys,
  Database,
} from '../../adapters/db/index.ts'
import { createAnswerer } from '../../adapters/llm/index.ts'
import { createLog } from '../../adapters/log.ts'
import { compose } from '../../cli/compose.ts'
import { listen } from '../../cli/serve/listen.ts'
import { openStorage, type Storage } from '../../cli/serve/open-storage.ts'
import type { Role } from '../../core/permissions.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createApp } from '../../ui/app.ts'
import { createActivities } from '../../workers/activities/index.ts'
import { indexDocuments } from '../../workers/index-documents.ts'
import { startTestPostgres } from '../postgres.ts'
import { createLocalDriver } from './local-driver.ts'

export interface SignedIn {
  readonly organisationId: string
  readonly userId: string
  readonly cookie: string
}

export interface World {
  readonly db: Database
  /** Of the owner of the tables. */
  readonly databaseUrl: string
  /** Everything that was opened, as a worker has it. */
  readonly storage: Storage
  readonly url: string
  readonly origin: string
  /** Every registered route, as `GET /path/:pattern`. */
  readonly routes: readonly string[]
  readonly blobDir: string
  readonly blobs: BlobStore
  readonly accounts: ReturnType<typeof createAccounts>
  /** Wrong tokens, as they were written down. */
  readonly access: { refusals(): Promise<readonly unknown[]> }
  /** A second web process's worth of the same: same database, own memory. */
  another(): Promise<{ readonly url: string; close(): Promise<void> }>
  readonly clients: ReturnType<typeof createApiClients>
  readonly signingKeys: ReturnType<typeof createSigningKeys>
  readonly limits: ReturnType<typeof createRateLimits>
  readonly documents: ReturnType<typeof createDocuments>
  readonly store: ReturnType<typeof createDocumentStore>
  readonly queues: ReturnType<typeof createQueues>
  /** A new organisation with one person, already signed in. */
  person(name?: string, role?: Role): Promise<SignedIn>
  /** One more person of an organisation, already signed in. */
  colleague(of: Pick<SignedIn, 'organisationId'>, role: Role, name?: string): Promise<SignedIn>
  /** A request of that person from a page of ours. */
  ask(who: SignedIn, path: string, init?: RequestInit): Promise<Response>
  /** Reads everything that was accepted, as the worker would. */
  work(): Promise<void>
  /** Brings everything that was read into the search index, as the worker would. */
  index(): Promise<void>
  /** Waits until the document has been read and waits for a person. */
  inReview(who: Pick<SignedIn, 'organisationId'>, id: string): Promise<void>
  /** Lets the world read uploads as they come, as in real life. */
  keepWorking(): void
  close(): Promise<void>
}

const NO_LIMIT = { DOCKET_REQUESTS_PER_MINUTE: '1000000', DOCKET_REQUESTS_BURST: '1000000' }

/**
 * The web side over real HTTP on a real database, with the real pipeline; only Temporal is replaced by the same flow in this process. `at`: an installation
 * that is there already and is left there.
 */
export async function createWorld(
  environment: Readonly<Record<string, string>> = {},
  at: { readonly databaseUrl: string; readonly dir: string } | null = null,
): Promise<World> {
  const postgres = at ? null : await startTestPostgres()
  const dir = at?.dir ?? (await mkdtemp(join(tmpdir(), 'docket-ui-')))
  const config = parseConfig({ DOCKET_DATA_DIR: dir, DOCKET_OCR_LANGUAGES: 'eng', DOCKET_OCR_WORKERS: '1', ...NO_LIMIT, ...environment })
  const log = createLog('error')
  const databaseUrl = at?.databaseUrl ?? (await postgres?.database()) ?? ''
  const storage = openStorage(config, databaseUrl, log)
  const { accounts, documents, blobs, store } = storage
  const composed = compose(config, log, storage)
  const driver = createLocalDriver(
    createActivities(composed.deps),
    storage.outbox,
    composed.deps.llm !== null,
    composed.deps.llm?.settings.shadows !== undefined,
  )
  const given = {
    ...storage,
    gateway: driver.gateway,
    types: documentTypes,
    config,
    log,
    appVersion: 'test',
    pipelineKey: composed.deps.pipelineKey,
    llmSettings: composed.deps.llm?.settings ?? null,
    answerQuestion: createAnswerer({ settings: composed.deps.llm?.settings ?? null, purse: store, log }),
    providerSignIn: createProviderSignIn(
      config.DOCKET_OIDC_CONFIG ? readSignInProviders(config.DOCKET_OIDC_CONFIG) : [],
      storage.masterKey,
    ),
  }
  const app = createApp(given)
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
    db: storage.db,
    databaseUrl,
    storage,
    blobDir: join(dir, 'blobs'),
    blobs,
    accounts,
    access: {
      refusals: () =>
        // Nobody's organisation: only the owner of the tables sees these.
        asOwner(databaseUrl, "select id from access_events where kind = 'token_refused'"),
    },
    async another() {
      const { port, close } = await listen(createApp(given), '127.0.0.1', 0, false)
      return { url: `http://127.0.0.1:${port}`, close }
    },
    limits: storage.limits,
    clients: storage.clients,
    signingKeys: storage.signingKeys,
    documents,
    store,
    queues: storage.queues,
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
    async index() {
      const deps = { ...storage, types: documentTypes }
      for (let round = await indexDocuments(deps); round.taken > 0; round = await indexDocuments(deps))
        if (round.failed.length > 0) throw new Error(`Not indexed: ${round.failed.join(', ')}`)
    },
    async inReview({ organisationId }, id) {
      for (let left = 600; (await documents.get(organisationId, id))?.status !== 'review'; left--) {
        if (left === 0) throw new Error('The document was not read within two minutes')
        await setTimeout(200)
      }
    },
    keepWorking: driver.keepWorking,
    async close() {
      driver.stop()
      await listening.close()
      await composed.close()
      await storage.close()
      if (!postgres) return
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function asOwner(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}
