import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Line, Reading } from '../reading.ts'
import { type ApprovedField, type Lesson, learnLessons, ofSupplier, recallCandidates, supplierKeysOn } from './index.ts'

const own = (path: string) => path.startsWith('seller.')
const EM = 0.012
const CHARACTER = 0.009

/** A page of lines given as text with their left and top edge in page fractions. */
function reading(...printed: readonly (readonly [text: string, x: number, y: number])[]): Reading {
  const lines = printed.map(([text, x, y]): Line => {
    let at = x
    const words = text.split(' ').map((word) => {
      const box = { x0: at, x1: at + word.length * CHARACTER, y0: y, y1: y + EM }
      at = box.x1 + CHARACTER
      return { text: word, box, confidence: null }
    })
    return { text, words, confidence: null, box: { x0: x, x1: at - CHARACTER, y0: y, y1: y + EM } }
  })
  const page = { index: 1, widthPx: 1000, heightPx: 1414, source: 'text' as const, engine: null, blocks: [], tables: [], error: null }
  return { pages: [{ ...page, lines }] }
}

/** The field as a person left it, its place being that of the printed words. */
function approved(from: Reading, path: string, kind: ApprovedField['kind'], value: string, printed: string): ApprovedField {
  for (const line of from.pages[0]!.lines) {
    const words = line.words.filter(({ text }) => printed.split(' ').includes(text))
    if (words.length !== printed.split(' ').length) continue
    const [first, last] = [words[0]!, words.at(-1)!]
    return { path, kind, value, corrected: true, evidence: [{ page: 1, box: { ...first.box, x1: last.box.x1 }, text: printed }] }
  }
  throw new Error(`«${printed}» is not on the page`)
}

const FIRST = reading(
  ['Specimen Werke AG', 0.1, 0.05],
  ['Belegkennung: K-2201 vom 03.02.2026', 0.1, 0.2],
  ['Zu begleichen', 0.6, 0.7],
  ['1.190,00', 0.6, 0.72],
)
const NEXT = reading(
  ['Specimen Werke AG', 0.1, 0.05],
  ['Belegkennung: K-2207 vom 17.02.2026', 0.1, 0.31],
  ['Zu begleichen', 0.6, 0.5],
  ['87,50', 0.6, 0.52],
)
const LESSONS = learnLessons(
  FIRST,
  [
    approved(FIRST, 'number', 'id', 'K-2201', 'K-2201'),
    approved(FIRST, 'totals.gross', 'money', '1190.00', '1.190,00'),
    approved(FIRST, 'seller.name', 'name', 'Specimen Werke AG', 'Specimen Werke AG'),
  ],
  own,
)
const valuesOf = (page: Reading, lessons: readonly Lesson[]) =>
  Object.fromEntries(recallCandidates(page, lessons, own).map(({ path, value }) => [path, value]))

