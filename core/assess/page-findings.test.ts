import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageQuality } from '../page-quality.ts'
import type { Page } from '../reading.ts'
import { pageFindings } from './page-findings.ts'

const page = (index: number, facts: Partial<Page> = {}): Page => ({
  index,
  widthPx: 1000,
  heightPx: 1400,
  source: 'ocr',
  engine: null,
  lines: [],
  blocks: [],
  tables: [],
  error: null,
  ...facts,
})

const graded = (grade: PageQuality['grade'], en: string): PageQuality => ({
  grade,
  reasons: [{ code: 'blurred', message: { en, ru: en } }],
  dpi: null,
  sharpness: 0.2,
  letterPx: 12,
})

describe('findings about pages', () => {
  it('warn of a poor page with what to do, note a fair one, say nothing of a good one', () => {
    const findings = pageFindings({
      pages: [
        page(1, { quality: graded('good', '') }),
        page(2, { quality: graded('poor', 'Hold still.') }),
        page(3, { quality: graded('fair', 'Hold still.') }),
      ],
    })
    assert.deepEqual(
      findings.map(({ ruleId, severity, message }) => [ruleId, severity, message.en]),
      [
        ['page_quality', 'warning', 'Page 2 may be read wrongly. Hold still.'],
        ['page_quality', 'info', 'Page 3 may be read wrongly. Hold still.'],
      ],
    )
  })

  it('name pages of one kind together', () => {
    const [mismatch, blank] = pageFindings({
      pages: [1, 2, 3, 4, 5].map((n) => page(n, n === 4 ? { blank: true } : { textLayer: 'mismatch' })),
    })
    assert.match(mismatch!.message.en, /^Pages 1–3, 5: /)
    assert.equal(mismatch!.severity, 'warning')
    assert.match(blank!.message.ru, /^Страница 4: ничего не напечатано/)
  })

  it('warn of a hidden sentence or figure, note a hidden word or two', () => {
    const findings = (...hidden: readonly { words: number; figures: number }[]) =>
      pageFindings({ pages: hidden.map((hiddenText, i) => page(i + 1, { hiddenText })) }).map(
        ({ ruleId, severity }) => `${ruleId} ${severity}`,
      )
    assert.deepEqual(findings({ words: 3, figures: 0 }), ['hidden_text info'])
    assert.deepEqual(findings({ words: 1, figures: 1 }), ['hidden_text warning'])
    assert.deepEqual(findings({ words: 8, figures: 0 }), ['hidden_text warning'])
    assert.deepEqual(findings({ words: 4, figures: 0 }, { words: 4, figures: 0 }), ['hidden_text warning'])
    assert.deepEqual(findings(), [])
  })
})
