import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOf } from '../../../../core/extraction/labels/index.ts'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { formRows } from './form-rows.ts'

const HEAD = `
Счет-фактура № 12 от 3 марта 2026 г. (1)

Продавец:                       ООО «Север»                   (2)     Покупатель:            ООО «Образцовый         (6)
                                                                                             Склад»
Адрес:                          198099, г. Образцовск         (2а)    Адрес:                 198045, г. Условный     (6а)
ИНН/КПП продавца:               7830002293/783001001          (2б)    ИНН/КПП покупателя:    6163027810/616301001(6б)
Грузоотправитель и его адрес:   он же                         (3)     Валюта: наименование, код   Российский рубль, 643  (7)
К платежно-расчетному документу № -- от --                    (5)`

describe('head of счёт-фактура and УПД', () => {
  const rows = formRows(tradeText(readingOfText(HEAD)))
  const value = (caption: RegExp, nth = 0) =>
    rows.filter((row) => caption.test(textOf(row.hit)))[nth]?.value.map((span) => textOf(span).trim()) ?? null

  it('gives every caption the value of its own cell, without the number of the row', () => {
    assert.deepEqual(value(/^Продавец/), ['ООО «Север»'])
    assert.deepEqual(value(/^Адрес/), ['198099, г. Образцовск'])
    assert.deepEqual(value(/^Адрес/, 1), ['198045, г. Условный'])
    assert.deepEqual(value(/^ИНН\/КПП покупателя/), ['6163027810/616301001'])
    assert.deepEqual(value(/^Грузоотправитель/), ['он же'])
  })
  it('joins a value over two lines: an index begins the next cell', () =>
    assert.deepEqual(value(/^Покупатель/), ['ООО «Образцовый', 'Склад»']))
  it('finds no form in another document', () =>
    assert.deepEqual(formRows(tradeText(readingOfText('Продавец: ООО «Север»\nАдрес: 198099, г. Образцовск'))), []))
})
