import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentText } from '../extraction/labels/index.ts'
import { layOutPage } from '../layout/index.ts'
import type { Word } from '../reading.ts'
import { type CandidateKind, findIds, typedCandidates } from './index.ts'

/** Lines of print, one under the other, in letters of one width. */
function candidatesOf(...lines: readonly string[]) {
  const words = lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }): Word => {
      const [x0, y0] = [0.05 + index * 0.009, 0.1 + row * 0.02]
      return { text, box: { x0, y0, x1: x0 + text.length * 0.009, y1: y0 + 0.012 }, confidence: null }
    }),
  )
  const page = layOutPage({ index: 1, widthPx: 1000, heightPx: 1414, source: 'text', engine: null, words, rules: [] })
  return typedCandidates(documentText({ pages: [page] }))
}

const values = (lines: readonly string[], kind: CandidateKind) =>
  candidatesOf(...lines)
    .filter((candidate) => candidate.kind === kind)
    .map(({ value }) => value)

describe('typed candidates', () => {
  it('finds values of every kind whatever stands before them', () => {
    const lines = [
      'Xyzzy: RE-2026-17 of 05.03.2026',
      'Plugh 1.190,00 EUR',
      'DE89 3704 0044 0532 0130 00 COBADEFFXXX',
      'DE136695976',
      'ИНН 7707083893 КПП 773601001',
    ]
    assert.deepEqual(values(lines, 'date'), ['2026-03-05'])
    assert.ok(values(lines, 'money').includes('1190.00'))
    assert.deepEqual(values(lines, 'iban'), ['DE89370400440532013000'])
    assert.deepEqual(values(lines, 'vatId'), ['DE136695976'])
    assert.deepEqual(values(lines, 'inn'), ['7707083893'])
    assert.deepEqual(values(lines, 'kpp'), ['773601001'])
    assert.ok(values(lines, 'id').includes('RE-2026-17'))
  })

  it('reads a name to its end and joins a legal form from the next line', () => {
    assert.ok(values(['Поставщик: ООО «Север», ИНН 7707083893, 198099, г. Образцов'], 'party').includes('ООО «Север»'))
    assert.ok(values(['Bei Spiel GmbH • Ecke 12 • 12345 Stadthausen'], 'party').includes('Bei Spiel GmbH'))
    assert.ok(values(['Bei Spiel GmbH Im Eck'], 'party').includes('Bei Spiel GmbH'))
    assert.ok(
      values(['Muster und Partner', 'GmbH & Co. KG', 'Ecke 12', '12345 Stadthausen'], 'party').includes('Muster und Partner GmbH & Co. KG'),
    )
    assert.deepEqual(values(['Ecke 12', '12345 Stadthausen', 'info@example.org'], 'party'), [])
  })

  it('begins an id at every word and joins its parts', () => {
    const ids = (text: string) => findIds(text).map(({ value }) => value)
    assert.deepEqual(ids('Ref RE 2023-001 Kd 4711'), ['RE 2023-001', '2023-001', '4711'])
    assert.deepEqual(ids('1.190,00 19 % 7'), [])
  })
})
