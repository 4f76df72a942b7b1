import type { BlobRef } from '../../core/blob-ref.ts'
import type { DocumentInput, JournalEvent, Scored } from '../../core/stages.ts'
import type { Activities } from '../../workers/activities/index.ts'

export function blob(digit: string): BlobRef {
  return { sha256: digit.repeat(64), bytes: 10, mediaType: 'application/json' }
}

export function documentInput(documentId: string, change: Partial<DocumentInput> = {}): DocumentInput {
  return {
    documentId,
    organisationId: 'org-1',
    file: { ...blob('a'), mediaType: 'application/pdf' },
    fileName: 'счёт 1.pdf',
    type: 'auto',
    useLlm: false,
    duplicateOf: null,
    receivedAt: '2026-11-21T09:00:00.000Z',
    run: 1,
    render: 'always',
    ...change,
  }
}

export interface ScriptedStages extends Activities {
  /** What a journal table would hold: one entry per key. */
  readonly events: JournalEvent[]
}

/** Stages that need no document: control flow is tested with them, the real ones have their own tests. */
export function scriptedStages(change: Partial<Activities> & { readonly scores?: readonly Scored[] } = {}): ScriptedStages {
  const events: JournalEvent[] = []
  const scores = [...(change.scores ?? [AUTO])]
  const stages: Activities = {
    inspect: async () => ({ kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 1, eInvoice: null, findings: [] }),
    takeUp: async () => ({
      reading: blob('3'),
      extraction: blob('4'),
      parts: [{ type: 'invoice', typeConfidence: 1, firstPage: 1, lastPage: 1 }],
    }),
    openPart: async () => ({
      kind: 'opened',
      inspection: { kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 1, eInvoice: null, findings: [] },
      reading: blob('3'),
    }),
    splitOff: async () => {},
    pages: async () => ({ kind: 'paged', pages: [page(1, blob('1'))] }),
    ocr: async () => ({ words: blob('2') }),
    ocrPages: async (document, pages) => Promise.all(pages.map((each) => stages.ocr(document, each))),
    layout: async () => blob('3'),
    joinReadings: async () => blob('b'),
    classify: async () => [{ type: 'invoice', typeConfidence: 1, firstPage: 1, lastPage: 1 }],
    planLlm: async () => [],
    askLlm: async () => blob('d'),
    shadowLlm: async () => {},
    extract: async () => blob('4'),
    validate: async () => blob('5'),
    score: async () => scores.shift() ?? (scores.at(-1) || AUTO),
    reportPages: async () => {},
    publish: async () => ({ recordId: 'record-1' }),
    deliver: async () => {},
    journal: async (event) => {
      if (!events.some((known) => known.key === event.key)) events.push(event)
      return { version: events.filter(({ kind }) => kind !== 'review_reminded' && kind !== 'review_escalated').length }
    },
  }
  const { scores: _, ...overrides } = change
  return Object.assign(stages, overrides, { events })
}

export const AUTO: Scored = { result: blob('6'), route: 'auto', blocking: 0 }
export const REVIEW: Scored = { result: blob('7'), route: 'review', blocking: 0 }
export const TWO_PEOPLE: Scored = { ...REVIEW, twoPeople: { dataSha256: 'e'.repeat(64) } }
export const BLOCKED: Scored = { result: blob('8'), route: 'review', blocking: 2 }

/** A page as the pages stage leaves it: `words` null means that it needs OCR. */
export function page(index: number, words: BlobRef | null) {
  return { index, widthPx: 1240, heightPx: 1754, image: blob('9'), words, error: null }
}
