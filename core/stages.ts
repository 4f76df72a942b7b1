import type { BlobRef } from './blob-ref.ts'
import type { Cut } from './cut.ts'
import type { Refusal } from './errors.ts'
import type { Finding } from './finding.ts'
import type { LlmOutcome, PlannedProvider } from './llm/llm-reading.ts'
import type { Patience } from './queues.ts'
import type { PageRef } from './reading.ts'
import type { Part, Route } from './result.ts'
import type { Status } from './status.ts'

/** What the pipeline knows about a file when it starts. Small on purpose: it is a workflow argument. */
export interface DocumentInput {
  readonly documentId: string
  readonly organisationId: string
  readonly file: BlobRef
  /** What opens the file, kept in the document's own encrypted blobs; absent or null where none is needed. */
  readonly password?: BlobRef | null | undefined
  /** For display only; never a path. */
  readonly fileName: string
  /** A document type's name, or 'auto'. */
  readonly type: string
  readonly useLlm: boolean
  /** Id of the earlier document with the same bytes in this organisation. */
  readonly duplicateOf: string | null
  /** When the upload was acknowledged, ISO date-time. The rules' "today" is its date. */
  readonly receivedAt: string
  /** 1 for the first processing; each reprocess counts up. Part of every idempotence key. */
  readonly run: number
  /** 'always' renders every page for a reviewer; 'when-needed' renders only pages without a trustworthy text layer. */
  readonly render: 'always' | 'when-needed'
  /** Present when an earlier run is taken up again by a person: the accounting system sent the approved record back, or a backup was restored. Nothing is read anew. */
  readonly returned?: Returned | undefined
  /** Present when the document is one of several in a file that has been read already. */
  readonly cut?: Cut | undefined
}

/** Work of an earlier run that a person goes on with: an approved record that the accounting system did not accept, or a document after a restore. */
export interface Returned {
  /** The Result blob that had been approved, or that the person had before them. */
  readonly result: BlobRef
  /** What people had corrected in it. */
  readonly corrections: BlobRef | null
  /** The accounting system's own words; null where it did not say anything. */
  readonly reason: string | null
}

/** The pages of a part as if they had been read alone. */
export interface OpenedPart {
  readonly kind: 'opened'
  readonly inspection: Inspection
  readonly reading: BlobRef
}

/** What an earlier run had read. */
export interface TakenUp {
  readonly reading: BlobRef
  readonly parts: readonly Part[]
  readonly extraction: BlobRef
}

export interface Inspection {
  readonly kind: 'accepted'
  readonly format: 'pdf' | 'image' | 'xml' | 'word'
  readonly mediaType: string
  readonly pageCount: number
  /** The e-invoice XML: attached to the PDF, or the file itself. */
  readonly eInvoice: BlobRef | null
  /** Facts about the file for the reviewer: active content, repaired structure, several revisions … */
  readonly findings: readonly Finding[]
}

/** Consecutive pages of a file, `first` and `last` from 1, both included. A file without pages (XML) is `{first: 1, last: 0}`. */
export interface PageRange {
  readonly first: number
  readonly last: number
}

export interface OcrResult {
  /** PageWords blob. */
  readonly words: BlobRef
}

export interface PageReading {
  readonly page: PageRef
  /** PageWords blob from the text layer or from OCR; null when the page could not be read. */
  readonly words: BlobRef | null
  readonly error: { readonly code: string; readonly message: string } | null
}

export interface Scored {
  /** Result blob (core/result.ts). */
  readonly result: BlobRef
  readonly route: Route
  /** Findings of severity `error` that nobody has overridden, and one more while the type is unknown. Approval needs 0. */
  readonly blocking: number
  /** Present where two people have to approve: the hash of the values that both must have seen, and who has to be one of them. */
  readonly twoPeople?: { readonly dataSha256: string; readonly approver?: string }
}

/** What a reviewer sent. `corrections` is a Corrections blob (core/corrections.ts) with everything corrected so far. */
export type ReviewDecision =
  | { readonly kind: 'approve' | 'save'; readonly reviewId: string; readonly actor: string; readonly corrections: BlobRef | null }
  /** The document is of another type: it is read again as that one. `corrections` name the type and keep what still has a field there. */
  | { readonly kind: 'reclassify'; readonly reviewId: string; readonly actor: string; readonly type: string; readonly corrections: BlobRef }
  | { readonly kind: 'reject'; readonly reviewId: string; readonly actor: string; readonly reason: string; readonly note: string }
  | { readonly kind: 'deferred' }

