import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentText } from '../../../../core/extraction/labels/index.ts'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { formHeads } from './form-columns.ts'

function kinds(text: string): readonly string[] | null {
  const page = documentText(readingOfText(text)).pages[0]!
  return formHeads(page)[0]?.cells.map((cell) => cell.kind ?? '?') ?? null
}

describe('columns by the numbers of the statutory form', () => {
  it('knows УПД of 2021: code, № п/п, name', () =>
    assert.deepEqual(
      kinds(`
 Код товара   №     Наименование   Код вида  код   условное   Коли-    Цена   Стоимость   В том   Нало-   Сумма    Стоимость
 работ        п/п   товара         товара          обознач.   чество          без         числе   говая   налога   с налогом
 услуг                                                                        налога      акциз   ставка
 А            1     1а             1б        2     2а         3        4      5           6       7       8        9
 11-204       1     Труба 20х2     -         006   м          100      250,00 25 000,00   -       22%     5 500,00 30 500,00`),
      ['article', 'position', 'name', 'other', 'other', 'unit', 'quantity', 'unitPrice', 'net', 'other', 'taxRate', 'tax', 'gross'],
    ))
  it('knows the form before 2021: the name is column 1', () =>
    assert.deepEqual(
      kinds(`
 Наименование товара   Код     код   обозначение   Количество   Цена     Стоимость    Ставка   Налог      Стоимость
                       вида                                              без налога                       с налогом
 1                     1а      2     2а            3            4        5            7        8          9
 Труба 20х2            -       006   м             100          250,00   25 000,00    20%      5 000,00   30 000,00`),
      ['name', 'other', 'other', 'unit', 'quantity', 'unitPrice', 'net', 'taxRate', 'tax', 'gross'],
    ))
  it('takes no other row of figures for column numbers', () => assert.equal(kinds('1  2  3  4  5  6  7  8'), null))
})
