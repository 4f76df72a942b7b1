import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import type { BudgetHold, KnownCompanies, KnownExample, KnownOrder, LlmCall, ShadowRecord } from '../adapters/db/index.ts'
import type { WordReader } from '../adapters/docx/index.ts'
import type { ImageReader } from '../adapters/images/image-reader.ts'
import type { LlmSettings } from '../adapters/llm/index.ts'
import type { PageMarks } from '../adapters/marks/page-marks.ts'
import type { OcrEngine } from '../adapters/ocr/ocr-engine.ts'
import type { PdfReader } from '../adapters/pdf/pdf-reader.ts'
import type { Judgement, Terms } from '../core/acceptance/index.ts'
import type { BlobRef } from '../core/blob-ref.ts'
import type { Generate } from '../core/llm/port.ts'
import type { Digest } from '../core/llm/surrogates/index.ts'
import type { PrintedParty } from '../core/master-data/index.ts'
import type { Remembered, Taught } from '../core/memory/index.ts'
import type { Part, Result } from '../core/result.ts'
import type { SecondPersonLimit } from '../core/second-person.ts'
import type { DocumentInput, Inspection, JournalEvent, Journalled } from '../core/stages.ts'
import type { XmlElement } from '../core/xml.ts'
import type { DocumentType, HistoryEntry } from '../schemas/define.ts'

/** What may be asked and what it has cost today. */
export interface LlmTerms {
  /** Outside providers that an administrator has allowed for the document type. */
  readonly allowed: readonly string[]
  /** Since midnight UTC, decimal string. */
  readonly spentToday: string
}

/** The Postgres side of the pipeline. The command line gets one that remembers nothing. */
export interface DocumentStore {
  /** Event and status in one transaction; the same key twice writes once. */
  journal(event: JournalEvent): Promise<Journalled>
  /** Rows, journal and starts of the later parts of a file in one transaction; a file that is split already stays as it is. */
  splitOff(document: DocumentInput, inspection: Inspection, reading: BlobRef, parts: readonly Part[]): Promise<void>
  /** What lists show while a long document is read: no event, and the version stays. */
  reportPages(document: DocumentInput, pages: { readonly done: number; readonly total: number }): Promise<void>
  /** Freezes the approved record; the same document and run twice gives the same record. */
  publish(
    document: DocumentInput,
    result: BlobRef,
    data: Readonly<Record<string, unknown>>,
    approvedBy: string,
  ): Promise<{ readonly recordId: string }>
  /** Hands the record to delivery (ERP pull, webhook outbox). */
  deliver(document: DocumentInput, recordId: string): Promise<void>
  /** Earlier documents of the organisation that share a history key, the document itself excluded. */
  history(
    organisationId: string,
    documentId: string,
    keys: readonly { readonly kind: string; readonly key: string }[],
  ): Promise<readonly HistoryEntry[]>
  /** Remembers the document's history keys and data for later checks. */
  remember(
    document: DocumentInput,
    keys: readonly { readonly kind: string; readonly key: string }[],
    data: Readonly<Record<string, unknown>>,
  ): Promise<void>
  /** Totals above which two people have to approve. */
  secondPersonLimits(organisationId: string): Promise<readonly SecondPersonLimit[]>
  /** Who has to be one of the two who approve, by the rule that sent the document to people or would now; null = no rule names anybody. `person` null: who was named has left. */
  namedApprover(
    organisationId: string,
    documentId: string,
    result: Pick<Result, 'type' | 'headline' | 'matched' | 'supplierTaxIds'>,
  ): Promise<{ readonly person: string | null } | null>
  /** The owner's policy for a document type and the certificate that stands. */
  terms(organisationId: string, type: string): Promise<Terms>
  /** The machine's own result of this run as it went to review; null when it did not, or when nobody has entered values blindly since. */
  blindResult(document: DocumentInput): Promise<BlobRef | null>
  /** Keeps what a blind review found, once per document and run; an audit may withdraw its certificate. */
  judge(organisationId: string, judgement: Judgement): Promise<void>
  /** The machine's own result of this run as it was handed to a person; null when it was not. */
  handedOver(document: DocumentInput): Promise<BlobRef | null>
  /** Keeps an approved document with the paths that a person corrected; a second time adds to them. */
  keepGolden(document: DocumentInput, type: string, corrected: readonly string[]): Promise<void>
  /** Of the organisation and of its own companies in master data. */
  ownTaxIds(organisationId: string): Promise<readonly string[]>
  knownOrder(document: DocumentInput, number: string, supplier: string | null): Promise<KnownOrder | null>
  rememberBilling(document: DocumentInput, number: string, quantities: ReadonlyMap<string, string>): Promise<void>
  knownCompanies(organisationId: string, seller: PrintedParty): Promise<KnownCompanies>
  /** What approved documents of the supplier with one of these keys taught, newest document first; the document itself excluded. */
  remembered(document: DocumentInput, type: string, supplierKeys: readonly string[]): Promise<readonly Remembered[]>
  /** Keeps what an approved document taught; a second time replaces the first. */
  learn(document: DocumentInput, type: string, supplierKeys: readonly string[], taught: Taught): Promise<void>
  llmTerms(organisationId: string, type: string): Promise<LlmTerms>
  /** A usable answer to the same question from a document that is still there; null when there is none. */
  llmAnswer(organisationId: string, key: string): Promise<{ readonly documentId: string; readonly exchange: BlobRef } | null>
  recordLlmCall(document: DocumentInput, call: LlmCall): Promise<void>
  recordShadow(document: DocumentInput, shadow: ShadowRecord): Promise<void>
  /** Approved documents of the type with their sketches, newest first; the document itself excluded. */
  llmExamples(document: DocumentInput, type: string): Promise<readonly KnownExample[]>
  /** Keeps a sketch of a document that a person has approved; a second time replaces the first. */
  rememberExample(document: DocumentInput, type: string, sketch: readonly number[]): Promise<void>
  /** Holds `amount` of the day's budget until the call is recorded, ten minutes at most; null when that would pass the budget. */
  reserveLlm(organisationId: string, hold: BudgetHold): Promise<string | null>
}

/** Language models, where the installation has any. */
export interface LlmDeps {
  readonly settings: LlmSettings
  readonly providers: ReadonlyMap<string, Generate>
  /** Keyed hash of an organisation, for surrogates. */
  readonly digestOf: (organisationId: string) => Digest
}

export interface Deps {
  readonly blobs: BlobStore
  readonly pdf: PdfReader
  readonly word: WordReader
  readonly images: ImageReader
  readonly ocr: OcrEngine
  readonly marks: PageMarks
  readonly parseXml: (bytes: Uint8Array) => XmlElement
  readonly types: readonly DocumentType[]
  readonly store: DocumentStore
  /** Null = switched off. */
  readonly llm: LlmDeps | null
  readonly limits: { readonly maxPages: number; readonly longestSidePx: number }
  readonly appVersion: string
  /** Hash of everything that reads, extracts, checks and scores; a certificate holds for one. */
  readonly pipelineKey: string
}
