import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figures, percentile } from './report.ts'

describe('figures of a benchmark', () => {
  it('are middle and slow documents of each stage, kinds of files apart', () => {
    const text = [100, 10, 20, 30, 40].map((ms) => ({
      kind: 'text' as const,
      pages: 2,
      ms: 2 * ms,
      stages: new Map([
        ['pages', { ms, cpuMs: 50 }],
        ['extract', { ms: 5, cpuMs: 0 }],
      ]),
    }))
    const xml = { kind: 'xml' as const, pages: 0, ms: 7, stages: new Map([['inspect', { ms: 7, cpuMs: null }]]) }
    assert.deepEqual(figures([...text, xml]), {
      text: {
        documents: 5,
        pages: 10,
        // 10 pages in 400 ms.
        whole: { p50Ms: 60, p95Ms: 200, cpuMs: 50, pagesPerSecond: 25 },
        stages: {
          pages: { p50Ms: 30, p95Ms: 100, cpuMs: 50, pagesPerSecond: 50 },
          extract: { p50Ms: 5, p95Ms: 5, cpuMs: 0, pagesPerSecond: 400 },
        },
      },
      xml: {
        documents: 1,
        pages: 0,
        whole: { p50Ms: 7, p95Ms: 7, cpuMs: null, pagesPerSecond: null },
        stages: { inspect: { p50Ms: 7, p95Ms: 7, cpuMs: null, pagesPerSecond: null } },
      },
    })
  })

  it('take the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
    assert.deepEqual([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([3], 0.95), percentile([], 0.5)], [50, 95, 3, 0])
  })
})
