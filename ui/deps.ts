import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import type { Config } from '../adapters/config.ts'
import type { createLanguageModels, SigningKey } from '../adapters/db/index.ts'
import type { LlmSettings } from '../adapters/llm/index.ts'
import type { Log } from '../adapters/log.ts'
import type { Target } from '../adapters/webhooks/index.ts'
import type { Policy } from '../core/acceptance/index.ts'
import type { BlobRef } from '../core/blob-ref.ts'
import type { MessageKind } from '../core/message-kinds.ts'
import type { ApprovedBy, Permission, Role } from '../core/permissions.ts'
import type { Status } from '../core/status.ts'
import type { DocumentType } from '../schemas/define.ts'
import type { WorkflowGateway } from '../temporal/gateway.ts'
import type { Overview } from './views/acceptance-view.ts'
import type { DocumentRow, PagesRead } from './views/document-row.ts'

/** Everything the web side works with. Reads never ask Temporal, so pages stay up without it. */
export interface UiDeps {
  readonly accounts: Accounts
  readonly access: AccessLog
  readonly limits: RateLimits
  readonly clients: ApiClients
  readonly signingKeys: SigningKeys
  readonly webhooks: Webhooks
  /** Whether webhooks may go to this address. */
  readonly checkTarget: (url: string) => Promise<Target>
  readonly documents: Documents
  readonly records: Records
  readonly blobs: BlobStore
  readonly gateway: WorkflowGateway
  readonly types: readonly DocumentType[]
  readonly config: Pick<Config, 'DOCKET_MAX_UPLOAD_BYTES' | 'DOCKET_BASE_URL' | 'DOCKET_REQUESTS_PER_MINUTE' | 'DOCKET_REQUESTS_BURST'>
  readonly log: Log
  readonly appVersion: string
  readonly acceptance: AcceptanceStore
  /** The owner's side of language models; `llmSettings` null = none is set up. */
  readonly languageModels: ReturnType<typeof createLanguageModels>
  readonly llmSettings: LlmSettings | null
  readonly desk: DeskStore
  /** Hash of the pipeline that reads now; a certificate holds for one. */
  readonly pipelineKey: string
}

/** What was typed and not saved: form field → text, and what stood there when it was typed. */
export type Draft = Readonly<Record<string, { readonly value: string; readonly base: string }>>

export interface Effort {
  readonly reviewId: string
  readonly kind: 'approve' | 'save' | 'reject' | 'postponed' | 'escalated'
  readonly activeMs: number
  readonly keystrokes: number
  readonly clicks: number
  readonly changed: number
}

export interface SetAside {
  readonly kind: 'postponed' | 'escalated'
  readonly reason: string
  readonly note: string
  /** ISO date; null = until somebody opens it again. */
  readonly until: string | null
}

/** Who else works on a document; times are ISO date-times. */
export interface Holder {
  readonly person: string
  readonly since: string
  readonly until: string
}

/** What one person did at the desk. */
export interface Work {
  readonly approved: number
  readonly rejected: number
  readonly postponed: number
  readonly escalated: number
  readonly changed: number
  readonly activeMs: number
}

/** What happens at the desk before anything is decided (adapters/db/desk.ts). */
export interface DeskStore {
  draft(organisationId: string, documentId: string, run: number, userId: string): Promise<Draft>
  saveDraft(
    organisationId: string,
    documentId: string,
    run: number,
    userId: string,
    change: { readonly set: Draft; readonly unset: readonly string[] },
  ): Promise<void>
  dropDraft(organisationId: string, documentId: string, userId: string): Promise<void>
  holder(organisationId: string, documentId: string, userId: string): Promise<Holder | null>
  /** False = somebody else holds it. */
  claim(organisationId: string, documentId: string, userId: string, claim: string, take: boolean): Promise<boolean>
  release(organisationId: string, documentId: string, claim: string): Promise<void>
  /** False when the document does not wait for a person in this version. */
  setAside(organisationId: string, documentId: string, version: number, userId: string, aside: SetAside): Promise<boolean>
  aside(
    organisationId: string,
    documentId: string,
    run: number,
  ): Promise<(SetAside & { readonly person: string; readonly at: string }) | null>
  recordEffort(organisationId: string, documentId: string, userId: string, effort: Effort): Promise<void>
  workOf(organisationId: string, userId: string, since: string): Promise<Work | null>
}

