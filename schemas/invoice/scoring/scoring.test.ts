import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedCandidates } from '../../../core/candidates/index.ts'
import { layOutPage } from '../../../core/layout/index.ts'
import type { Reading, Word } from '../../../core/reading.ts'
import { logOdds } from '../../../core/scoring/trees.ts'
import { tradeText } from '../../shared/trade/read-pages/context.ts'
import { FEATURE_NAMES, featureRows, featureSetOf } from './features.ts'
import { FIELD_SCORER } from './field-scorer.ts'
import parity from './fixtures/parity.json' with { type: 'json' }
import { documentFacts } from './page-facts.ts'
import { scoreInvoice } from './score-invoice.ts'

/** Text at places of the page, in letters of one width: [x, y, text]. */
function readingOf(...pieces: readonly (readonly [number, number, string])[]): Reading {
  const words = pieces.flatMap(([x, y0, line]) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }): Word => {
      const x0 = x + index * 0.009
      return { text, box: { x0, y0, x1: x0 + text.length * 0.009, y1: y0 + 0.012 }, confidence: null }
    }),
  )
  return { pages: [layOutPage({ index: 1, widthPx: 1000, heightPx: 1414, source: 'text', engine: null, words, rules: [] })] }
}

/** Not one caption of it is in any list. */
const UNKNOWN = readingOf(
  [0.1, 0.05, 'Musterwerk GmbH'],
  [0.1, 0.065, 'Musterstraße 12'],
  [0.1, 0.08, '00815 Musterstadt'],
  [0.1, 0.16, 'Beispiel Bürobedarf AG'],
  [0.1, 0.175, 'Erfundener Weg 8'],
  [0.1, 0.19, '00451 Beispielburg'],
  [0.1, 0.3, 'Ware'],
  [0.8, 0.3, 'Wert'],
  [0.1, 0.32, 'Schreibtisch'],
  [0.8, 0.32, '800,00'],
  [0.1, 0.34, 'Stuhl'],
  [0.8, 0.34, '200,00'],
  [0.5, 0.45, 'Qwx'],
  [0.8, 0.45, '1.000,00'],
  [0.5, 0.47, 'Vrm 19 %'],
  [0.8, 0.47, '190,00'],
  [0.5, 0.49, 'Zkl'],
  [0.8, 0.49, '1.190,00'],
)

describe('features', () => {
  const invoice = tradeText(UNKNOWN)
  const facts = documentFacts(invoice, typedCandidates(invoice.text, invoice.amounts))
  const rows = featureRows(facts)
  const named = (value: string, name: string) => {
    const i = facts.candidates.findIndex((c) => c.kind === 'money' && c.value === value)
    return rows[i]![(FEATURE_NAMES.money as readonly string[]).indexOf(name)]
  }

  it('are one finite row per candidate with a name for every number', () => {
    assert.equal(rows.length, facts.candidates.length)
    for (const [i, row] of rows.entries()) {
      assert.equal(row.length, FEATURE_NAMES[featureSetOf(facts.candidates[i]!)].length)
      assert.ok(row.every(Number.isFinite))
    }
    for (const names of Object.values(FEATURE_NAMES)) assert.equal(new Set(names).size, names.length)
  })

  it('know an amount by arithmetic where no caption is known', () => {
    assert.deepEqual(
      [named('1190.00', 'sum of two'), named('1000.00', 'larger part of a sum'), named('190.00', 'smaller part of a sum')],
      [1, 1, 1],
    )
    // 800 + 200: found only when both ends move.
    assert.deepEqual([named('1000.00', 'sum of two'), named('200.00', 'smaller part of a sum')], [1, 1])
    assert.deepEqual(
      [named('190.00', 'tax of another by rate'), named('1190.00', 'gross of another by rate'), named('800.00', 'sum of two')],
      [1, 1, 0],
    )
  })
})

describe('the field scorer', () => {
  it('gives what the trainer gave, to the last digit', () => {
    assert.equal(parity.features, FIELD_SCORER.features)
    assert.equal(parity.rows.length, 200)
    for (const { path, row, logOdds: expected } of parity.rows) {
      const trees = FIELD_SCORER.fields.find((field) => field.path === path)!
      assert.ok(Math.abs(logOdds(trees, row) - expected) < 1e-9, path)
    }
  })

  it('finds sums and parties under captions that nobody has listed', () => {
    const found = scoreInvoice(UNKNOWN, FIELD_SCORER)
    const first = (path: string) => found.find((candidate) => candidate.path === path)
    assert.deepEqual(
      ['totals.net', 'totals.tax', 'totals.gross', 'seller.name', 'buyer.name'].map((path) => first(path)?.value),
      ['1000.00', '190.00', '1190.00', 'Musterwerk GmbH', 'Beispiel Bürobedarf AG'],
    )
    assert.ok(found.every(({ evidence, extractor }) => evidence.length > 0 && extractor === 'model'))
  })

  it('proposes instead of taking where it is not sure enough', () => {
    const never = { ...FIELD_SCORER, fields: FIELD_SCORER.fields.map((field) => ({ ...field, accept: null })) }
    assert.ok(scoreInvoice(UNKNOWN, never).every(({ proposal }) => proposal === true))
    const always = { ...FIELD_SCORER, fields: FIELD_SCORER.fields.map((field) => ({ ...field, accept: 0 })) }
    const taken = scoreInvoice(UNKNOWN, always).filter(({ proposal }) => !proposal)
    assert.equal(new Set(taken.map(({ path }) => path)).size, taken.length)
  })
})
