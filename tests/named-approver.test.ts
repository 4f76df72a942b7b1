import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Hooks, processDocument } from '../core/pipeline.ts'
import type { Scored } from '../core/stages.ts'
import { blob, documentInput, scriptedStages, TWO_PEOPLE } from './workflow/scripted-stages.ts'

/** Who approved in this order, and what the pipeline made of it. */
async function approvals(scored: Scored, people: readonly string[]): Promise<readonly string[]> {
  const stages = scriptedStages({ scores: Array.from({ length: people.length + 1 }, () => scored) })
  const left = [...people]
  const hooks: Hooks = {
    awaitReview: async () => {
      const actor = left.shift()
      return actor === undefined
        ? { kind: 'deferred' }
        : { kind: 'approve', reviewId: `review-${left.length}`, actor, corrections: blob('c') }
    },
    reviewed: () => {},
    failure: (error) => ({ code: 'internal', message: String(error) }),
    now: () => 0,
  }
  await processDocument(documentInput('named'), stages, hooks)
  return stages.events.filter(({ kind }) => /approved/.test(kind)).map(({ kind, actor }) => `${kind} ${actor}`)
}

describe('two people, one of whom a rule names', () => {
  const byChief: Scored = { ...TWO_PEOPLE, twoPeople: { dataSha256: 'e'.repeat(64), approver: 'chief' } }

  it('are not any two: the named one is the first or the second', async () => {
    assert.deepEqual(await approvals(byChief, ['anna', 'boris', 'chief']), [
      'first_approved anna',
      'first_approved boris',
      'approved chief',
    ])
    assert.deepEqual(await approvals(byChief, ['chief', 'boris']), ['first_approved chief', 'approved boris'])
    assert.deepEqual(await approvals(byChief, ['chief', 'chief']), ['first_approved chief', 'first_approved chief'], 'nobody is both')
  })

  it('are any two where nobody is named', async () => {
    assert.deepEqual(await approvals(TWO_PEOPLE, ['anna', 'boris']), ['first_approved anna', 'approved boris'])
  })
})
