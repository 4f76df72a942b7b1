import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { correctedIn, ofCorrected } from './golden-set.ts'
import type { Outcome } from './outcomes.ts'

const outcome = (id: string, path: string): Outcome => ({
  path,
  id,
  kind: 'reviewed',
  hidden: 0,
  absent: false,
  rule: 'none',
  guess: 'right',
  score: 1,
  same: false,
  shown: true,
})

describe('the golden set of corrected values', () => {
  it('is what the exported files say was corrected, and nothing else of the documents', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-golden-'))
    try {
      const write = (id: string, expected: object | null) =>
        writeFile(join(dir, `${id}.json`), JSON.stringify({ truth: { id }, expected, reading: { pages: [] } }))
      await write('changed', { layout: 's', data: {}, corrected: ['number', 'lines[].net'] })
      await write('confirmed', { layout: 's', data: {}, corrected: [] })
      await write('older', { layout: 's', data: {} })
      await write('foreign', null)
      const corrected = await correctedIn([dir])
      assert.deepEqual([...corrected.keys()], ['changed'])
      const all = ['changed', 'confirmed', 'older'].flatMap((id) => [outcome(id, 'number'), outcome(id, 'totals.net')])
      assert.deepEqual(ofCorrected(all, corrected), [outcome('changed', 'number')])
    } finally {
      await rm(dir, { recursive: true })
    }
  })
})
