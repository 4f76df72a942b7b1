import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { russianHeading } from './index.ts'

describe('Russian column headings', () => {
  // Headings of the forms of постановление 1137, of УПД and of what accounting programs print on счета.
  const cases: readonly (readonly [string, string | null])[] = [
    ['Стоимость товаров (работ, услуг), имущественных прав без налога — всего', 'net'],
    ['Стоимость товаров (работ, услуг), имущественных прав с налогом - всего', 'gross'],
    ['Сумма налога, предъявляемая покупателю', 'tax'],
    ['Налоговая ставка', 'taxRate'],
    ['Ставка НДС, %', 'taxRate'],
    ['НДС, руб.', 'tax'],
    ['В том числе сумма акциза', 'other'],
    ['Цена (та- риф) за единицу измерения', 'unitPrice'],
    ['Цена с учетом НДС, руб.', 'grossPrice'],
    ['Стоимость за ед., руб.', 'unitPrice'],
    ['Коли- чество (объём)', 'quantity'],
    ['Кол-во, шт.', 'quantityUnit'],
    ['Единица измерения: код', 'other'],
    ['условное обозначение (национальное)', 'unit'],
    ['Код товара/ работ, услуг', 'article'],
    ['Код вида товара', 'other'],
    ['Наименование страны происхождения', 'other'],
    ['Наименование работ, услуг по договору', 'name'],
    ['Регистрационный номер декларации на товары', 'other'],
    ['Сумма, руб. коп.', 'amount'],
    ['Amount', null],
    ['Просим оплатить', null],
  ]
  for (const [heading, kind] of cases) it(heading, () => assert.equal(russianHeading(heading), kind))
})
