import type { BlobRef } from './blob-ref.ts'
import type { Cut } from './cut.ts'
import type { Refusal } from './errors.ts'
import { askInTurn } from './llm/ask-in-turn.ts'
import type { ReviewOutcome } from './process-contract.ts'
import { ONE_BY_ONE, type Pace, readFile } from './read-file.ts'
import type { Part } from './result.ts'
import type { DocumentInput, Inspection, JournalEvent, Journalled, ReviewDecision, Scored, Stages } from './stages.ts'
import type { Status } from './status.ts'

/** What differs between the drivers: the workflow (Temporal) and the one-process command line. */
export interface Hooks {
  /** Waits for a person. The command line answers `deferred`: the result stays in review. */
  awaitReview(request: Journalled & { readonly result: BlobRef; readonly round: number }): Promise<ReviewDecision>
  /** Tells the waiting reviewer what became of the decision. */
  reviewed(outcome: ReviewOutcome): void
  /** Turns a stage's error into a code and message for people; rethrows what must not be swallowed (cancellation). */
  failure(error: unknown): { readonly code: string; readonly message: string }
  /** Milliseconds from any origin; deterministic inside a workflow. */
  now(): number
  /** How much of a long file is under way at once; absent = page after page. */
  readonly pace?: Pace
  /** Language models are set up here; absent = this driver never asks one. */
  readonly asksLlm?: boolean
  /** A second language model is asked beside; absent = none is. */
  readonly shadows?: boolean
  /** Told as pages get read, for people who wait. */
  pagesRead?(done: number, total: number): void
}

export interface Outcome {
  readonly status: Status
  /** Result blob; null when the file was refused before anything was read. */
  readonly result: BlobRef | null
  readonly refusal: { readonly code: string; readonly message: string } | null
  readonly recordId: string | null
}

