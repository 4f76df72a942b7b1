import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { itemValues } from './item-values.ts'
import { readItems } from './items.ts'
import { readLines } from './lines.ts'

function textsOf(page: string) {
  const invoice = tradeText(readingOfText(page))
  return itemValues(readItems(invoice).items, invoice.text.locale).map(({ name, description }) => [name?.value, description?.value])
}

describe('texts of items', () => {
  it('reads a remark that runs across the columns whole, and not as part of the name', () => {
    assert.deepEqual(
      textsOf(`No   Description              Qty       Price      Amount
1    Physiotherapy             10       26.00      260.00
     Treatments as prescribed by Dr Miller on 5 September, on these
     days: 11 September and 14 September
2    Home visit                10       12.00      120.00

     Total                                         380.00`),
      [
        ['Physiotherapy', 'Treatments as prescribed by Dr Miller on 5 September, on these days: 11 September and 14 September'],
        ['Home visit', undefined],
      ],
    )
  })

  it('parts name and description by the colon that every item has', () => {
    assert.deepEqual(
      textsOf(`Description                        Qty       Price      Amount
Balloons: various colours          400        0.79      316.00
Hot air (litres):                  800        0.03       24.00
Total                                                   340.00`),
      [
        ['Balloons', 'various colours'],
        ['Hot air (litres)', undefined],
      ],
    )
    assert.deepEqual(
      textsOf(`Description                        Qty       Price      Amount
Balloons: various colours          400        0.79      316.00
Hot air                            800        0.03       24.00
Total                                                   340.00`).map(([name]) => name),
      ['Balloons: various colours', 'Hot air'],
    )
  })
})

describe('rows that are no items', () => {
  const sumsOf = (page: string) => {
    const { values, sum } = readLines(tradeText(readingOfText(page)))
    return [values.length, sum?.toString()]
  }

  it('ends at the caption of a sum that stands beside a remark', () => {
    assert.deepEqual(
      sumsOf(`Artikel    Omschrijving               Prijs       BTW    Hoeveelheid     Bedrag
E103184    Onderhoudsset              49,99      21 %          1 PCS      49,99
E103560    Flyer korting               0,00      21 %          1 PCS       0,00

Prijzen zijn inclusief BTW              Factuur totaal      EUR      49,99`),
      [2, '49.99'],
    )
  })

  it('ends at sums that stand across the page', () => {
    assert.deepEqual(
      sumsOf(`Code      Goods                    VAT        Qty       Price      Amount
A973      Cartridge                20 %         4       10.00       40.00
T271      Drill                    20 %         2       20.00       40.00

          Worth                    VAT                           Payable
          80.00                   16.00                            96.00`),
      [2, '80'],
    )
  })

  it('leaves out a row without quantity and price that repeats the sum of those above, whatever it is called', () => {
    assert.deepEqual(
      sumsOf(`Code      Goods                    Unit      Qty       Price      Amount
A973      Cartridge                pcs         4       10.00       40.00
T271      Drill                    pcs         2       20.00       40.00
          Worth before charges     –                               80.00`),
      [2, '80'],
    )
  })
})
