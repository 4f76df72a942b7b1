import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type BilledLine, EXACT, matchOrder, type Order, OrderEntry, readOrders, type Tolerances } from './index.ts'

const ORDER: Order = {
  ...OrderEntry.parse({
    number: '4500017',
    lines: [
      { no: '10', itemIds: ['A-4711'], name: 'Copy paper A4', quantity: '100', unit: 'box', unitPrice: '10.00', received: '60' },
      { no: '20', name: 'Toner cartridge black', quantity: '5', unitPrice: '80.00' },
    ],
  }),
  version: 3,
}
const line = (change: Partial<BilledLine>): BilledLine => ({
  itemIds: [],
  name: null,
  quantity: null,
  units: [],
  unitPrice: null,
  ...change,
})
const match = (lines: readonly BilledLine[], tolerances: Partial<Tolerances> = {}, before: Readonly<Record<string, string>> = {}) =>
  matchOrder({ number: '4500017', lines }, ORDER, { ...EXACT, ...tolerances }, before).lines
const beyond = (lines: ReturnType<typeof match>) =>
  lines.flatMap(({ checks }) => checks.flatMap(({ kind, delta, within }) => (within ? [] : [`${kind} ${delta}`])))

describe('matching lines with an order', () => {
  it('goes by the article number, else by the name, and leaves alone what is like nothing', () => {
    const [item, name, none] = match([
      line({ itemIds: ['a 4711'] }),
      line({ name: 'Toner cartridge, black' }),
      line({ name: 'Coffee beans' }),
    ])
    assert.deepEqual([item?.no, item?.by, item?.score], ['10', 'item', 1])
    assert.deepEqual([name?.no, name?.by, name?.score], ['20', 'name', 1])
    assert.deepEqual([none?.no, none?.by, none?.score], [null, null, 0])
  })

  it('compares price, quantity ordered and quantity taken in, exactly where there is no tolerance', () => {
    assert.deepEqual(beyond(match([line({ itemIds: ['A-4711'], quantity: '60', unitPrice: '10.00' })])), [])
    assert.deepEqual(beyond(match([line({ itemIds: ['A-4711'], quantity: '61', unitPrice: '10.01' })])), ['price 0.01', 'received 1'])
    assert.deepEqual(beyond(match([line({ itemIds: ['A-4711'], quantity: '101', unitPrice: '9.00' })])), ['quantity 1', 'received 41'])
    // Line 20 keeps no goods receipts: two-way.
    assert.deepEqual(
      match([line({ name: 'Toner cartridge black', quantity: '5', unitPrice: '80' })])[0]?.checks.map(({ kind, within }) => [kind, within]),
      [
        ['price', true],
        ['quantity', true],
      ],
    )
  })

  it('adds up what is billed on several lines and on earlier documents', () => {
    const thirty = line({ itemIds: ['A-4711'], quantity: '30', unitPrice: '10' })
    assert.deepEqual(beyond(match([thirty, thirty])), [])
    assert.deepEqual(beyond(match([thirty, thirty], {}, { 10: '0.5' })), ['received 0.5'])
  })

  it('wants every limit kept that is set: percent of the price, and money for the line', () => {
    // 2 % of 10.00 allows 10.20; 5.00 for 50 boxes allows 10.10.
    const at = (unitPrice: string) => [line({ itemIds: ['A-4711'], quantity: '50', unitPrice })]
    assert.deepEqual(beyond(match(at('10.20'), { pricePercent: '2' })), [])
    assert.deepEqual(beyond(match(at('10.21'), { pricePercent: '2' })), ['price 0.21'])
    assert.deepEqual(beyond(match(at('10.20'), { pricePercent: '2', priceAmount: '5.00' })), ['price 0.2'])
    assert.deepEqual(beyond(match(at('10.10'), { pricePercent: '2', priceAmount: '5.00' })), [])
    // 5 % of the 60 taken in is 3; 2 units allow 2.
    const taken = (quantity: string) => [line({ itemIds: ['A-4711'], quantity })]
    assert.deepEqual(beyond(match(taken('63'), { quantityPercent: '5' })), [])
    assert.deepEqual(beyond(match(taken('63'), { quantityPercent: '5', quantityAmount: '2' })), ['received 3'])
  })

  it('compares nothing where the units differ', () => {
    const [one] = match([line({ itemIds: ['A-4711'], quantity: '500', units: ['H87', 'pcs'], unitPrice: '0.02' })])
    assert.deepEqual([one?.unitDiffers, one?.checks, one?.quantity], [true, [], null])
    assert.equal(match([line({ itemIds: ['A-4711'], units: ['Box.'] })])[0]?.unitDiffers, false)
  })
})

describe('orders out of a spreadsheet', () => {
  const table = (...rows: string[]) => readOrders(rows.map((row) => row.split(';')))
  it('are one row per line, with decimal commas', () => {
    const { entries, problems } = table(
      'Заказ;Строка;Артикул;Количество;Цена;Получено',
      '17;1;A;1 000;12,50;',
      '18;1;B;2;3;1',
      '17;2;;5;1;',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      entries.map(({ entry }) => [
        entry.number,
        entry.lines.map(({ no, quantity, unitPrice, received }) => [no, quantity, unitPrice, received]),
      ]),
      [
        [
          '17',
          [
            ['1', '1000', '12.50', null],
            ['2', '5', '1', null],
          ],
        ],
        ['18', [['1', '2', '3', '1']]],
      ],
    )
  })
  it('leave an order out as a whole when one of its rows has a problem', () => {
    const { entries, problems } = table('Order;Line;Quantity;Price', '17;1;1;1', '17;2;many;1', '18;1;1;1', '18;1;2;1', '19;1;1;1')
    assert.deepEqual(
      problems.map(({ row, column }) => [row, column]),
      [
        [3, 'Quantity'],
        [5, null],
      ],
    )
    assert.deepEqual(
      entries.map(({ entry }) => entry.number),
      ['19'],
    )
  })
})
