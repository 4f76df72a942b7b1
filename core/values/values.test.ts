import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  detectLocale,
  dueDate,
  findCurrency,
  parseDate,
  parseDecimal,
  parseMoney,
  parsePaymentTerm,
  parseQuantity,
  parseRate,
  takeCurrency,
  unitOf,
} from './index.ts'
import { isRussianWorkingDay, RUSSIAN_CALENDAR } from './russian-calendar.ts'

const value = (raw: string, context: Parameters<typeof parseMoney>[1] = {}) => {
  const read = parseMoney(raw, context)
  return read.kind === 'value' ? read.value : read.kind
}

describe('money', () => {
  it('reads what Intl.NumberFormat prints, in any locale, without being told which', () => {
    const locales = [
      'de-DE',
      'ru-RU',
      'fr-FR',
      'en-US',
      'en-GB',
      'de-CH',
      'cs-CZ',
      'sv-SE',
      'nb-NO',
      'es-ES',
      'pl-PL',
      'pt-PT',
      'hu-HU',
      'it-IT',
      'nl-NL',
      'en-IN',
    ]
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }), fc.constantFrom(...locales), (cents, locale) => {
        const printed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)
        const digits = String(Math.abs(cents)).padStart(3, '0')
        assert.equal(value(printed), `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, printed)
      }),
    )
  })

  it('reads currency formats of Intl, symbol before or behind', () => {
    for (const [locale, currency] of [
      ['de-DE', 'EUR'],
      ['ru-RU', 'RUB'],
      ['en-GB', 'GBP'],
      ['de-CH', 'CHF'],
      ['pl-PL', 'PLN'],
      ['cs-CZ', 'CZK'],
      ['hu-HU', 'HUF'],
    ] as const) {
      const printed = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2 }).format(12345.6)
      assert.deepEqual(parseMoney(printed), { kind: 'value', value: '12345.60', currency, repaired: false }, printed)
    }
  })

  it('leaves a lone separator before three digits open until the document or the column decides', () => {
    assert.deepEqual(parseMoney('1,234'), { kind: 'ambiguous', candidates: ['1234', '1.234'], currency: null, repaired: false })
    assert.equal(value('1,234', { decimal: '.' }), '1234')
    assert.deepEqual(parseDecimal('1,234', { decimal: ',' }), { kind: 'value', value: '1.234', repaired: false })
    assert.equal(value('12,345 KWD', { decimal: ',' }), '12.345')
    assert.equal(value('0,123'), '0.123')
    assert.equal(value('1.234.567'), '1234567')
  })

  it('refuses what is no amount', () => {
    for (const text of [
      'Total',
      '12.03.2026',
      '1.23.456,00',
      '12 34',
      '',
      '-',
      '€',
      'A4',
      '1234/56',
      'DE123456789',
      '+49 30 123456',
      '10:30',
      '1,2,3',
      'Rechnung 5',
      'SO9001',
    ])
      assert.equal(value(text), 'invalid', text)
  })

  it('reads digits of other scripts and ignores invisible marks, but never makes another number of them', () => {
    assert.equal(value('１２３４,５０'), '1234.50')
    assert.equal(value('١٢٣٤.٥٠'), '1234.50')
    assert.equal(value('1\u200b234\u00ad,50'), '1234.50')
    assert.equal(value('−0,00'), '0.00')
    for (const text of ['1e9', '123456789012345678901234567890', '1234567890123456', '0x10', 'Infinity', 'NaN'])
      assert.equal(value(text), 'invalid', text)
  })

  it('takes $ as dollars only where the country says which', () => {
    assert.deepEqual(parseMoney('$1,234.00'), { kind: 'value', value: '1234.00', currency: null, repaired: false })
    assert.deepEqual(parseMoney('$1,234.00', { country: 'US' }), { kind: 'value', value: '1234.00', currency: 'USD', repaired: false })
    for (const text of ['RUR', 'руб', 'руб.', 'р.', '₽', '810'])
      assert.equal(takeCurrency(text).currency ?? findCurrency(text) ?? null, text === '810' ? null : 'RUB', text)
  })

  it('reads minus signs in front, behind and as brackets around a currency', () => {
    for (const text of ['-5,00', '−5,00', '5,00-', '(5,00)', '-€5,00', '€ -5,00', '(5,00 €)', '- 5,00 EUR', 'EUR 5,00-'])
      assert.equal(value(text), '-5.00', text)
  })

  it('reads amounts in words where digits are missing', () => {
    assert.equal(value('Двадцать одна тысяча один рубль 05 копеек'), '21001.05')
    assert.equal(value('one hundred twenty-three thousand and 45/100 dollars'), '123000.45')
    assert.equal(value('zwölftausenddreihundertfünfundvierzig Euro'), '12345.00')
  })
})

describe('locale', () => {
  it('is settled by one number with both separators', () => {
    assert.equal(detectLocale(['Menge 1,000', 'Summe 1.234,56']).decimal, ',')
    assert.equal(detectLocale(['1,234.56', '1.234']).decimal, '.')
    assert.equal(detectLocale(['12 345,67 руб.']).decimal, ',')
    assert.equal(detectLocale(["1'234.50"]).decimal, '.')
  })
  it('takes two decimals as a hint, the majority wins, a tie says nothing', () => {
    assert.equal(detectLocale(['19,99', '7,50', '1.5']).decimal, ',')
    assert.equal(detectLocale(['19.99', '0.99']).decimal, '.')
    assert.equal(detectLocale(['19,99', '19.99']).decimal, null)
    assert.equal(detectLocale(['1,234', '5,678']).decimal, null)
  })
  it('does not take dates, phones and versions for numbers', () => {
    assert.equal(detectLocale(['12.03.2026', '0171/12.34.56', 'ver 1.2.3', '192.168.1.10']).decimal, null)
    assert.equal(detectLocale(['Госкомстата России от 25.12.98 № 132', '461.02']).decimal, '.')
  })
  it('decides the order of day and month by a day above twelve, else by the country', () => {
    assert.equal(detectLocale(['03/12/2026', '25/03/2026']).order, 'dmy')
    assert.equal(detectLocale(['03/12/2026', '03/25/2026']).order, 'mdy')
    assert.equal(detectLocale(['03/12/2026', 'San Francisco, CA 94105']).order, 'mdy')
    assert.equal(detectLocale(['03/12/2026', 'VAT Reg No']).order, 'dmy')
    assert.equal(detectLocale(['03/12/2026', '12,50']).order, 'dmy')
    assert.equal(detectLocale(['03/12/2026', '12.50']).order, null)
    // One word of another country against several lines of an American letterhead.
    assert.equal(detectLocale(['ОБРАЗЕЦ', '03/12/2026', 'Sampleton, NV 00042', 'Nowhere Falls, OR 00017', 'Sales tax']).order, 'mdy')
    assert.equal(detectLocale(['VAT Reg No', '03/12/2026', 'Nowhere Falls, OR 00017']).order, null)
    assert.equal(detectLocale(['04/04/2026', '04/11/2026']).order, 'mdy')
    assert.equal(detectLocale(['04/04/2026', '11/04/2026']).order, 'dmy')
  })
})

describe('dates', () => {
  it('reads the month names of seven languages', () => {
    for (const locale of ['ru', 'en-GB', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt']) {
      for (let month = 0; month < 12; month++) {
        const printed = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
          Date.UTC(2026, month, 12),
        )
        assert.deepEqual(
          parseDate(printed),
          { kind: 'value', value: `2026-${String(month + 1).padStart(2, '0')}-12`, repaired: false },
          `${locale}: ${printed}`,
        )
      }
    }
  })
  it('reads short months, ordinals, weekdays, times', () => {
    for (const text of [
      '12-Mar-2026',
      '12 Mar 26',
      'Mar 12, 2026',
      'March 12th, 2026',
      '12th of March 2026',
      'Thursday, March 12, 2026',
      'Donnerstag, 12. März 2026',
      'le 12 mars 2026',
      '12.03.2026 14:30',
      '2026-03-12T14:30:00',
      '12 мар. 2026 г.',
      '12.O3.2026',
    ])
      assert.equal((parseDate(text) as { value?: string }).value, '2026-03-12', text)
  })
  it('knows a false date from no date', () => {
    assert.deepEqual(parseDate('29.02.2025'), { kind: 'invalid', code: 'DATE_INVALID' })
    assert.deepEqual(parseDate('29.02.2024'), { kind: 'value', value: '2024-02-29', repaired: false })
    for (const text of ['Market 3, 2026', '12345', 'Mai', '1.234,56', '12.03', '46093', '030 1234567'])
      assert.equal(parseDate(text).kind === 'invalid' && (parseDate(text) as { code: string }).code, 'NOT_A_DATE', text)
  })
})

describe('payment terms', () => {
  // Official yearly totals of working days at five days a week.
  for (const [year, workingDays] of [
    ['2024', 248],
    ['2025', 247],
    ['2026', 247],
  ] as const)
    it(`${year} has ${workingDays} working days in Russia`, () => {
      let count = 0
      for (let day = Date.UTC(Number(year), 0, 1); new Date(day).getUTCFullYear() === Number(year); day += 86_400_000)
        if (isRussianWorkingDay(new Date(day).toISOString().slice(0, 10))) count++
      assert.equal(count, workingDays)
    })
  it('counts over the New Year holidays and stops at a year without a calendar', () => {
    // 30.12.2025 is worked, 31.12 and 1–11.01 are off.
    assert.deepEqual(dueDate(parsePaymentTerm('1 рабочий день')!, '2025-12-30', 'RU'), { kind: 'value', value: '2026-01-12' })
    assert.deepEqual(dueDate(parsePaymentTerm('5 рабочих дней')!, '2026-12-29', 'RU'), { kind: 'unknown', code: 'CALENDAR_UNKNOWN' })
    assert.deepEqual(dueDate(parsePaymentTerm('5 working days')!, '2026-03-12', null), { kind: 'unknown', code: 'CALENDAR_UNKNOWN' })
    assert.ok(!('2027' in RUSSIAN_CALENDAR))
  })
  it('reads the common phrases', () => {
    const due = (text: string) => {
      const term = parsePaymentTerm(text)
      return term && (dueDate(term, '2026-03-12', 'RU') as { value?: string }).value
    }
    assert.equal(due('Net 30'), '2026-04-11')
    assert.equal(due('30 days net'), '2026-04-11')
    assert.equal(due('Zahlbar innerhalb von 14 Tagen ohne Abzug'), '2026-03-26')
    assert.equal(due('2 % Skonto bei Zahlung innerhalb 10 Tagen, 30 Tage netto'), '2026-04-11')
    assert.equal(due('Paiement à 30 jours fin de mois'), '2026-04-30')
    assert.equal(due('due on receipt'), '2026-03-12')
    assert.equal(due('sofort fällig'), '2026-03-12')
    assert.equal(due('Rechnung 12345 vom 12.03.2026, zahlbar innerhalb 14 Tagen'), '2026-03-26')
    assert.equal(due('Zahlbar bis 30.04.2026'), null)
    assert.equal(due('оплата в течение 10 к.д.'), '2026-03-22')
    assert.equal(due('5 банковских (рабочих) дней'), '2026-03-19')
    assert.equal(parsePaymentTerm('10 Werktage')?.dayType, 'working')
    assert.equal(parsePaymentTerm('10 Bankarbeitstage')?.dayType, 'banking')
    assert.equal(parsePaymentTerm('10 jours ouvrés')?.dayType, 'working')
    assert.equal(parsePaymentTerm('30-day terms')?.days, 30)
    assert.equal(due('в течение 5 (пяти) банковских дней'), '2026-03-19')
    assert.equal(due('Vielen Dank für Ihren Auftrag 30'), null)
  })
})

describe('rates and units', () => {
  it('reads every rate of Format 5.03', () => {
    const rates = {
      '0%': '0',
      '5%': '5',
      '7%': '7',
      '9,09%': '10',
      '10%': '10',
      '16,67%': '20',
      '18%': '18',
      '18,03%': '22',
      '20%': '20',
      '22%': '22',
      '5/105': '5',
      '7/107': '7',
      '10/110': '10',
      '18/118': '18',
      '20/120': '20',
      '22/122': '22',
    }
    for (const [printed, wanted] of Object.entries(rates)) {
      const rate = parseRate(printed)
      assert.equal(rate.kind === 'rate' && rate.rate, wanted, printed)
      assert.equal(
        rate.kind === 'rate' && rate.calculated,
        printed.includes('/') || ['9,09%', '16,67%', '18,03%'].includes(printed),
        printed,
      )
    }
    assert.deepEqual(parseRate('НДС исчисляется налоговым агентом'), { kind: 'none', rate: null, category: 'AE' })
    assert.deepEqual(parseRate('без НДС'), { kind: 'none', rate: null, category: 'E' })
    assert.equal(parseRate('Summe').kind, 'invalid')
  })
  it('keeps the printed unit beside its code', () => {
    assert.deepEqual(unitOf('шт.'), { raw: 'шт.', code: 'H87' })
    assert.deepEqual(unitOf('796'), { raw: '796', code: 'H87' })
    assert.deepEqual(unitOf('Stk.'), { raw: 'Stk.', code: 'H87' })
    assert.deepEqual(unitOf('усл. ед.'), { raw: 'усл. ед.', code: 'C62' })
    assert.deepEqual(unitOf('кВт·ч'), { raw: 'кВт·ч', code: 'KWH' })
    assert.deepEqual(unitOf('м²'), { raw: 'м²', code: 'MTK' })
    assert.deepEqual(unitOf('Liter(s)'), { raw: 'Liter(s)', code: 'LTR' })
    assert.deepEqual(unitOf('piece(s)'), { raw: 'piece(s)', code: 'H87' })
    assert.deepEqual(unitOf('Blumentopf'), { raw: 'Blumentopf', code: null })
    assert.deepEqual(parseQuantity('2,5 Std.'), {
      kind: 'value',
      value: { value: '2.5', unit: { raw: 'Std.', code: 'HUR' } },
      repaired: false,
    })
  })
})
