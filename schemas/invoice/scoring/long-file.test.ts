import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layOutPage } from '../../../core/layout/index.ts'
import type { Page, Reading, Word } from '../../../core/reading.ts'
import { FIELD_SCORER } from './field-scorer.ts'
import { scoreInvoice } from './score-invoice.ts'

/** A page of names, amounts and dates, none of them on another page. */
function page(index: number): Page {
  const lines = Array.from({ length: 20 }, (_, row) => {
    const letters = [...String(index * 100 + row)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('a')
    return `Ra${letters} werk ${index * 37 + row}.${10 + row} ${1 + (row % 28)}.${1 + (index % 12)}.20${10 + (index % 15)} N-${index}${row}`
  })
  const words = lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index: at }): Word => {
      const [x0, y0] = [0.1 + at * 0.009, 0.05 + row * 0.03]
      return { text, box: { x0, y0, x1: x0 + text.length * 0.009, y1: y0 + 0.012 }, confidence: null }
    }),
  )
  return layOutPage({ index, widthPx: 1000, heightPx: 1414, source: 'text', engine: null, words, rules: [] })
}

const readingOf = (pages: number): Reading => ({ pages: Array.from({ length: pages }, (_, i) => page(i + 1)) })

describe('the scorer on a long file', () => {
  it('takes time by its pages, not by their square', () => {
    const cpuMs = (reading: Reading) => {
      const before = process.cpuUsage()
      scoreInvoice(reading, FIELD_SCORER)
      const { user } = process.cpuUsage(before)
      return user / 1000
    }
    cpuMs(readingOf(30))
    const [short, long] = [cpuMs(readingOf(30)), cpuMs(readingOf(240))]
    const share = long / short
    assert.ok(share < 18, `240 pages took ${share.toFixed(1)} times as long as 30: ${long.toFixed(0)} ms after ${short.toFixed(0)} ms`)
  })
})
