import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layOutPage } from '../../core/layout/index.ts'
import type { Reading, Word } from '../../core/reading.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { rowsInRegion } from './rows-in-region.ts'

const type = documentTypes[0]!

/** Cells by their left edge, rows 0.03 apart from `top`. */
function printed(top: number, rows: readonly (readonly (readonly [x: number, text: string])[])[]): readonly Word[] {
  return rows.flatMap((row, i) =>
    row.flatMap(([x, text]) => {
      let at = x
      return text.split(' ').map((word): Word => {
        const x0 = at
        at += word.length * 0.011 + 0.008
        return { text: word, confidence: null, box: { x0, x1: at - 0.008, y0: top + i * 0.03, y1: top + i * 0.03 + 0.014 } }
      })
    }),
  )
}

function pageOf(words: readonly Word[]): Reading {
  return {
    pages: [layOutPage({ index: 1, widthPx: 1000, heightPx: 1414, source: 'text', engine: null, words, rules: [] })],
  }
}

const HEAD = [
  [0.08, 'Bezeichnung'],
  [0.45, 'Menge'],
  [0.6, 'Einzelpreis'],
  [0.8, 'Gesamtpreis'],
] as const
const row = (name: string, quantity: string, price: string, net: string) =>
  [
    [0.08, name],
    [0.45, quantity],
    [0.6, price],
    [0.8, net],
  ] as const
const letter = printed(0.05, [[[0.08, 'Rechnung 4711 vom 3. Mai 2026']], [[0.08, 'Rechnungsbetrag 9.876,50 EUR']]])
const first = printed(0.3, [HEAD, row('Schraube M8', '1.500', '2.000', '3.000'), row('Mutter M8', '4.000', '1.250', '5.000')])
const second = printed(0.6, [HEAD, row('Lochband', '2', '10,00', '20,00'), row('Winkel', '3', '4,00', '12,00')])
const reading = pageOf([...letter, ...first, ...second])
const values = (region: Parameters<typeof rowsInRegion>[2]) =>
  rowsInRegion(reading, 1, region, type).map((cells) => [
    cells.name?.value,
    cells.quantity?.value,
    cells.unitPrice?.value,
    cells.net?.value,
  ])

describe('a table that a person draws a box around', () => {
  it('is read by itself, whatever else stands on the page', () => {
    assert.deepEqual(values({ x0: 0, x1: 1, y0: 0.58, y1: 0.72 }), [
      ['Lochband', '2', '10', '20.00'],
      ['Winkel', '3', '4', '12.00'],
    ])
  })

  it('is read in the notation of the document: 1.500 is fifteen hundred where 9.876,50 is printed', () => {
    assert.deepEqual(
      values({ x0: 0, x1: 1, y0: 0.28, y1: 0.4 }).map(([name, quantity]) => [name, quantity]),
      [
        ['Schraube M8', '1500'],
        ['Mutter M8', '4000'],
      ],
    )
  })

  it('says of every value where it stands and how it is printed', () => {
    const [cells] = rowsInRegion(reading, 1, { x0: 0, x1: 1, y0: 0.58, y1: 0.72 }, type)
    assert.equal(cells?.unitPrice?.raw, '10,00')
    const [place] = cells?.unitPrice?.evidence ?? []
    assert.deepEqual([place?.page, place?.box?.x0, place?.box?.y0], [1, 0.6, 0.63])
  })

  it('is nothing where no rows stand', () => {
    assert.deepEqual(values({ x0: 0, x1: 1, y0: 0.04, y1: 0.12 }), [])
    assert.deepEqual(values({ x0: 0.9, x1: 0.95, y0: 0.9, y1: 0.95 }), [])
    assert.deepEqual(rowsInRegion(reading, 2, { x0: 0, x1: 1, y0: 0, y1: 1 }, type), [])
  })

  it('parts columns that run into each other where a person says so', () => {
    const close = printed(0.6, [
      [
        [0.08, 'Bezeichnung'],
        [0.3, 'Menge'],
        [0.6, 'Einzelpreis'],
        [0.8, 'Gesamtpreis'],
      ],
      [
        [0.08, 'Schraube M 8'],
        [0.215, '4'],
        [0.6, '10,00'],
        [0.8, '40,00'],
      ],
      [
        [0.08, 'Lochband B 2'],
        [0.215, '3'],
        [0.6, '5,00'],
        [0.8, '15,00'],
      ],
    ])
    const region = { x0: 0.05, x1: 0.95, y0: 0.59, y1: 0.69 }
    const of = (guides: readonly number[]) =>
      rowsInRegion(pageOf([...letter, ...close]), 1, region, type, guides).map(({ name, quantity, net }) => [
        name?.value,
        quantity?.value,
        net?.value,
      ])
    assert.deepEqual(of([0.21, 0.5, 0.75]), [
      ['Schraube M 8', '4', '40.00'],
      ['Lochband B 2', '3', '15.00'],
    ])
    assert.notDeepEqual(of([]), of([0.21, 0.5, 0.75]), 'by itself they are one column')
  })
})
