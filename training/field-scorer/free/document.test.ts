import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedCandidates } from '../../../core/candidates/index.ts'
import { documentText } from '../../../core/extraction/labels/index.ts'
import { valueAt } from '../../../core/paths.ts'
import { createRandom } from '../../../samples/random.ts'
import { SCORED_FIELDS } from '../../../schemas/invoice/scoring/scored-fields.ts'
import { sameValue } from '../documents.ts'
import { hideCaptions } from '../hide-captions.ts'
import { createFreeDocument } from './document.ts'

const seeds = Array.from({ length: 12 }, (_, i) => `test-${i}`)

describe('free documents', () => {
  it('are the same for the same seed and another for another', () => {
    assert.deepEqual(createFreeDocument('a'), createFreeDocument('a'))
    assert.notDeepEqual(createFreeDocument('a').reading, createFreeDocument('b').reading)
  })

  // Parts are placed without looking at each other: now and then two run into one line, as on paper.
  const LEAST = 0.97

  it('print what they say they print, also with their captions hidden', () => {
    const misses: string[] = []
    let all = 0
    for (const seed of seeds) {
      const { data, reading } = createFreeDocument(seed)
      for (const pages of [reading, hideCaptions(reading, 0.5, createRandom(seed))]) {
        const found = typedCandidates(documentText(pages))
        for (const { path, kinds } of SCORED_FIELDS) {
          const said = valueAt(data, path)
          if (typeof said !== 'string') continue
          all++
          if (!found.some(({ kind, value }) => kinds.includes(kind) && sameValue(path, said, value)))
            misses.push(`${seed}: ${path} ${said}`)
        }
      }
    }
    assert.ok(misses.length <= (1 - LEAST) * all, misses.join('\n'))
  })
})
