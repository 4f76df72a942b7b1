import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { createLog } from '../../adapters/log.ts'
import type { DateReminders } from '../../core/calendar/index.ts'
import type { LanguageModelChecks } from '../../core/llm/check-models.ts'
import type { Outcome } from '../../core/pipeline.ts'
import { type ProcessSettings, workflowIdOf } from '../../core/process-contract.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { createGateway, createTemporalClient, startProcessing } from '../../temporal/client.ts'
import { startDevServer } from '../../temporal/dev-server.ts'
import { findServer } from '../../temporal/find-server.ts'
import type { WorkflowGateway } from '../../temporal/gateway.ts'
import type { Queue } from '../../temporal/queues.ts'
import type { Activities } from '../../workers/activities/index.ts'
import { startWorker } from '../../workers/start.ts'
import { documentInput, type ScriptedStages } from './scripted-stages.ts'

export const PATIENT: ProcessSettings = {
  ocrQueue: 'cpu',
  gpuPatienceMs: 1_000,
  pace: { rangesAtOnce: 2, pagesAStep: 4 },
  remindAfterMs: 3_600_000,
  escalateAfterMs: 7_200_000,
}

export interface World {
  readonly client: Client
  readonly gateway: WorkflowGateway
  readonly serverDir: string
  /** Starts a document whose stages are the scripted ones. */
  start(stages: ScriptedStages, settings?: Partial<ProcessSettings>, change?: Partial<DocumentInput>): Promise<Running>
  close(): Promise<void>
}

export interface Running {
  readonly documentId: string
  readonly workflowId: string
  readonly stages: ScriptedStages
  outcome(): Promise<Outcome>
}

/** Null where no Temporal server can be run: the tests then skip with a message. */
export async function temporalBinary(): Promise<string | null> {
  const cacheDir = process.env.DOCKET_CACHE_DIR ?? join(homedir(), '.cache', 'docket')
  return (await findServer({ cliPath: process.env.TEMPORAL_CLI_PATH, cacheDir, path: process.env.PATH }))?.path ?? null
}

/** A real server on a file, a real worker with the real workflow bundle, encrypted payloads; only the stages are scripted, per document. */
export async function startWorld(
  executable: string,
  queues: readonly Queue[] = ['cpu'],
  checks?: LanguageModelChecks,
  reminders?: DateReminders,
): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-world-'))
  const server = await startDevServer({ executable, dir, namespace: 'default' })
  const temporal = { address: server.address, namespace: 'default', masterKey: Buffer.alloc(32, 7) }
  const scripts = new Map<string, ScriptedStages>()
  const log = createLog(process.env.DOCKET_TEST_LOG ? 'debug' : 'error')
  const worker = await startWorker({
    temporal,
    queues,
    activities: byDocument(scripts),
    checks,
    reminders,
    cacheDir: join(tmpdir(), 'docket-test-cache'),
    log,
  })
  const client = createTemporalClient(temporal)
  return {
    client,
    gateway: createGateway(client),
    serverDir: dir,
    async start(stages, settings = {}, change = {}) {
      const document = documentInput(randomUUID(), change)
      scripts.set(document.documentId, stages)
      await startProcessing(client, document, { ...PATIENT, ...settings })
      const workflowId = workflowIdOf(document.documentId, document.run)
      return { documentId: document.documentId, workflowId, stages, outcome: () => client.workflow.getHandle(workflowId).result() }
    },
    async close() {
      worker.stop()
      await worker.ended
      await client.connection.close()
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Every stage's first argument carries the document's id; anything else is a mistake of the test. */
function byDocument(scripts: ReadonlyMap<string, ScriptedStages>): Activities {
  const of = (id: string): Activities => {
    const stages = scripts.get(id)
    if (!stages) throw new Error(`No script for document ${id}`)
    return stages
  }
  return {
    inspect: (d) => of(d.documentId).inspect(d),
    takeUp: (d, ...rest) => of(d.documentId).takeUp(d, ...rest),
    openPart: (d, ...rest) => of(d.documentId).openPart(d, ...rest),
    splitOff: (d, ...rest) => of(d.documentId).splitOff(d, ...rest),
    pages: (d, ...rest) => of(d.documentId).pages(d, ...rest),
    ocr: (d, ...rest) => of(d.documentId).ocr(d, ...rest),
    ocrPages: (d, ...rest) => of(d.documentId).ocrPages(d, ...rest),
    layout: (d, ...rest) => of(d.documentId).layout(d, ...rest),
    joinReadings: (d, ...rest) => of(d.documentId).joinReadings(d, ...rest),
    classify: (d, ...rest) => of(d.documentId).classify(d, ...rest),
    planLlm: (d, ...rest) => of(d.documentId).planLlm(d, ...rest),
    askLlm: (d, ...rest) => of(d.documentId).askLlm(d, ...rest),
    shadowLlm: (d, ...rest) => of(d.documentId).shadowLlm(d, ...rest),
    extract: (d, ...rest) => of(d.documentId).extract(d, ...rest),
    validate: (d, ...rest) => of(d.documentId).validate(d, ...rest),
    score: (d, ...rest) => of(d.documentId).score(d, ...rest),
    reportPages: (d, ...rest) => of(d.documentId).reportPages(d, ...rest),
    publish: (d, ...rest) => of(d.documentId).publish(d, ...rest),
    deliver: (d, ...rest) => of(d.documentId).deliver(d, ...rest),
    journal: (event) => of(event.documentId).journal(event),
  }
}
