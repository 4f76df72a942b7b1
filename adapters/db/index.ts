export { type AcceptanceOverview, createAcceptance } from './acceptance.ts'
export { type AccessEvent, createAccessLog } from './access-log.ts'
export { createAccounts } from './accounts.ts'
export { createApiClients } from './api-clients.ts'
export { ensureAppLogin, ensureLoginOf, isTooStrong } from './app-login.ts'
export { type Database, openDatabase, type Tx } from './database.ts'
export { createDesk, type Draft, type Effort, type SetAside } from './desk.ts'
export type { DocumentRow } from './document-row.ts'
export { createDocuments } from './documents.ts'
export { verifyChain } from './events.ts'
export {
  AGE_HOURS,
  type Asked,
  BEHIND,
  type Behind,
  createFigures,
  type Figures,
  OUTCOMES,
  type Outcome,
  type Work,
} from './figures/index.ts'
export { newId } from './ids.ts'
export { acceptUpload } from './intake.ts'
export { createLanguageModels, type LlmCallRow } from './language-models.ts'
export { createMessageOutbox } from './message-outbox.ts'
export { migrate } from './migrate.ts'
export { createStartOutbox } from './outbox.ts'
export { startPostgresServer } from './postgres-server.ts'
export { createRateLimits } from './rate-limits.ts'
export { createRecords } from './records.ts'
export type { Session } from './sessions.ts'
export { createSigningKeys, type SigningKey } from './signing-keys.ts'
export { createDocumentStore } from './store.ts'
export { createWebhooks } from './webhooks.ts'