/** The owner's side of acceptance (adapters/db/acceptance.ts). */
export interface AcceptanceStore {
  overview(organisationId: string, type: string, key: string): Promise<Overview>
  savePolicy(organisationId: string, type: string, policy: Policy, actor: string): Promise<void>
  /** False = not proven; the attempt is recorded either way. */
  issue(organisationId: string, type: string, key: string, actor: string): Promise<boolean>
  withdraw(organisationId: string, certificateId: string): Promise<void>
  /** What was entered blindly for this run; null = nothing yet. */
  entered(organisationId: string, documentId: string, run: number): Promise<Readonly<Record<string, string>> | null>
  /** The first entry stays. */
  enter(organisationId: string, documentId: string, run: number, actor: string, entries: Readonly<Record<string, string>>): Promise<void>
}

export interface Session {
  readonly kind: 'person' | 'client'
  /** Of the person or of the program. */
  readonly userId: string
  readonly person: string
  readonly organisationId: string
  readonly organisation: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
}

/** A session that was just opened; the token goes to the browser and nowhere else. */
export interface Opened {
  readonly token: string
  readonly expiresAt: Date
  readonly userId: string
  readonly organisationId: string
}

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  readonly hasPassword: boolean
}

/** Shares of what a caller may do, kept for all processes together (adapters/db/rate-limits.ts). Null = welcome, else seconds to wait. */
export interface RateLimits {
  take(key: string, share: { readonly perMinute: number; readonly burst: number }): Promise<number | null>
  look(key: string, share: { readonly perMinute: number; readonly burst: number }): Promise<number | null>
}

/** Who came in, who was turned away, whose rights changed (adapters/db/access-log.ts). */
export interface AccessLog {
  write(event: {
    readonly organisationId: string | null
    readonly kind: string
    readonly actor: string | null
    readonly address: string
    readonly detail?: Readonly<Record<string, string | number | boolean>>
  }): Promise<void>
}

export interface ApiClient {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly revoked: boolean
  readonly secrets: readonly { readonly id: string; readonly createdAt: string }[]
}

/** Programs that work for an organisation (adapters/db/api-clients.ts). */
export interface ApiClients {
  list(organisationId: string): Promise<readonly ApiClient[]>
  create(
    organisationId: string,
    client: { readonly name: string; readonly scopes: readonly Permission[]; readonly createdBy: string },
  ): Promise<{ readonly id: string; readonly secret: string }>
  /** A second secret beside the first; null = no such client. */
  rotate(organisationId: string, clientId: string): Promise<string | null>
  dropOldSecrets(organisationId: string, clientId: string): Promise<boolean>
  revoke(organisationId: string, clientId: string): Promise<void>
  bySecret(secret: string, clientId: string | null): Promise<Session | null>
  byId(clientId: string): Promise<Session | null>
}

export interface Webhook {
  readonly id: string
  readonly url: string
  readonly kinds: readonly MessageKind[]
  readonly createdAt: string
  /** Why it is switched off: gone, failing, person; null = it is on. */
  readonly disabled: string | null
  readonly pending: number
  readonly failed: number
}

export interface WebhookDelivery {
  readonly id: string
  readonly kind: string
  readonly documentId: string | null
  readonly state: 'pending' | 'delivered' | 'failed'
  readonly attempts: number
  readonly nextAt: string | null
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly lastMs: number | null
  readonly lastAt: string | null
}

