import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Field } from '../field.ts'
import { compareShadow } from './compare-shadow.ts'
import { exampleOf, sayAnswers } from './example.ts'
import { goldenReading } from './golden.ts'
import { likeness, sketchOf } from './sketch.ts'
import { maskLines } from './surrogates/index.ts'
import { writeAnswers } from './write-answers.ts'

const digest = (text: string) => createHmac('sha256', 'key').update(text).digest()
const LINES = [
  'Счёт № 4711 от 12.03.2026',
  'ИНН/КПП 7707083893/773601001',
  'Директор Ковальчук А.П.',
  'Итого 119,00',
  'Бумага 2 10,00 20,00',
]
const reading = goldenReading(LINES)

/** An approved field that stands in some words of a row. */
function approved(value: string, row: number, from: number, to = from): Field {
  const words = reading.pages[0]!.lines[row]!.words.slice(from, to + 1)
  const box = { x0: words[0]!.box.x0, x1: words.at(-1)!.box.x1, y0: words[0]!.box.y0, y1: words[0]!.box.y1 }
  const text = words.map((word) => word.text).join(' ')
  return { value, raw: text, source: 'text', confidence: 1, evidence: [{ page: 1, box, text }], checks: [], candidates: [] }
}
const KINDS = new Map([
  ['number', 'id'],
  ['issueDate', 'date'],
  ['seller.inn', 'id'],
  ['director', 'name'],
  ['totals.gross', 'money'],
  ['lines[].net', 'money'],
  ['note', 'text'],
] as const)
const FIELDS = {
  number: approved('4711', 0, 2),
  issueDate: approved('2026-03-12', 0, 4),
  'seller.inn': approved('7707083893', 1, 1),
  director: approved('Ковальчук А.П.', 2, 1, 2),
  'totals.gross': approved('119.00', 3, 1),
  'lines[0].net': approved('20.00', 4, 3),
  // A person knew it from elsewhere: it stands nowhere.
  note: { ...approved('', 3, 1), value: 'urgent', source: 'human' as const, evidence: [] },
}
const example = (fields: Readonly<Record<string, Field>> = FIELDS) =>
  exampleOf({ reading, range: { first: 1, last: 1 }, fields, kinds: KINDS })

describe('an approved document as an example', () => {
  it('answers with every approved value that stands in the words of its evidence, and with no other', () => {
    const made = example()!
    assert.deepEqual(
      made.answers.map(({ path, value }) => [path, value]),
      [
        ['number', '4711'],
        ['issueDate', '2026-03-12'],
        ['seller.inn', '7707083893'],
        ['director', 'Ковальчук А.П.'],
        ['totals.gross', '119.00'],
        ['lines[0].net', '20.00'],
      ],
    )
    const texts = made.rows.flatMap(({ cells }) => cells.flat())
    assert.deepEqual(
      made.answers[0]!.words.map((id) => texts.find((word) => word.id === id)?.text),
      ['4711'],
    )
  })

  it('is none where what was approved does not stand on the page', () => {
    const elsewhere = { ...FIELDS.note, value: 'X-1' }
    assert.equal(example({ number: FIELDS.number, 'seller.inn': elsewhere, director: elsewhere, 'totals.gross': elsewhere }), null)
    // A corrected value beside evidence that says something else.
    assert.equal(
      example({ ...FIELDS, number: { ...FIELDS.number, value: '4712' } })!.answers.some(({ path }) => path === 'number'),
      false,
    )
  })

  it('says surrogates in its answers as well: the piece of a word that the value stands in', () => {
    const made = example()!
    const { said } = maskLines(made.rows, digest)
    const text = made.rows.map(({ cells }) => cells.flat().map(said).join(' ')).join('\n')
    const answers = Object.fromEntries(sayAnswers(made, said).map(({ path, value }) => [path, value]))
    assert.equal(JSON.stringify([text, answers]).includes('7707083893'), false)
    assert.equal(JSON.stringify([text, answers]).includes('Ковальчук'), false)
    assert.match(answers['seller.inn']!, /^\d{10}$/)
    assert.ok(text.includes(answers['seller.inn']!))
    assert.ok(text.includes(answers.director!))
    assert.equal(answers.number, '4711')
  })

  it('is written by the schema: null for what has no answer, rows up to the last one', () => {
    const value = { anyOf: [{ type: 'null' }, {}] }
    const schema = {
      type: 'object',
      properties: {
        number: value,
        totals: { type: 'object', properties: { gross: value, net: value } },
        lines: { type: 'array', items: { type: 'object', properties: { net: value, name: value } } },
      },
    }
    const answers = [
      { path: 'number', value: '1', words: [1] },
      { path: 'lines[1].net', value: '2', words: [2] },
    ]
    assert.deepEqual(JSON.parse(writeAnswers(schema, answers)), {
      number: { value: '1', words: [1] },
      totals: { gross: null, net: null },
      lines: [
        { net: null, name: null },
        { net: { value: '2', words: [2] }, name: null },
      ],
    })
  })
})

describe('likeness of documents', () => {
  const sketch = (...lines: string[]) => sketchOf(goldenReading(lines), digest)
  it('is high between documents of one form with other figures, and low between forms', () => {
    const one = sketch('Invoice number 17', 'Northwind Paper Ltd', 'Net total 10.00')
    const same = sketch('Invoice number 99', 'Northwind Paper Ltd', 'Net total 77.00')
    const other = sketch('Rechnung Nr. 17', 'Papierhaus GmbH', 'Gesamtbetrag 10,00')
    assert.equal(likeness(one, same), 1)
    assert.equal(likeness(one, other), 0)
    // Three of the seven words: invoice, number and total against northwind, paper, ltd, net.
    assert.equal(likeness(one, sketch('Invoice number total')), 3 / 7)
    assert.equal(likeness([], []), 0)
  })
})

describe('a second model', () => {
  it('is compared by single fields: the same, other, missed, found alone', () => {
    const said = (path: string, value: string, proposal = false) => ({
      path,
      value,
      raw: value,
      source: 'llm' as const,
      extractor: 'llm',
      score: 0.7,
      evidence: [],
      ...(proposal && { proposal }),
    })
    const used = { number: { value: '4711' }, currency: { value: 'EUR' }, dueDate: { value: '2026-01-01' }, typeCode: { value: '380' } }
    const shadow = [
      said('number', '4711'),
      said('currency', 'USD'),
      said('note', 'x'),
      said('dueDate', '2026-01-01', true),
      said('lines[0].net', '1'),
    ]
    assert.deepEqual(
      compareShadow(used, shadow, (path) => path !== 'typeCode'),
      {
        same: ['number'],
        differs: ['currency'],
        onlyUsed: ['dueDate'],
        onlyShadow: ['note'],
      },
    )
  })
})
