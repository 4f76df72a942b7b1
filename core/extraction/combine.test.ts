import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import type { Reading } from '../reading.ts'
import { groundCandidate, indexPrinted } from './ground.ts'
import { mergeCandidates } from './merge.ts'
import { findMismatches } from './mismatch.ts'

const candidate = (path: string, value: string, extractor: string, score = 0.9): Candidate => ({
  path,
  value,
  raw: value,
  source: extractor === 'xml' ? 'xml' : 'text',
  extractor,
  score,
  evidence: [],
})

/** One page, one line per text, words of equal width. */
const page = (...lines: readonly string[]): Reading => ({
  pages: [
    {
      index: 1,
      widthPx: 1000,
      heightPx: 1000,
      source: 'text',
      engine: null,
      blocks: [],
      tables: [],
      error: null,
      lines: lines.map((text, row) => {
        const words = text
          .split(' ')
          .map((word, i) => ({ text: word, confidence: null, box: { x0: i / 10, y0: row / 10, x1: (i + 1) / 10, y1: (row + 1) / 10 } }))
        return { text, words, confidence: null, box: { x0: 0, y0: row / 10, x1: words.length / 10, y1: (row + 1) / 10 } }
      }),
    },
  ],
})

describe('merging', () => {
  it('takes the more trusted extractor, then the higher score, and keeps the others', () => {
    const { chosen, others } = mergeCandidates([
      candidate('number', 'B', 'labels', 1),
      candidate('number', 'C', 'labels', 0.2),
      candidate('number', 'A', 'xml'),
    ])
    assert.equal(chosen.number?.value, 'A')
    assert.deepEqual(
      others.number?.map((c) => c.value),
      ['B', 'C'],
    )
  })

  it('never takes a proposal, however good', () => {
    const guess = { ...candidate('number', 'A', 'model', 0.9), proposal: true }
    const { chosen, others } = mergeCandidates([guess, candidate('dueDate', '2026-01-01', 'model', 0.99)])
    assert.deepEqual(Object.keys(chosen), ['dueDate'])
    assert.deepEqual(others.number, [guess])
  })

  it('never mixes the rows of two readings', () => {
    const { chosen } = mergeCandidates([
      candidate('lines[0].name', 'from page', 'labels'),
      candidate('lines[1].name', 'from page', 'labels'),
      candidate('lines[0].net', '1.00', 'xml'),
    ])
    assert.deepEqual(Object.keys(chosen), ['lines[0].net'])
  })
})

describe('grounding', () => {
  const printed = indexPrinted(page('Gesamtbetrag EUR 1.234,50', 'Datum: 12. März 2026', 'IBAN DE89 3704 0044 0532 0130 00'))

  it('finds amounts, dates and spaced identifiers as they are printed, with their box', () => {
    const place = (path: string, value: string) => groundCandidate(candidate(path, value, 'xml'), printed).evidence.map((e) => e.text)
    assert.deepEqual(place('totals.gross', '1234.50'), ['1.234,50'])
    assert.deepEqual(place('issueDate', '2026-03-12'), ['12. März 2026'])
    assert.deepEqual(place('payment.iban', 'DE89370400440532013000'), ['DE89 3704 0044 0532 0130 00'])
    assert.deepEqual(groundCandidate(candidate('totals.gross', '1234.50', 'xml'), printed).evidence[0]?.box, {
      x0: 0.2,
      y0: 0,
      x1: 0.3,
      y1: 0.1,
    })
  })

  it('does not find part of a number', () =>
    assert.deepEqual(groundCandidate(candidate('totals.net', '234.50', 'xml'), printed).evidence, []))
})

describe('data against page', () => {
  const xml = [candidate('totals.gross', '100.00', 'xml')]

  it('tells when the page clearly shows another total', () => {
    const findings = findMismatches(
      ['totals.gross'],
      xml,
      [candidate('totals.gross', '900.00', 'labels')],
      indexPrinted(page('Total 900.00')),
    )
    assert.deepEqual(
      findings.map(({ ruleId, severity, expected, actual }) => ({ ruleId, severity, expected, actual })),
      [{ ruleId: 'mismatch_xml_page', severity: 'warning', expected: '100.00', actual: '900.00' }],
    )
  })

  it('is silent when the value is printed anywhere, or the page was read with doubt', () => {
    assert.deepEqual(
      findMismatches(
        ['totals.gross'],
        xml,
        [candidate('totals.gross', '900.00', 'labels')],
        indexPrinted(page('Sub 900.00', 'Total 100,00')),
      ),
      [],
    )
    assert.deepEqual(
      findMismatches(['totals.gross'], xml, [candidate('totals.gross', '900.00', 'labels', 0.4)], indexPrinted(page('Total 900.00'))),
      [],
    )
  })
})