/** The one control flow (ARCHITECTURE §2). It never throws for a document's fault: that is an Outcome. */
export async function processDocument(document: DocumentInput, stages: Stages, hooks: Hooks): Promise<Outcome> {
  const timings: Record<string, number> = {}
  const timed = async <T>(stage: string, work: Promise<T>): Promise<T> => {
    const start = hooks.now()
    const done = await work
    timings[stage] = Math.round((timings[stage] ?? 0) + hooks.now() - start)
    return done
  }
  const journal = (event: Partial<JournalEvent> & Pick<JournalEvent, 'key' | 'kind' | 'status'>) =>
    stages.journal({
      documentId: document.documentId,
      organisationId: document.organisationId,
      actor: 'system',
      reason: null,
      result: null,
      reviewId: null,
      corrections: null,
      ...event,
      key: `run${document.run}:${event.key}`,
    })
  const refuse = async ({ code, message }: Pick<Refusal, 'message'> & { readonly code: string }): Promise<Outcome> => {
    await journal({ key: 'rejected', kind: 'rejected', status: 'rejected', reason: { code, message } })
    return { status: 'rejected', result: null, refusal: { code, message }, recordId: null }
  }

  try {
    await journal({ key: 'started', kind: 'processing_started', status: 'processing' })
    const { cut } = document
    if (cut && cut.last < cut.first) return await refuse(PAGES_MOVED)
    const opened = await open(cut)
    if (opened.kind === 'refused') return await refuse(opened)
    const { inspection } = opened
    const before = document.returned ? await stages.takeUp(document, document.returned) : null
    if (before) return await settle({ document, inspection, ...before, part: before.parts[0] ?? UNKNOWN_PART })
    const read = opened.reading ? ({ kind: 'read', reading: opened.reading } as const) : await readPages(inspection)
    if (read.kind === 'refused') return await refuse(read)
    const { reading } = read
    const parts = await timed('classify', stages.classify(document, inspection, reading))
    // Before anything is extracted: whatever becomes of the first document, the others are on their way.
    if (parts.length > 1 && parts.every(({ cut }) => cut === 'sure'))
      await timed('split', stages.splitOff(document, inspection, reading, parts))
    const part = parts[0] ?? UNKNOWN_PART
    const extraction = await extractAs(part, inspection, reading)
    // Nothing waits for the second model but the end of this flow, when the document's own has long come.
    const shadow = hooks.shadows && document.useLlm ? stages.shadowLlm(document, reading, part, extraction).catch(() => {}) : null
    const outcome = await settle({ document, inspection, reading, parts, part, extraction })
    await shadow
    return outcome
  } catch (error) {
    const reason = hooks.failure(error)
    await journal({ key: 'failed', kind: 'failed', status: 'failed', reason })
    return { status: 'failed', result: null, refusal: reason, recordId: null }
  }

  /** The file itself is at hand for the document that was uploaded; a later part of it lives on what has been read already. */
  async function open(
    cut: Cut | undefined,
  ): Promise<{ readonly kind: 'opened'; readonly inspection: Inspection; readonly reading: BlobRef | null } | Refusal> {
    if (cut && cut.fileId !== document.documentId) return timed('open', stages.openPart(document, cut))
    const inspection = await timed('inspect', stages.inspect(document))
    return inspection.kind === 'refused' ? inspection : { kind: 'opened', inspection, reading: cut?.reading ?? null }
  }

  function readPages(inspection: Inspection) {
    return readFile(document, inspection, {
      stages,
      pace: hooks.pace ?? ONE_BY_ONE,
      timed,
      failure: hooks.failure,
      pagesRead: (done, total) => hooks.pagesRead?.(done, total),
    })
  }

  /** With the language model, where one is asked. */
  async function extractAs(part: Part, inspection: Inspection, reading: BlobRef): Promise<BlobRef> {
    const llm = hooks.asksLlm ? await timed('llm', askInTurn({ document, inspection, reading, part }, stages, hooks.failure)) : undefined
    return timed('extract', stages.extract(document, inspection, reading, part, ...(llm ? [llm] : [])))
  }

  /** Validate, score and, as long as a person has to look, wait for review and do both again with the corrections. */
  async function settle(first: Extracted): Promise<Outcome> {
    let at = first
    const assess = async (corrections: BlobRef | null): Promise<Scored> => {
      const validation = await timed('validate', stages.validate(document, at.part, at.extraction, corrections))
      return timed('score', stages.score(document, { ...at, validation, timings: { ...timings } }))
    }
    const kept = document.returned?.corrections ?? document.cut?.corrections ?? null
    let scored = await assess(kept)
    // What a person has begun to correct is not finished without one.
    if (scored.route === 'auto' && !document.returned && !kept)
      return approve(scored, { actor: 'system', reviewId: null, corrections: null })

    let waiting = await journal({ key: 'review', kind: 'review_requested', status: 'review', result: scored.result })
    let approvedBefore: FirstApproval | null = null
    for (let round = 1; ; round++) {
      const decision = await hooks.awaitReview({ ...waiting, result: scored.result, round })
      if (decision.kind === 'deferred') return { status: 'review', result: scored.result, refusal: null, recordId: null }
      if (decision.kind === 'reject') {
        const reason = { code: decision.reason, message: decision.note }
        const rejected = await journal({
          key: `rejected:${round}`,
          kind: 'rejected',
          status: 'rejected',
          actor: decision.actor,
          reason,
          result: scored.result,
          reviewId: decision.reviewId,
        })
        hooks.reviewed({ status: 'rejected', version: rejected.version, blocking: 0 })
        return { status: 'rejected', result: scored.result, refusal: reason, recordId: null }
      }
      if (decision.kind === 'reclassify') {
        const reason = { code: 'type_said', message: decision.type }
        const { kind: _, ...said } = decision
        const begun = await journal({
          key: `reclassified:${round}`,
          kind: 'reclassified',
          status: 'processing',
          reason,
          result: scored.result,
          ...said,
        })
        // The reviewer need not wait at an open connection: reading again may take a language model minutes.
        hooks.reviewed({ status: 'processing', version: begun.version, blocking: 0 })
        at = await readAs(decision.type, at)
        scored = await assess(decision.corrections)
        approvedBefore = null
        waiting = await journal({ key: `review:${round}`, kind: 'review_requested', status: 'review', result: scored.result })
        continue
      }
      scored = await assess(decision.corrections)
      const isApproval = decision.kind === 'approve' && scored.blocking === 0
      if (isApproval && isConfirmed(scored, approvedBefore, decision.actor)) return approve(scored, decision, round)
      if (isApproval) approvedBefore = { actor: decision.actor, dataSha256: scored.twoPeople?.dataSha256 ?? '' }
      waiting = await journal({
        key: `${isApproval ? 'first' : 'saved'}:${round}`,
        kind: isApproval ? 'first_approved' : 'review_saved',
        status: 'review',
        actor: decision.actor,
        result: scored.result,
        reviewId: decision.reviewId,
        corrections: decision.corrections,
      })
      hooks.reviewed({ status: 'review', version: waiting.version, blocking: scored.blocking, ...(isApproval && { secondPerson: true }) })
    }
  }

  /** The same pages, read as a document of the type that a person named. It stays with people: whoever named the type sees what came of it. */
  async function readAs(type: string, at: Extracted): Promise<Extracted> {
    const { guesses: _, ...range } = at.part
    const part: Part = { ...range, type, typeConfidence: 1 }
    const extraction = await extractAs(part, at.inspection, at.reading)
    const reclassifiedFrom = at.reclassifiedFrom ?? at.part.type
    return { ...at, part, parts: [part, ...at.parts.slice(1)], extraction, reclassifiedFrom }
  }

  async function approve(scored: Scored, by: Approval, round = 0): Promise<Outcome> {
    const { recordId } = await stages.publish(document, scored.result, by.actor)
    const { version } = await journal({
      key: `approved:${round}`,
      kind: 'approved',
      status: 'approved',
      actor: by.actor,
      result: scored.result,
      reviewId: by.reviewId,
      corrections: by.corrections,
    })
    hooks.reviewed({ status: 'approved', version, blocking: 0 })
    await stages.deliver(document, recordId)
    return { status: 'approved', result: scored.result, refusal: null, recordId }
  }
}

/** One of two people who have to approve, and the values that were approved. */
interface FirstApproval {
  readonly actor: string
  readonly dataSha256: string
}

/** One person is enough, or a different one has approved the very same values before: who changes something starts over. A named approver is one of the two. */
function isConfirmed({ twoPeople }: Scored, first: FirstApproval | null, actor: string): boolean {
  if (!twoPeople) return true
  if (first === null || first.actor === actor || first.dataSha256 !== twoPeople.dataSha256) return false
  return twoPeople.approver === undefined || [first.actor, actor].includes(twoPeople.approver)
}

interface Extracted {
  readonly document: DocumentInput
  readonly inspection: Inspection
  readonly reading: BlobRef
  readonly parts: readonly Part[]
  readonly part: Part
  readonly extraction: BlobRef
  /** What the machine had taken the document for before a person named its type. */
  readonly reclassifiedFrom?: string
}

interface Approval {
  readonly actor: string
  readonly reviewId: string | null
  readonly corrections: BlobRef | null
}

const PAGES_MOVED = { code: 'pages_moved', message: 'A person has moved the pages of this document to another document of the same file.' }

const UNKNOWN_PART: Part = { type: 'unknown', typeConfidence: 0, firstPage: 1, lastPage: 1 }