/** One line of a document's journal; the status change it causes is written in the same transaction. `key` makes it idempotent per document. */
export interface JournalEvent {
  readonly documentId: string
  readonly organisationId: string
  readonly key: string
  /** `review_reminded` and `review_escalated` only tell that time has passed: they keep status and version. */
  readonly kind:
    | 'processing_started'
    | 'review_requested'
    | 'review_reminded'
    | 'review_escalated'
    | 'review_saved'
    | 'first_approved'
    | 'reclassified'
    | 'approved'
    | 'rejected'
    | 'failed'
    | 'delivered'
  readonly status: Status
  readonly actor: string
  /** Shown to people; no document text. */
  readonly reason: { readonly code: string; readonly message: string } | null
  readonly result: BlobRef | null
  readonly reviewId: string | null
  /** Corrections blob behind a `review_saved`, `first_approved`, `reclassified` or `approved` event. */
  readonly corrections: BlobRef | null
  /** With `reclassified`: the type that a person named. A later run begins with it. */
  readonly type?: string
  /** With an event that makes the document wait: how long it may, where its queue says nothing. */
  readonly patience?: Patience
}

export interface Journalled {
  /** The document's version after the event. */
  readonly version: number
  /** With an event that makes the document wait: how long it may by its queue. */
  readonly patience?: Patience
}

/** One method per activity (ARCHITECTURE §2). Every method is safe to run twice. */
export interface Stages {
  inspect(document: DocumentInput): Promise<Inspection | Refusal>
  /** What the run that was approved had read; null when it was too long ago to say so, then the file is read again. */
  takeUp(document: DocumentInput, returned: Returned): Promise<TakenUp | null>
  /** The pages of a later part of a file, copied into the document's own blobs and counted from 1. */
  openPart(document: DocumentInput, cut: Cut): Promise<OpenedPart | Refusal>
  pages(
    document: DocumentInput,
    inspection: Inspection,
    range: PageRange,
  ): Promise<{ readonly kind: 'paged'; readonly pages: readonly PageRef[] } | Refusal>
  ocr(document: DocumentInput, page: PageRef): Promise<OcrResult>
  /** Several pages one after the other, in their order; fails as a whole when one of them does. */
  ocrPages(document: DocumentInput, pages: readonly PageRef[]): Promise<readonly OcrResult[]>
  /** Returns a Reading blob. */
  layout(document: DocumentInput, pages: readonly PageReading[]): Promise<BlobRef>
  /** The Readings of consecutive page ranges as one. */
  joinReadings(document: DocumentInput, readings: readonly BlobRef[]): Promise<BlobRef>
  classify(document: DocumentInput, inspection: Inspection, reading: BlobRef): Promise<readonly Part[]>
  /** Makes every later part a document of its own, which is started like an upload; a file is split once, however often this is asked. */
  splitOff(document: DocumentInput, inspection: Inspection, reading: BlobRef, parts: readonly Part[]): Promise<void>
  /** The language models that may be asked about this document, best first; none when that is off, barred or over the budget. */
  planLlm(document: DocumentInput, part: Part): Promise<readonly PlannedProvider[]>
  /** Returns an LlmReading blob (core/llm/llm-reading.ts). */
  askLlm(document: DocumentInput, reading: BlobRef, part: Part, provider: PlannedProvider): Promise<BlobRef>
  /** Asks a second language model whose answer is recorded beside the one that is used. */
  shadowLlm(document: DocumentInput, reading: BlobRef, part: Part, extraction: BlobRef): Promise<void>
  /** Returns an Extraction blob (core/extraction/extraction.ts). `llm` is absent in workflows from before language models. */
  extract(document: DocumentInput, inspection: Inspection, reading: BlobRef, part: Part, llm?: LlmOutcome): Promise<BlobRef>
  /** Returns a Validation blob (core/validation.ts). */
  validate(document: DocumentInput, part: Part, extraction: BlobRef, corrections: BlobRef | null): Promise<BlobRef>
  score(document: DocumentInput, context: ScoreContext): Promise<Scored>
  /** How many pages have been read so far, for people who wait. */
  reportPages(document: DocumentInput, pages: { readonly done: number; readonly total: number }): Promise<void>
  publish(document: DocumentInput, result: BlobRef, approvedBy: string): Promise<{ readonly recordId: string }>
  deliver(document: DocumentInput, recordId: string): Promise<void>
  journal(event: JournalEvent): Promise<Journalled>
}

export interface ScoreContext {
  readonly inspection: Inspection
  readonly reading: BlobRef
  /** Absent in workflows from before records could come back. */
  readonly extraction?: BlobRef
  readonly part: Part
  readonly parts: readonly Part[]
  readonly validation: BlobRef
  /** What the machine had taken the document for, where a person has named another type. */
  readonly reclassifiedFrom?: string
  /** Milliseconds per stage so far. */
  readonly timings: Readonly<Record<string, number>>
}
