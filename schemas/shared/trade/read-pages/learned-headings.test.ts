import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ValueKind } from '../../../../core/field.ts'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { type ApprovedField, type Heading, learnHeadings } from '../../../../core/memory/index.ts'
import type { Reading } from '../../../../core/reading.ts'
import { readTradePages } from '../read-pages.ts'

const HEAD = 'Zwirbel                  Kringel      Plombe     Nachlass       Wucht'
/** A supplier whose headings no lexicon knows; with discounts between, multiplication does not tell the columns either. */
const page = (head: string, ...rows: readonly string[]) => readingOfText(`Specimen Werke AG\nRechnung K-1\n\n${head}\n${rows.join('\n')}\n`)
const FIRST = page(
  HEAD,
  'Schrauben, verzinkt           10        5,00         10 %       45,00',
  'Dübel aus Nylon               20        2,50         10 %       45,00',
  'Bohrer, lang                   4       25,00          0 %      100,00',
)
const NEXT = page(
  HEAD,
  'Muttern, verzinkt             30        2,00         50 %       30,00',
  'Scheiben                      40        1,50         50 %       30,00',
  'Bohrer, kurz                   5       26,00          0 %      130,00',
)
const COLUMNS: readonly (readonly [string, ValueKind])[] = [
  ['name', 'name'],
  ['quantity', 'decimal'],
  ['unitPrice', 'money'],
  ['net', 'money'],
]
/** What a person typed, cell by cell, without pointing anywhere. */
const typed = (...rows: readonly (readonly string[])[]): readonly ApprovedField[] =>
  rows.flatMap((row, i) =>
    COLUMNS.map(([column, kind], c) => ({ path: `lines[${i}].${column}`, kind, value: row[c]!, corrected: true, evidence: [] })),
  )
const LINES = typed(
  ['Schrauben, verzinkt', '10', '5.00', '45.00'],
  ['Dübel aus Nylon', '20', '2.50', '45.00'],
  ['Bohrer, lang', '4', '25.00', '100.00'],
)
const learnt = (reading: Reading, lines: readonly ApprovedField[]) =>
  learnHeadings(reading, lines, (headings) => readTradePages(reading, undefined, headings))
const cells = (reading: Reading, headings: readonly Heading[]) =>
  Object.fromEntries(
    readTradePages(reading, undefined, headings).flatMap(({ path, value }) => (/^lines/.test(path) ? [[path, value]] : [])),
  )

describe('headings learned from lines that a person typed', () => {
  it('name the columns of the next document of the supplier', () => {
    const headings = learnt(FIRST, LINES)
    assert.deepEqual(Object.fromEntries(headings.map(({ key, path }) => [key, path])), {
      zwirbel: 'lines[].name',
      kringel: 'lines[].quantity',
      plombe: 'lines[].unitPrice',
      wucht: 'lines[].net',
    })
    assert.deepEqual(cells(NEXT, []), {})
    const read = cells(NEXT, headings)
    for (const [i, [name, quantity, price, net]] of [
      ['Muttern, verzinkt', 30, 2, 30],
      ['Scheiben', 40, 1.5, 30],
      ['Bohrer, kurz', 5, 26, 130],
    ].entries()) {
      assert.equal(read[`lines[${i}].name`], name)
      assert.deepEqual([read[`lines[${i}].quantity`], read[`lines[${i}].unitPrice`], read[`lines[${i}].net`]].map(Number), [
        quantity,
        price,
        net,
      ])
    }
  })
  it('are kept only where they lead back to the lines', () => {
    // The amounts are typed under the quantities' heading and the other way round: with such headings the rows are no better read.
    const wrong = LINES.map((field) => ({ ...field, value: /net$/.test(field.path) ? '7.77' : '8.88' }))
    assert.deepEqual(learnt(FIRST, wrong), [])
    assert.deepEqual(
      learnt(
        FIRST,
        LINES.map((field) => ({ ...field, corrected: false })),
      ),
      [],
    )
  })
  it('never rename a heading that is known', () => {
    const known = page(
      'Bezeichnung              Menge        Preis                     Betrag',
      'Muttern, verzinkt             30        2,00                     60,00',
      'Scheiben                      40        1,50                     60,00',
    )
    const poisoned = [
      { path: 'lines[].unitPrice', key: 'menge' },
      { path: 'lines[].quantity', key: 'preis' },
      { path: 'lines[].name', key: 'betrag' },
    ]
    assert.deepEqual(cells(known, poisoned), cells(known, []))
    assert.equal(Number(cells(known, poisoned)['lines[0].quantity']), 30)
  })
})
