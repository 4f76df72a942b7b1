import type { Client } from '@temporalio/client'
import type { Config } from '../../adapters/config.ts'
import type { LlmSettings } from '../../adapters/llm/index.ts'
import type { Log } from '../../adapters/log.ts'
import { createMailer } from '../../adapters/mail/index.ts'
import type { ProcessSettings } from '../../core/process-contract.ts'
import { createTemporalClient, startProcessing } from '../../temporal/client.ts'
import { wakeReminders } from '../../temporal/date-reminders.ts'
import { checkModelsNow, scheduleModelChecks } from '../../temporal/model-checks.ts'
import type { Queue } from '../../temporal/queues.ts'
import { createActivities } from '../../workers/activities/index.ts'
import { createModelCheck } from '../../workers/activities/llm/check.ts'
import { createTellDates } from '../../workers/activities/tell-dates.ts'
import { startWorker } from '../../workers/start.ts'
import { startDateReminders } from '../../workers/start-date-reminders.ts'
import { startIndexer } from '../../workers/start-indexer.ts'
import { startIntake } from '../../workers/start-intake.ts'
import { startModelWatch } from '../../workers/start-model-watch.ts'
import { startRunOut } from '../../workers/start-run-out.ts'
import { startSender } from '../../workers/start-sender.ts'
import { startSweeper } from '../../workers/start-sweeper.ts'
import { tellerOf } from '../../workers/tell.ts'
import { compose } from '../compose.ts'
import { watchedSources } from './intake-channels.ts'
import { openStorage, type Storage } from './open-storage.ts'

export interface Serving {
  /** Rejects when a worker dies. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface QueueSetup {
  readonly config: Config
  readonly databaseUrl: string
  readonly address: string
  readonly queues: readonly Queue[]
  readonly log: Log
}

/** One process's share of the work: its queues, and with `cpu` also the sweeper that brings accepted uploads into Temporal, the timers of contracts' dates, the senders of webhooks, notices and letters, the watching of intake sources, and the clearing of what has run out. */
export async function serveQueues({ config, databaseUrl, address, queues, log }: QueueSetup): Promise<Serving> {
  const storage = openStorage(config, databaseUrl, log)
  const { deps, close } = compose(config, log, storage)
  const temporal = { address, namespace: config.TEMPORAL_NAMESPACE, masterKey: storage.masterKey }
  const checks = createModelCheck({ ...deps, checks: storage.modelChecks, log })
  const reminders = createTellDates({ ...storage, types: deps.types })
  const activities = createActivities(deps)
  const worker = await startWorker({ temporal, queues, activities, checks, reminders, cacheDir: config.DOCKET_CACHE_DIR, log })
  const client = createTemporalClient(temporal)
  const watch = queues.includes('llm') && deps.llm ? await watchModels(client, deps.llm.settings, storage, log) : null
  const settings = settingsOf(config, deps.llm?.settings ?? null)
  const sweeper = queues.includes('cpu')
    ? startSweeper({ outbox: storage.outbox, start: (document) => startProcessing(client, document, settings), log })
    : null
  const dates = queues.includes('cpu')
    ? startDateReminders({ ...storage, types: deps.types, wake: (document) => wakeReminders(client, document), log })
    : null
  const sender = queues.includes('cpu') ? startSender({ outbox: storage.messages, send: storage.send, log }) : null
  const mailer = config.DOCKET_SMTP_URL === undefined ? null : createMailer(config.DOCKET_SMTP_URL, config.DOCKET_MAIL_FROM)
  const baseUrl = (config.DOCKET_BASE_URL ?? `http://localhost:${config.DOCKET_PORT}`).replace(/\/$/, '')
  const teller = queues.includes('cpu')
    ? startSender({
        outbox: storage.noticeOutbox,
        send: tellerOf({ mailer, post: storage.send, baseUrl }),
        log,
        what: 'notice',
        scheduleS: NOTICE_SCHEDULE_S,
      })
    : null
  const post =
    queues.includes('cpu') && mailer
      ? startSender({
          outbox: storage.letterOutbox,
          send: ({ messageId, to, subject, body, replyTo }) => mailer.send({ id: messageId, to, subject, text: body, replyTo }),
          log,
          what: 'letter',
          scheduleS: LETTER_SCHEDULE_S,
        })
      : null
  const sources = queues.includes('cpu') ? watchedSources(config) : []
  const intake =
    sources.length === 0
      ? null
      : startIntake({ sources, leases: storage.intakeSources, intake: storage.intake, journal: storage.intakeJournal, log })
  const runOut = queues.includes('cpu') ? startRunOut({ runOut: storage.runOut, log }) : null
  const indexer = queues.includes('cpu') ? startIndexer({ ...storage, types: deps.types, log }) : null
  return {
    ended: worker.ended,
    async stop() {
      await Promise.all([
        intake?.stop(),
        sweeper?.stop(),
        dates?.stop(),
        sender?.stop(),
        teller?.stop(),
        post?.stop(),
        watch?.stop(),
        runOut?.stop(),
        indexer?.stop(),
      ])
      mailer?.close()
      worker.stop()
      await worker.ended.catch(() => {})
      await Promise.all([client.connection.close(), close()])
      await storage.close()
    },
  }
}

/** Known documents are asked about by the clock and whenever a provider says that it is another model. */
async function watchModels(client: Client, { checkEveryDays }: LlmSettings, { modelChecks }: Storage, log: Log) {
  // Documents are read whether or not this can be arranged.
  await scheduleModelChecks(client, checkEveryDays).catch(() => log.warn('llm_checks_not_scheduled'))
  return startModelWatch({ takeUnchecked: modelChecks.takeUnchecked, check: (providers) => checkModelsNow(client, providers), log })
}

const HOUR_MS = 3_600_000
/** After a day a notice is no news: seven attempts in some twelve hours. */
const NOTICE_SCHEDULE_S = [10, 60, 300, 1_800, 10_800, 28_800]
/** A person waits to see a letter go: four attempts in 35 minutes, then it is theirs to send again. */
const LETTER_SCHEDULE_S = [10, 300, 1_800]
/** Two ranges keep two workers busy; four pages a step leave a 500-page scan below 2,000 events. */
const PACE = { rangesAtOnce: 2, pagesAStep: 4 }

function settingsOf(config: Config, llm: LlmSettings | null): ProcessSettings {
  return {
    ...(llm && { llm: { patienceMs: config.DOCKET_LLM_PATIENCE_S * 1000, ...shadowOf(llm) } }),
    ocrQueue: config.DOCKET_OCR_QUEUE,
    gpuPatienceMs: config.DOCKET_GPU_PATIENCE_S * 1000,
    pace: PACE,
    remindAfterMs: config.DOCKET_REVIEW_REMIND_HOURS * HOUR_MS,
    escalateAfterMs: config.DOCKET_REVIEW_ESCALATE_HOURS * HOUR_MS,
  }
}

/** The longest that any of the second models may take for a document. */
function shadowOf({ shadows = {}, providers }: LlmSettings): { readonly shadow?: { readonly limitMs: number } } {
  const limits = providers.filter(({ id }) => Object.values(shadows).includes(id)).map(({ timeoutS }) => timeoutS * 1000)
  return limits.length === 0 ? {} : { shadow: { limitMs: Math.max(...limits) } }
}
