import { join } from 'node:path'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { createBlobStore, readMasterKey } from '../../adapters/blobs/index.ts'
import type { Config } from '../../adapters/config.ts'
import {
  createAcceptance,
  createAccessLog,
  createAccounts,
  createAnswers,
  createApiClients,
  createCompanies,
  createDateReminders,
  createDesk,
  createDocumentStore,
  createDocuments,
  createErasure,
  createExportSettings,
  createFigures,
  createGoldenDocuments,
  createIntakeJournal,
  createIntakeSources,
  createKeptReplies,
  createLanguageModels,
  createLatestRecords,
  createLetterOutbox,
  createLetters,
  createListImports,
  createMessageOutbox,
  createModelChecks,
  createNoticeOutbox,
  createNotices,
  createOrders,
  createPaymentDrafts,
  createProviderPeople,
  createQueues,
  createRateLimits,
  createRecords,
  createRoutingRules,
  createRunOut,
  createSearch,
  createSearchDue,
  createSearchEntries,
  createSecondPersonLimits,
  createShadows,
  createSigningKeys,
  createStartOutbox,
  createUnansweredQuestions,
  createWebhooks,
  openDatabase,
} from '../../adapters/db/index.ts'
import { createIntake } from '../../adapters/intake/index.ts'
import type { Log } from '../../adapters/log.ts'
import { checkTarget, createReach, senderOf } from '../../adapters/webhooks/index.ts'

export type Storage = ReturnType<typeof openStorage>

/** Database and blobs of an installation, as every role uses them. Connects with the first use. */
export function openStorage(config: Config, databaseUrl: string, log: Log) {
  const masterKey = readMasterKey(config)
  const db = openDatabase(databaseUrl, log)
  const reach = createReach(config.DOCKET_WEBHOOK_ALLOW)
  const blobs: BlobStore = createBlobStore({ dir: join(config.DOCKET_DATA_DIR, 'blobs'), masterKey })
  const documents = createDocuments(db)
  const intakeJournal = createIntakeJournal(db)
  return {
    masterKey,
    db,
    blobs,
    store: createDocumentStore(db, blobs),
    accounts: createAccounts(db),
    providerPeople: createProviderPeople(db),
    access: createAccessLog(db),
    limits: createRateLimits(db),
    keptReplies: createKeptReplies(db, masterKey),
    clients: createApiClients(db),
    signingKeys: createSigningKeys(db, masterKey),
    acceptance: createAcceptance(db),
    languageModels: createLanguageModels(db),
    modelChecks: createModelChecks(db),
    shadows: createShadows(db),
    desk: createDesk(db),
    queues: createQueues(db),
    figures: createFigures(db),
    golden: createGoldenDocuments(db),
    routing: createRoutingRules(db),
    secondPerson: createSecondPersonLimits(db),
    documents,
    erasure: createErasure(db, blobs),
    intakeJournal,
    intakeSources: createIntakeSources(db),
    intake: createIntake({ blobs, documents, journal: intakeJournal, maxFileBytes: config.DOCKET_MAX_UPLOAD_BYTES }),
    records: createRecords(db),
    exportSettings: createExportSettings(db),
    companies: createCompanies(db),
    orders: createOrders(db),
    paymentDrafts: createPaymentDrafts(db),
    listImports: createListImports(db),
    letters: createLetters(db),
    letterOutbox: createLetterOutbox(db),
    latestRecords: createLatestRecords(db),
    dateReminders: createDateReminders(db),
    search: createSearch(db),
    answers: createAnswers(db),
    unanswered: createUnansweredQuestions(db),
    searchDue: createSearchDue(db),
    searchEntries: createSearchEntries(db),
    outbox: createStartOutbox(db),
    runOut: createRunOut(db, {
      accessLogDays: config.DOCKET_ACCESS_LOG_DAYS,
      intakeJournalDays: config.DOCKET_INTAKE_JOURNAL_DAYS,
    }),
    webhooks: createWebhooks(db, masterKey),
    messages: createMessageOutbox(db, masterKey),
    notices: createNotices(db, masterKey),
    noticeOutbox: createNoticeOutbox(db, masterKey, config.DOCKET_SMTP_URL !== undefined),
    hasMail: config.DOCKET_SMTP_URL !== undefined,
    checkTarget: (url: string) => checkTarget(url, reach),
    send: senderOf(reach),
    close: () => db.close(),
  }
}
