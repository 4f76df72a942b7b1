import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agrees } from './compare.ts'
import { addReadErrors, readError, readRates } from './read-error.ts'
import { f1, lineDifferences, scoreLines } from './score-lines.ts'

describe('comparing with the truth', () => {
  const cases: readonly [type: string, truth: string | null, given: string | null, right: boolean][] = [
    ['decimal', '529.87', '529.870', true],
    ['decimal', '529.87', '529.88', false],
    ['id', 'FA-2017/0009', 'fa 2017 0009', true],
    ['id', 'A1', 'A12', false],
    ['date', '2026-03-12', '2026-03-12', true],
    ['date', '2026-03-12', '2026-12-03', false],
    ['string', 'Au bon Moulin', 'AU BON MOULIN', true],
    ['string', 'Muster GmbH', 'Muster GmbH & Co', false],
    ['text', "1242 chemin de l'olive, 84340 Malaucène", "1242, chemin de l'olive 84340 Malaucène", true],
    ['text', '42 rue du stade, 97400 Saint Denis', '97400', false],
    ['date', null, null, true],
    ['date', null, '2026-01-01', false],
    ['currency', 'EUR', null, false],
  ]
  for (const [type, truth, given, right] of cases) {
    it(`${type} ${truth} ${right ? 'accepts' : 'refuses'} ${given}`, () => assert.equal(agrees({ type, value: truth }, given), right))
  }

  it('takes alternatives and short brand names', () => {
    assert.ok(agrees({ type: 'decimal', value: '220.00', alt: ['440.00'] }, '440.00'))
    assert.ok(agrees({ type: 'string', value: 'OYO', match: 'contains' }, 'OYO Rooms Ltd'))
  })
})

describe('line items', () => {
  const paths = { description: ['name'], quantity: ['quantity'], line_total: ['net', 'gross'] }

  it('count rows and cells: one row right, one with a wrong quantity, one invented', () => {
    const truth = [
      { description: 'Blue paper', quantity: '2', line_total: '10.00' },
      { description: 'Red ink', quantity: '1', line_total: '5.00' },
    ]
    const rows = [
      { name: 'Blue paper', quantity: '2', net: '10.00' },
      { name: 'Red ink', quantity: '7', gross: '5.00' },
      { name: 'Subtotal', net: '15.00' },
    ]
    // By hand: cells of the truth 6, of the rows 3 + 3 + 2 = 8, agreeing 3 + 2 = 5.
    assert.deepEqual(scoreLines(truth, rows, paths, true), {
      truth: 2,
      found: 3,
      correct: 1,
      truthCells: 6,
      foundCells: 8,
      correctCells: 5,
    })
    assert.equal(f1(5, 8, 6), 10 / 14)
  })

  it('joins line fields where the truth holds everything that is printed', () => {
    const score = scoreLines(
      [{ description: 'Hosting plan, January, server 17' }],
      [{ name: 'Hosting plan', description: 'January, server 17' }],
      { description: ['name', 'name+description'] },
      true,
    )
    assert.equal(score.correct, 1)
  })

  it('do not punish rows that an incomplete truth leaves out', () => {
    const [truth, rows] = [[{ description: 'A thing' }], [{ name: 'A thing' }, { name: 'Another' }]]
    assert.deepEqual(lineDifferences(truth, rows, paths, false), [])
    const score = scoreLines(truth, rows, paths, false)
    assert.equal(score.found, 1)
  })

  it('agree on nothing when there is nothing', () => assert.equal(f1(0, 0, 0), 1))
})

describe('what is wrong with the rows', () => {
  it('names the rows missed and read too much, and the cells that differ', () =>
    assert.deepEqual(
      lineDifferences(
        [
          { description: 'Desk', quantity: '2' },
          { description: 'Chair', quantity: '7' },
        ],
        [
          { name: 'Desk', quantity: '3' },
          { name: 'Lamp', quantity: '5' },
        ],
        { description: ['name'], quantity: ['quantity'] },
        true,
      ),
      [
        { kind: 'cell', row: 1, column: 'quantity', expected: '2', actual: '3' },
        { kind: 'missed', row: 2, text: 'Chair | 7' },
        { kind: 'extra', row: 2, text: 'Lamp | 5' },
      ],
    ))
})

describe('reading errors', () => {
  it('count the edits from each true line to the nearest stretch of the page; case and white space aside', () => {
    assert.equal(readError(['Total  10'], ['TOTAL 10']).errors, 0)
    // kitten → sittin is two edits; the g behind it belongs to the page, not to the line.
    assert.equal(readError(['kitten'], ['sitting']).errors, 2)
    assert.equal(readError(['abcd'], []).errors, 4)
    assert.equal(readError(['first line', 'second line'], ['second', 'line', 'first line']).errors, 0)
  })

  it('match each word once', () => {
    const { wordHits, truthWords, readWords } = readError(['a a b c'], ['a c d'])
    assert.deepEqual({ wordHits, truthWords, readWords }, { wordHits: 2, truthWords: 4, readWords: 3 })
  })

  it('add up over pages before they become rates', () => {
    const sum = addReadErrors([readError(['abcdefgh'], ['abcdefgh']), readError(['xy'], [])])
    assert.deepEqual(readRates(sum), { characterErrorRate: 0.2, wordRecall: 0.5, wordPrecision: 1 })
  })
})
