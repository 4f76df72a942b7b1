import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { convert } from 'number-to-words-ru/dist/index.js'
import { amountFromWords, amountMatchesWords, numberInWords } from './index.ts'

const MATCHING: readonly (readonly [string, string])[] = [
  ['2000.50', 'Две тысячи рублей 50 копеек'],
  ['1011.21', 'Одна тысяча одиннадцать руб. 21 коп.'],
  ['21001.00', 'двадцать одна тысяча один рубль 00 коп.'],
  ['100200300.11', 'Сто миллионов двести тысяч триста рублей одиннадцать копеек'],
  ['1200.50', '1 200 (Одна тысяча двести) рублей 50 копеек'],
  ['1200.00', 'Тысяча двести рублей'],
  ['0.00', 'Ноль рублей 00 копеек'],
  ['36600.00', 'Тридцать шесть тысяч шестьсот рублей 00 копеек, в т.ч. НДС (22%) - Шесть тысяч шестьсот рублей 00 копеек'],
  ['400.00', 'ЧЕТЫРЁСТА РУБЛЕЙ 00 КОПЕЕК'],
  ['400.00', 'Четырестаа рублей 00 копеек'],
  ['12345.00', 'zwölftausenddreihundertfünfundvierzig Euro'],
  ['1234.56', 'One thousand two hundred thirty-four and 56/100 dollars'],
  ['1234.50', 'mille deux cent trente-quatre euros et cinquante centimes'],
]
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['10.00', 'Девять рублей 00 копеек'],
  ['2000.50', 'Две тысячи рублей 05 копеек'],
  ['2000.50', 'Две тысячи рублей'],
  ['2000.00', 'Три тысячи рублей 00 копеек'],
  ['12345.00', 'Двенадцать тысяч триста сорок рублей 00 копеек'],
  ['70.00', 'Семьсот рублей 00 копеек'],
  ['19.00', 'neunzig Euro'],
]

describe('amount in words', () => {
  for (const [amount, words] of MATCHING) it(`accepts ${amount}: ${words}`, () => assert.equal(amountMatchesWords(amount, words), true))
  for (const [amount, words] of DIFFERENT) it(`refuses ${amount}: ${words}`, () => assert.equal(amountMatchesWords(amount, words), false))

  it('tells any two different amounts apart by their own words', () => {
    const cents = fc.integer({ min: 0, max: 999_999_99 })
    const amount = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`
    const words = (n: number) => convert(amount(n), { currency: 'rub' })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        assert.equal(amountMatchesWords(amount(a), words(a)), true)
        if (a !== b) assert.equal(amountMatchesWords(amount(b), words(a)), false)
        // One digit of the tens changed: the closest words there are.
        const near = a + (Math.floor(a / 1000) % 10 === 9 ? -1000 : 1000)
        assert.equal(amountMatchesWords(amount(near), words(a)), false)
      }),
    )
  })

  it('reads words back that the generators wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('ru', 'en', 'de'), (n, language) => {
        assert.equal(amountFromWords(numberInWords(String(n), language as 'ru'))?.value, `${n}.00`)
      }),
    )
  })

  it('reads no amount into other text', () => {
    for (const text of ['Рублей', 'Всего к оплате', 'один клик до счёта', 'zweite Rechnung', '', '12345', 'two invoices'])
      assert.equal(amountFromWords(text), null, text)
  })
})
