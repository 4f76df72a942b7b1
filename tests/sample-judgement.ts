import type { Judgement } from '../core/acceptance/index.ts'

/** A blind review without a mistake, for tests: document `i` of type «t», the scores falling with `i`. */
export function sampleJudgement(i: number, changes: Partial<Judgement> = {}): Judgement {
  return {
    documentId: String(i),
    run: 1,
    type: 't',
    key: 'now',
    engines: ['text layer'],
    kind: 'shadow',
    certificateId: null,
    score: 1 - i / 10_000,
    eligible: true,
    wrong: false,
    values: { number: { confidence: 0.9, right: true } },
    ...changes,
  }
}
