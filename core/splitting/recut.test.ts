import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type PartNow, planRecut } from './recut.ts'

const parts = (...ranges: readonly (readonly [id: string, first: number, last: number])[]): readonly PartNow[] =>
  ranges.map(([id, first, last]) => ({ id, first, last }))

describe('another cut of a file', () => {
  it('asks for nothing where nothing changes', () => {
    assert.deepEqual(planRecut(parts(['a', 1, 2], ['b', 3, 5]), 5, [1, 3]), { changed: [], added: [], gone: [] })
  })

  it('moves a page from a document to the one before, and touches no other', () => {
    assert.deepEqual(planRecut(parts(['a', 1, 2], ['b', 3, 5], ['c', 6, 6]), 6, [4, 6]), {
      changed: parts(['a', 1, 3], ['b', 4, 5]),
      added: [],
      gone: [],
    })
  })

  it('splits a document: the larger piece keeps its identity', () => {
    assert.deepEqual(planRecut(parts(['a', 1, 1], ['b', 2, 5]), 5, [2, 3]), {
      changed: parts(['b', 3, 5]),
      added: [{ first: 2, last: 2 }],
      gone: [],
    })
  })

  it('merges two: the uploaded document always keeps the first page', () => {
    assert.deepEqual(planRecut(parts(['a', 1, 1], ['b', 2, 5]), 5, []), { changed: parts(['a', 1, 5]), added: [], gone: ['b'] })
  })

  it('gives every page to exactly one document', () => {
    const cut = fc.uniqueArray(fc.integer({ min: 2, max: 12 }))
    fc.assert(
      fc.property(cut, cut, (before, after) => {
        const firsts = [1, ...before.toSorted((a, b) => a - b)]
        const now = firsts.map((first, i) => ({ id: `d${i}`, first, last: (firsts[i + 1] ?? 13) - 1 }))
        const { changed, added, gone } = planRecut(now, 12, after)
        const same = now.filter(({ id }) => !gone.includes(id) && !changed.some((part) => part.id === id))
        const pages = [...same, ...changed, ...added].flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        )
        assert.deepEqual(
          pages.toSorted((a, b) => a - b),
          Array.from({ length: 12 }, (_, i) => i + 1),
        )
        assert.deepEqual(
          [...same, ...changed, ...added].map(({ first }) => first).sort((a, b) => a - b),
          [...new Set([1, ...after])].sort((a, b) => a - b),
        )
      }),
    )
  })
})
