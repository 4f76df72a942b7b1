import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { lineCandidates, readLines } from './lines.ts'

const NO_TOTALS = { linesNet: null, net: null, gross: null, tax: null, taxRows: [] }

/** Allowances, charges and net of the first line, and the number of lines. */
function firstOf(rows: string) {
  const invoice = tradeText(
    readingOfText(
      `Pos  Artikel               Menge       Preis      Betrag\n${rows}\n\n     Summe netto                               999,00`,
    ),
  )
  const items = readLines(invoice)
  const of = (key: string) => lineCandidates(invoice, items, NO_TOTALS).find(({ path }) => path === `lines[0].${key}`)?.value
  return [of('allowances'), of('charges'), of('net'), items.values.length]
}

describe('rows under an item that change its amount', () => {
  it('takes discounts off and adds charges where the printed amount is before them', () =>
    assert.deepEqual(
      firstOf(`1    Kunstrasen                3        4,00       12,00
     Rabatt 10 %                                 1,20
     Zuschlag Zuschnitt                          2,00
2    Pfand                     1        5,00        5,00`),
      ['1.20', '2.00', '12.80', 2],
    ))

  it('leaves an amount that is after them as it is', () =>
    assert.deepEqual(
      firstOf(`1    Stahlcoil                10      100,00      850,00
     Abschlag Lagerware                        -100,00
     Abschlag Direktlieferung                   -50,00
2    Pfand                     1        5,00        5,00`),
      ['150.00', undefined, '850.00', 2],
    ))

  it('leaves an amount that fits neither as printed', () =>
    assert.deepEqual(
      firstOf(`1    Stahlcoil                10      100,00      850,00
     Abschlag Lagerware                        -300,00
2    Pfand                     1        5,00        5,00`),
      [undefined, undefined, '850.00', 2],
    ))

  it('does not take a discount on all items for one on the last', () =>
    assert.deepEqual(
      firstOf(`1    Kunstrasen                3        4,00       12,00
2    Pfand                     2        4,00        8,00
     Rabatt 5 %                                 -1,00`),
      [undefined, undefined, '12.00', 2],
    ))

  it('takes a numbered item for one, whatever its name', () =>
    assert.deepEqual(
      firstOf(`1    Zuschlag Wochenende       3        4,00       12,00
2    Rabattkarte               1        5,00        5,00`),
      [undefined, undefined, '12.00', 2],
    ))
})
