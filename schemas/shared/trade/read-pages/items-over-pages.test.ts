import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { Reading } from '../../../../core/reading.ts'
import { tradeText } from './context.ts'
import { readLines } from './lines.ts'

/** Pages set by themselves, as one document. */
function over(...pages: readonly string[]) {
  const reading = Reading.parse({ pages: pages.map((page, i) => ({ ...readingOfText(page).pages[0]!, index: i + 1 })) })
  return readLines(tradeText(reading)).values
}

const FIRST = `No   Code       Description              Qty       Price      Amount
1    S535-993   Desk chair with mesh       6      160.00      960.00
2    S623-265   Copper cable, three wires 12       15.31      183.72`

describe('items over several pages', () => {
  it('finds the columns again where a page without headings has them elsewhere', () => {
    const values = over(
      FIRST,
      `3              K436-109         Managed backup, two sites          4             203.00        812.00

                                              Total                                    1,955.72`,
    )
    const last = values.at(-1)
    assert.deepEqual(
      [last?.no, last?.article, last?.name, last?.quantity, last?.unitPrice, last?.amount].map((value) => value?.value),
      ['3', 'K436-109', 'Managed backup, two sites', '4', '203.00', '812.00'],
    )
  })

  it('reads a table of texts and amounts that no total closes before its last page', () => {
    const head = 'Description                                    Amount\n'
    const values = over(
      `${head}Printer, black                                 100.00\nPaper, white                                    50.00`,
      `Toner, black                                    25.00\n\nNet total                                      175.00`,
    )
    assert.deepEqual(
      values.map(({ name }) => name?.value),
      ['Printer, black', 'Paper, white', 'Toner, black'],
    )
  })

  it('takes a sum brought forward for no item, however its words are broken', () => {
    const values = over(
      FIRST,
      `     Brought forward from the page before                        1,143.72\n${FIRST.split('\n')[0]}\n3    S623-999   Drill                      1       10.00       10.00`,
    )
    assert.deepEqual(
      values.map(({ no }) => no?.value),
      ['1', '2', '3'],
    )
  })

  it('leaves out the sum of a section, whatever the section is called', () => {
    const values = over(`${FIRST}
     Total of building B                                         1,143.72
3    S623-999   Drill                      1       10.00       10.00

     Net total                                                   1,153.72`)
    assert.equal(values.length, 3)
  })
})

describe('columns whose heading nobody knows', () => {
  const first = (heads: string) => {
    const [item] = over(`${heads}
1    S535-993   Desk chair with mesh       6      160.00      960.00
2    S623-265   Copper cable, three wires 12       15.31      183.72

     Net total                                                1,143.72`)
    return [item?.article, item?.name, item?.quantity, item?.unitPrice, item?.amount].map((value) => value?.value)
  }
  const all = ['S535-993', 'Desk chair with mesh', '6', '160.00', '960.00']

  it('names are the wordiest, articles nothing but codes', () =>
    assert.deepEqual(first('No   Zqxx       Zqxxxxxx                 Qty       Price      Amount'), all))
  it('counts are no prices: multiplication does not say which is which', () =>
    assert.deepEqual(first('No   Code       Description              Qty       Zqxxx      Amount'), all))
})
