import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findExemption } from './index.ts'

describe('statements that no VAT is charged', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['Без налога (НДС) -', 'E'],
    ['НДС не облагается (УСН, ст. 346.11 НК РФ)', 'E'],
    ['Всего к оплате 10 000,00 руб., без НДС', 'E'],
    ['НДС исчисляется налоговым агентом', 'AE'],
    ['Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.', 'E'],
    ['Reverse charge: VAT to be accounted for by the recipient', 'AE'],
    // Sums before tax and names of firms.
    ['Итого без НДС 10 000,00', null],
    ['Стоимость товаров без НДС', null],
    ['Без НДС 10 000,00', null],
    ['Summe ohne MwSt 100,00', null],
    ['Muster Export GmbH', null],
  ]
  for (const [text, category] of cases) it(text, () => assert.equal(findExemption(text)?.category ?? null, category))
})
