import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { itemValues } from './item-values.ts'
import { readItems } from './items.ts'

const HEAD = 'No   Description              Qty       Price      Amount\n'

function namesOf(page: string) {
  const invoice = tradeText(readingOfText(page))
  return itemValues(readItems(invoice).items, invoice.text.locale).map(({ name }) => name?.value)
}

describe('where a name stands to its figures', () => {
  it('over them, at the foot of the cell', () =>
    assert.deepEqual(
      namesOf(`${HEAD}
     Desk chair with mesh
1    back                        1       10.00       10.00

     Copper cable, three
2    wires                       2       20.00       40.00

3    Drill                       1        5.00        5.00`),
      ['Desk chair with mesh back', 'Copper cable, three wires', 'Drill'],
    ))

  it('around them, in the middle of the cell', () =>
    assert.deepEqual(
      namesOf(`${HEAD}
     Desk chair with mesh
1    back and armrests,          1       10.00       10.00
     black

     Copper cable of three
2    wires, shielded, in         2       20.00       40.00
     rings`),
      ['Desk chair with mesh back and armrests, black', 'Copper cable of three wires, shielded, in rings'],
    ))

  it('beside them, and the heading of a section is in no name', () =>
    assert.deepEqual(
      namesOf(`${HEAD}
Phase 1: preparation

1    Desk chair with mesh        1       10.00       10.00
     back and armrests

Phase 2: the second floor

2    Copper cable, three         2       20.00       40.00
     wires`),
      ['Desk chair with mesh back and armrests', 'Copper cable, three wires'],
    ))
})

describe('columns whose heading says too little', () => {
  const cells = (page: string) => {
    const invoice = tradeText(readingOfText(page))
    const [first] = itemValues(readItems(invoice).items, invoice.text.locale)
    return [first?.quantity, first?.unit, first?.amount, first?.taxRate].map((value) => value?.value)
  }

  it('amounts are what quantity × price gives, rates a column of nothing but rates', () =>
    assert.deepEqual(
      cells(`No   Description              Qty       Price      Levy      Zzz
1    Desk                        2       10.00      20 %     20.00
2    Chair                       3       10.00      20 %     30.00`),
      ['2', undefined, '20.00', '20'],
    ))

  it('a column of units that holds quantities gives both', () =>
    assert.deepEqual(
      cells(`No   Description              Unit       Price    Amount
1    Desk                       2 pcs      10.00     20.00
2    Chair                      3 pcs      10.00     30.00`),
      ['2', 'pcs', '20.00', undefined],
    ))
})
