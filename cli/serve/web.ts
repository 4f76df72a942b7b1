import { readFileSync } from 'node:fs'
import { createProviderSignIn, readSignInProviders } from '../../adapters/auth/index.ts'
import type { Config } from '../../adapters/config.ts'
import { createAnswerer } from '../../adapters/llm/index.ts'
import type { Log } from '../../adapters/log.ts'
import { pipelineKey } from '../../adapters/pipeline-key.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createGateway, createTemporalClient } from '../../temporal/client.ts'
import { createApp } from '../../ui/app.ts'
import { llmSettings } from '../compose.ts'
import { listen } from './listen.ts'
import type { Storage } from './open-storage.ts'

export interface Web {
  /** Under which people reach it. */
  readonly url: string
  close(): Promise<void>
}

export interface WebSetup {
  readonly config: Config
  readonly storage: Storage
  readonly address: string
  readonly log: Log
  /** Whether the next free port will do when the wanted one is taken. */
  readonly mayMove: boolean
}

/** The web side: starts and stays up without Temporal, which it asks only to carry out decisions. */
export async function startWeb({ config, storage, address, log, mayMove }: WebSetup): Promise<Web> {
  const client = createTemporalClient({ address, namespace: config.TEMPORAL_NAMESPACE, masterKey: storage.masterKey })
  const gateway = createGateway(client)
  const settings = llmSettings(config)
  const app = createApp({
    ...storage,
    gateway,
    types: documentTypes,
    config,
    log,
    appVersion: appVersion(),
    pipelineKey: pipelineKey(config),
    llmSettings: settings,
    answerQuestion: createAnswerer({ settings, purse: storage.store, log }),
    providerSignIn: createProviderSignIn(
      config.DOCKET_OIDC_CONFIG ? readSignInProviders(config.DOCKET_OIDC_CONFIG) : [],
      storage.masterKey,
    ),
  })
  const listening = await listen(app, config.DOCKET_HOST, config.DOCKET_PORT, mayMove && config.DOCKET_BASE_URL === undefined)
  const host = config.DOCKET_HOST === '0.0.0.0' ? 'localhost' : config.DOCKET_HOST
  return {
    url: config.DOCKET_BASE_URL ?? `http://${host}:${listening.port}`,
    async close() {
      await listening.close()
      await gateway.close()
    },
  }
}

function appVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}
