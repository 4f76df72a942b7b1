import type { ProviderSignIn } from '../adapters/auth/index.ts'
import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import type { Config } from '../adapters/config.ts'
import type {
  Acceptance,
  AccessLog,
  Accounts,
  Answers,
  ApiClients,
  Companies,
  DateReminders,
  Desk,
  Documents,
  Erasure,
  ExportSettings,
  Figures,
  GoldenDocuments,
  IntakeJournal,
  IntakeSources,
  KeptReplies,
  LanguageModels,
  LatestRecords,
  Letters,
  ListImports,
  ModelChecks,
  Notices,
  Orders,
  PaymentDrafts,
  ProviderPeople,
  Queues,
  RateLimits,
  Records,
  RoutingRules,
  Search,
  SecondPersonLimits,
  Shadows,
  SigningKeys,
  UnansweredQuestions,
  Webhooks,
} from '../adapters/db/index.ts'
import type { Intake } from '../adapters/intake/index.ts'
import type { AnswerQuestion, LlmSettings } from '../adapters/llm/index.ts'
import type { Log } from '../adapters/log.ts'
import type { Target } from '../adapters/webhooks/index.ts'
import type { DocumentType } from '../schemas/define.ts'
import type { WorkflowGateway } from '../temporal/gateway.ts'

/** Everything the web side works with. Reads never ask Temporal, so pages stay up without it. */
export interface UiDeps {
  readonly accounts: Accounts
  readonly providerSignIn: ProviderSignIn
  readonly providerPeople: ProviderPeople
  readonly access: AccessLog
  readonly limits: RateLimits
  readonly keptReplies: KeptReplies
  readonly clients: ApiClients
  readonly signingKeys: SigningKeys
  readonly webhooks: Webhooks
  /** Whether webhooks may go to this address. */
  readonly checkTarget: (url: string) => Promise<Target>
  readonly documents: Documents
  readonly erasure: Erasure
  /** The one way in for files, and what came by it. */
  readonly intake: Intake
  readonly intakeJournal: IntakeJournal
  readonly intakeSources: Pick<IntakeSources, 'list'>
  readonly records: Records
  readonly exportSettings: ExportSettings
  readonly latestRecords: LatestRecords
  readonly dateReminders: DateReminders
  readonly letters: Letters
  readonly search: Search
  readonly answers: Answers
  readonly answerQuestion: AnswerQuestion
  readonly unanswered: UnansweredQuestions
  readonly companies: Companies
  readonly orders: Orders
  readonly paymentDrafts: PaymentDrafts
  readonly listImports: ListImports
  readonly blobs: BlobStore
  readonly gateway: WorkflowGateway
  readonly types: readonly DocumentType[]
  readonly config: Pick<
    Config,
    | 'DOCKET_TRUSTED_PROXIES'
    | 'DOCKET_MAX_UPLOAD_BYTES'
    | 'DOCKET_BASE_URL'
    | 'DOCKET_REQUESTS_PER_MINUTE'
    | 'DOCKET_REQUESTS_BURST'
    | 'DOCKET_MISSES_PER_MINUTE'
  >
  readonly log: Log
  readonly appVersion: string
  readonly acceptance: Acceptance
  /** The owner's side of language models; `llmSettings` null = none is set up. */
  readonly languageModels: LanguageModels
  readonly modelChecks: Pick<ModelChecks, 'latest'>
  /** Second models' answers, which are only compared. */
  readonly shadows: Shadows
  readonly llmSettings: LlmSettings | null
  readonly desk: Desk
  readonly queues: Queues
  readonly routing: RoutingRules
  readonly figures: Figures
  readonly golden: GoldenDocuments
  readonly secondPerson: SecondPersonLimits
  readonly notices: Notices
  /** Whether e-mail is set up. */
  readonly hasMail: boolean
  /** Hash of the pipeline that reads now; a certificate holds for one. */
  readonly pipelineKey: string
}