/** Addresses that hear what happens (adapters/db/webhooks.ts). */
export interface Webhooks {
  list(organisationId: string): Promise<readonly Webhook[]>
  get(organisationId: string, id: string): Promise<Webhook | null>
  create(
    organisationId: string,
    webhook: { readonly url: string; readonly kinds: readonly MessageKind[]; readonly createdBy: string },
  ): Promise<{ readonly id: string; readonly secret: string }>
  rotate(organisationId: string, id: string): Promise<string | null>
  enable(organisationId: string, id: string): Promise<void>
  disable(organisationId: string, id: string): Promise<void>
  remove(organisationId: string, id: string): Promise<void>
  deliveries(
    organisationId: string,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<{ readonly items: readonly WebhookDelivery[]; readonly next: string | null }>
  replay(organisationId: string, id: string, since: string, until: string): Promise<number>
}

/** Keys behind access tokens (adapters/db/signing-keys.ts). */
export interface SigningKeys {
  readonly algorithm: string
  current(): Promise<{ readonly id: string; readonly key: SigningKey }>
  check(id: string): Promise<SigningKey | null>
  published(): Promise<{ readonly keys: readonly object[] }>
}

export interface Accounts {
  /** Spends a one-time link and opens a session; null when the link is unknown, spent or too old. */
  redeem(linkToken: string): Promise<Opened | null>
  signIn(email: string, password: string): Promise<Opened | null>
  openFor(owner: { readonly userId: string; readonly organisationId: string }): Promise<Opened>
  /** Ends all sessions of the person; false when `current` is wrong. */
  setPassword(organisationId: string, userId: string, current: string | null, wanted: string): Promise<boolean>
  createLink(userId: string): Promise<string>
  users(organisationId: string): Promise<readonly Person[]>
  /** Errors: `conflict` when the e-mail is taken. */
  createUser(organisationId: string, person: Pick<Person, 'email' | 'name' | 'role'>): Promise<string>
  /** Errors: `not_found`; `conflict` when nobody would be left to administer. */
  changeUser(organisationId: string, userId: string, change: { readonly role?: Role; readonly disabled?: boolean }): Promise<void>
  approvedBy(organisationId: string): Promise<ApprovedBy>
  setApprovedBy(organisationId: string, approvedBy: ApprovedBy): Promise<void>
  session(token: string): Promise<Session | null>
  end(token: string): Promise<void>
}

export interface NewUpload {
  readonly documentId: string
  readonly organisationId: string
  readonly userId: string
  readonly fileName: string
  readonly file: BlobRef
  readonly type: string
  readonly idempotencyKey: string | null
}

export interface Accepted {
  readonly id: string
  readonly status: Status
  /** The earlier document with the same bytes; the upload then made no new document. */
  readonly duplicateOf: string | null
  /** The same request was answered before. */
  readonly replayed: boolean
}

export interface ListFilter {
  readonly status: Status | null
  readonly text: string
  readonly type: string | null
}

export interface DocumentEvent {
  readonly at: string
  readonly kind: string
  readonly actor: string
  readonly reason: { readonly code: string; readonly message: string } | null
}

export interface Documents {
  /** Document and outbox in one transaction. Errors: `conflict` while the same key is in work, `invalid_input` when the key came with other bytes. */
  accept(upload: NewUpload): Promise<Accepted>
  list(
    organisationId: string,
    filter: ListFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly DocumentRow[]; readonly next: string | null }>
  counts(organisationId: string, filter: Omit<ListFilter, 'status'>): Promise<Readonly<Record<Status, number>>>
  get(organisationId: string, id: string): Promise<DocumentRow | null>
  /** The document a reviewer gets after `id` (empty = the first) in order of arrival, without those that others work on or that were set aside. */
  nextInReview(organisationId: string, id: string, userId: string, direction?: 'next' | 'previous'): Promise<string | null>
  events(organisationId: string, id: string): Promise<readonly DocumentEvent[]>
  /** Reviews that corrected something, oldest first. */
  corrections(
    organisationId: string,
    id: string,
  ): Promise<readonly { readonly person: string; readonly at: string; readonly corrections: BlobRef }[]>
  /** The Corrections blob of the latest review, null when nobody has reviewed. */
  lastCorrections(organisationId: string, id: string): Promise<BlobRef | null>
  /** Starts a fresh run; false when the version is not the current one or the document is not rejected or failed. */
  reprocess(organisationId: string, id: string, version: number, actor: string, password: BlobRef | null): Promise<boolean>
  /** Documents that changed after `cursor` (null = now), and the cursor behind the last of them; `reading` are those whose progress is known. */
  changes(
    organisationId: string,
    cursor: string | null,
  ): Promise<{
    readonly rows: readonly Pick<DocumentRow, 'id' | 'status' | 'version'>[]
    readonly reading: readonly (Pick<DocumentRow, 'id' | 'status' | 'version'> & { readonly pagesRead: PagesRead })[]
    readonly cursor: string
  }>
  ready(): Promise<boolean>
}

export interface RecordPage {
  readonly records: readonly object[]
  readonly next: string | null
}

/** A frozen record. `data` is as its type's schema was when it was approved. */
export interface ApprovedRecord {
  readonly id: string
  readonly documentId: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** ISO date-time. */
  readonly approvedAt: string
}

export interface Records {
  get(organisationId: string, recordId: string): Promise<ApprovedRecord | null>
  /** The document's latest record; null while nothing is approved. */
  latestOf(organisationId: string, documentId: string): Promise<ApprovedRecord | null>
  after(organisationId: string, cursor: string | null, limit: number): Promise<RecordPage>
  acknowledge(
    organisationId: string,
    recordId: string,
    actor: string,
    outcome: { readonly status: 'posted' | 'rejected'; readonly reason: string | null },
  ): Promise<boolean>
}
