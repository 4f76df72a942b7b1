import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { readLines } from './lines.ts'

const itemsOf = (text: string) =>
  readLines(tradeText(readingOfText(text))).values.map((item) =>
    [item.name, item.quantity, item.unit, item.unitPrice, item.amount ?? item.net ?? item.gross, item.taxRate].map((v) => v?.value ?? null),
  )

describe('items in two rows', () => {
  it('takes unit and rate from the row that says the price in words', () => {
    const page = `
Oat biscuits                                              £126.00
21 pack × £6.00, VAT 0%
Porcelain teapot                                        £1,413.60
48 pcs × £29.45, VAT 20%
Net                                                     £1,539.60`
    assert.deepEqual(itemsOf(page), [
      ['Oat biscuits', '21', 'pack', '6.00', '126.00', '0'],
      ['Porcelain teapot', '48', 'pcs', '29.45', '1413.60', '20'],
    ])
  })

  it('knows units of two words', () => {
    const page = `
Настройка рабочего места                              12 500,00 ₽
2 усл. ед. по 6 250,00 ₽
Сумма: 12 500,00 ₽`
    assert.deepEqual(itemsOf(page), [['Настройка рабочего места', '2', 'усл. ед.', '6250.00', '12500.00', null]])
  })
})

describe('columns whose headings stand left and whose figures stand right', () => {
  it('keeps each figure under its own heading', () => {
    const page = `
Товар                       Кол-во     Ед.     Цена             НДС           Сумма НДС          Сумма с НДС
Сахар                            5     кг             151,34         10 %                 75,67                832,37
Чай чёрный                       2     упак           507,90         22 %                223,48              1 239,28
Итого                                                                                                        2 071,65`
    assert.deepEqual(
      itemsOf(page).map((item) => item.slice(1, 5)),
      [
        ['5', 'кг', '151.34', '832.37'],
        ['2', 'упак', '507.90', '1239.28'],
      ],
    )
  })

  it('parts a count and its unit that stand under the heading of the units', () => {
    const page = `
Товар                       Кол-во     Ед.           Цена        Сумма
Сахар                                 12,5 кг        100,00     1 250,00
Чай                                    2 упак         50,00       100,00
Итого                                                            1 350,00`
    assert.deepEqual(
      itemsOf(page).map((item) => item.slice(1, 5)),
      [
        ['12.5', 'кг', '100.00', '1250.00'],
        ['2', 'упак', '50.00', '100.00'],
      ],
    )
  })
})
