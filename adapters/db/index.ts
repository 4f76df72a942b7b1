export { type Acceptance, type AcceptanceOverview, createAcceptance } from './acceptance.ts'
export { type AccessEvent, type AccessLog, createAccessLog } from './access-log.ts'
export { type Accounts, createAccounts, type Person } from './accounts.ts'
export { type ApiClient, type ApiClients, createApiClients } from './api-clients.ts'
export { ensureAppLogin, ensureLoginOf, isTooStrong } from './app-login.ts'
export type { Arrival, Channel } from './arrivals.ts'
export { type Companies, createCompanies } from './companies.ts'
export { type Database, openDatabase, type Tx } from './database.ts'
export { createDateReminders, type DateReminders, type DueDates } from './date-reminders.ts'
export { createDesk, type Desk, type Draft, type Effort, type Holder, type SessionWork, type SetAside } from './desk.ts'
export type { DocumentRow, PagesRead, Summary } from './document-row.ts'
export { createDocuments, type Documents, type ListPage } from './documents.ts'
export { createErasure, type Erasure, type ErasureStanding, type LegalHold } from './erasure.ts'
export { verifyChain } from './events.ts'
export { createExportSettings, type ExportSettings, type FormatSettings } from './export-settings.ts'
export {
  AGE_HOURS,
  type Asked,
  BEHIND,
  type Behind,
  createFigures,
  type Figures,
  OUTCOMES,
  type Outcome,
  WORK_SECONDS,
  type Work,
} from './figures/index.ts'
export { createGoldenDocuments, type GoldenDocument, type GoldenDocuments } from './golden-documents.ts'
export { newId } from './ids.ts'
export { acceptUpload } from './intake.ts'
export { createIntakeJournal, type IntakeItem, type IntakeJournal, type ItemState } from './intake-journal.ts'
export { createIntakeSources, type IntakeSourceState, type IntakeSources, type LeaseOf } from './intake-sources.ts'
export { createKeptReplies, type KeptReplies } from './kept-replies.ts'
export { createLanguageModels, type LanguageModels, type LlmCallRow } from './language-models.ts'
export { createLatestRecords, type LatestRecord, type LatestRecords } from './latest-records.ts'
export { createLetterOutbox, type DueLetter } from './letter-outbox.ts'
export { createLetters, type Letter, type Letters } from './letters.ts'
export { createListImports, type ListImports, ListKind } from './list-imports.ts'
export { createShadows, type KnownExample, type ShadowRecord, type ShadowSum, type Shadows } from './llm-beside.ts'
export type { BudgetHold, LlmCall } from './llm-calls.ts'
export type { KnownCompanies, KnownOrder } from './master-data.ts'
export { createMessageOutbox } from './message-outbox.ts'
export { migrate } from './migrate.ts'
export { createModelChecks, type ModelCheck, type ModelCheckRow, type ModelChecks } from './model-checks.ts'
export { createNoticeOutbox, type DueNotice } from './notice-outbox.ts'
export { type ChatRoom, createNotices, type NoticeSettings, type Notices } from './notices.ts'
export { createOrders, type Orders } from './orders.ts'
export { createStartOutbox } from './outbox.ts'
export { createPaymentDrafts, type Kept, type PaymentDraft, type PaymentDrafts } from './payment-drafts.ts'
export { startPostgresServer } from './postgres-server.ts'
export { createProviderPeople, type ProviderPeople } from './provider-people.ts'
export { createQueues, type Pile, type PileKind, type QueuePlace, type Queues } from './queues.ts'
export { createRateLimits, type RateLimits } from './rate-limits.ts'
export { type ApprovedRecord, createRecords, type Records } from './records.ts'
export { type Resumed, resumeDocuments } from './resume-documents.ts'
export { createRoutingRules, type KeptWorkingTime, type RoutingRules } from './routing/index.ts'
export { createRunOut } from './run-out.ts'
export {
  type AnsweringPassage,
  type Answers,
  createAnswers,
  createSearch,
  createSearchDue,
  createSearchEntries,
  type DueDocument,
  type Found,
  type FoundDocument,
  type FoundPassage,
  MOST_RANKED,
  type Search,
  type SearchEntries,
  type SearchFilter,
} from './search/index.ts'
export { createSecondPersonLimits, type SecondPersonLimits } from './second-person.ts'
export type { Opened, Session } from './sessions.ts'
export { createSigningKeys, type SigningKey, type SigningKeys } from './signing-keys.ts'
export { createDocumentStore } from './store.ts'
export { createUnansweredQuestions, type UnansweredQuestion, type UnansweredQuestions } from './unanswered-questions.ts'
export { ANY_QUEUE, asksForWaiting, type QueueFilter } from './waiting-documents.ts'
export { createWebhooks, type Webhook, type WebhookDelivery, type Webhooks } from './webhooks.ts'