describe('supplier memory', () => {
  it('learns the caption that a person pointed at', () => {
    assert.deepEqual(
      LESSONS.map(({ path, caption, relation }) => [path, caption, relation]),
      [
        ['number', 'belegkennung', 'left'],
        ['totals.gross', 'zubegleichen', 'above'],
        ['seller.name', null, null],
      ],
    )
  })

  it('reads the next document of the supplier beside the same captions, wherever they stand', () => {
    assert.deepEqual(valuesOf(NEXT, LESSONS), { number: 'K-2207', 'totals.gross': '87.50', 'seller.name': 'Specimen Werke AG' })
  })

  it('points at the words it read', () => {
    const [number] = recallCandidates(NEXT, LESSONS, own)
    assert.equal(number?.extractor, 'correction')
    assert.equal(number?.evidence[0]?.text, 'K-2207')
    assert.ok(Math.abs((number?.evidence[0]?.box?.y0 ?? 0) - 0.31) < 1e-9)
  })

  it('remembers nothing that is not printed', () => {
    const other = reading(['Another Company Ltd', 0.1, 0.05], ['Thank you', 0.1, 0.9])
    assert.deepEqual(valuesOf(other, LESSONS), {})
  })

  it('reads in the old place where there is no caption, and only what has the form of the field', () => {
    const bare = reading(['Specimen Werke AG', 0.1, 0.05], ['03.02.2026', 0.7, 0.2])
    const lessons = learnLessons(bare, [approved(bare, 'issueDate', 'date', '2026-02-03', '03.02.2026')], own)
    assert.deepEqual(valuesOf(reading(['17.02.2026', 0.705, 0.203]), lessons), { issueDate: '2026-02-17' })
    assert.deepEqual(valuesOf(reading(['Seite', 0.7, 0.2], ['17.02.2026', 0.3, 0.6]), lessons), {})
  })

  it('takes nothing that stands beside the old place or on another page', () => {
    const bare = reading(['Specimen Werke AG', 0.1, 0.05], ['03.02.2026', 0.7, 0.2])
    const lessons = learnLessons(bare, [approved(bare, 'issueDate', 'date', '2026-02-03', '03.02.2026')], own)
    assert.deepEqual(valuesOf(reading(['17.02.2026', 0.6, 0.2]), lessons), {})
    assert.deepEqual(valuesOf(reading(['17.02.2026', 0.7, 0.23]), lessons), {})
    const [first] = reading(['Seite', 0.1, 0.05]).pages
    const [second] = reading(['17.02.2026', 0.7, 0.2]).pages
    assert.deepEqual(valuesOf({ pages: [first!, { ...second!, index: 2 }] }, lessons), {})
  })

  it('of a caption printed twice takes the one nearer to the old place, and trusts a caption more than a place', () => {
    const twice = reading(['Belegkennung: K-1', 0.1, 0.9], ['Belegkennung: K-2', 0.1, 0.21])
    assert.deepEqual(valuesOf(twice, LESSONS), { number: 'K-2' })
    const bare = reading(['Specimen Werke AG', 0.1, 0.05], ['03.02.2026', 0.7, 0.2])
    const [placed] = recallCandidates(bare, learnLessons(bare, [approved(bare, 'issueDate', 'date', '2026-02-03', '03.02.2026')], own), own)
    const [captioned] = recallCandidates(FIRST, LESSONS, own)
    assert.ok(placed!.score < captioned!.score, `${placed!.score} and ${captioned!.score}`)
  })

  it('keeps no lesson that does not lead back to the value', () => {
    // A person typed a gross total that stands nowhere: pointing at the net total teaches nothing.
    const field = { ...approved(FIRST, 'totals.gross', 'money', '1190.00', '1.190,00'), value: '1190.01' }
    assert.deepEqual(learnLessons(FIRST, [field], own), [])
  })

  it('finds the place of a typed name or number, but not of a typed amount', () => {
    const typed = (path: string, kind: ApprovedField['kind'], value: string) => ({ path, kind, value, corrected: true, evidence: [] })
    const lessons = learnLessons(FIRST, [typed('number', 'id', 'K-2201'), typed('totals.gross', 'money', '1190.00')], own)
    assert.deepEqual(
      lessons.map(({ path }) => path),
      ['number'],
    )
  })

  it('lets the newest document decide', () => {
    const moved = reading(['Beleg: M-1', 0.1, 0.2], ['Belegkennung: K-9', 0.1, 0.3])
    const newer = learnLessons(moved, [approved(moved, 'number', 'id', 'M-1', 'M-1')], own)
    assert.deepEqual(valuesOf(moved, [...newer, ...LESSONS]), { number: 'M-1' })
  })

  it('knows a supplier again by identifiers and by name, never by the own tax id', () => {
    // 7707083893 and 7736050003 are ИНН with right check digits.
    const page = reading(
      ['ООО «Образец» ИНН 7707083893', 0.1, 0.1],
      ['Покупатель ИНН 7736050003', 0.1, 0.2],
      ['Specimen Werke AG', 0.1, 0.3],
    )
    const keys = supplierKeysOn(page, ['7736050003'])
    assert.ok(keys.includes('7707083893'))
    assert.ok(keys.includes('name:specimenwerkeag'))
    assert.ok(!keys.includes('7736050003'))
  })

  it('learns how the supplier writes a date that can be read in two ways', () => {
    const american = reading(['Specimen Inc', 0.1, 0.05], ['Stamped: 03/04/2026', 0.1, 0.2])
    const lessons = learnLessons(american, [approved(american, 'issueDate', 'date', '2026-03-04', '03/04/2026')], own)
    assert.deepEqual(valuesOf(reading(['Stamped: 05/06/2026', 0.1, 0.2]), lessons), { issueDate: '2026-05-06' })
    const british = learnLessons(american, [approved(american, 'issueDate', 'date', '2026-04-03', '03/04/2026')], own)
    assert.deepEqual(valuesOf(reading(['Stamped: 05/06/2026', 0.1, 0.2]), british), { issueDate: '2026-06-05' })
  })

  it('counts nothing of another supplier whose number is on the page as well', () => {
    const of = (key: string, heading: string) => ({
      supplierKeys: [key],
      lessons: LESSONS,
      headings: [{ path: 'lines[].quantity', key: heading }],
    })
    const both = [of('7707083893', 'a'), of('7736050003', 'b')]
    assert.deepEqual(ofSupplier(both, ['7736050003']).headings, [{ path: 'lines[].quantity', key: 'b' }])
    assert.equal(ofSupplier(both, ['7736050003']).lessons.length, LESSONS.length)
    assert.equal(ofSupplier([of('7707083893', 'a')], ['7736050003']).lessons.length, 0)
    // Where nobody knows who the seller is, or it was known by its name alone, memory may tell.
    assert.equal(ofSupplier(both, []).headings.length, 2)
    assert.equal(ofSupplier([of('name:specimen', 'a')], ['7736050003']).headings.length, 1)
  })
})
