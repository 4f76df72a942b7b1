import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findAmounts, findDates, hasLegalForm, idAtStart, isStreet, parseAddress, townOf } from './index.ts'

const DE = { decimal: ',', order: 'dmy' } as const
const EN = { decimal: '.', order: null } as const

describe('amounts in a line', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['TVA collectée (vente) 20,0% 81,90 € 16,38 €', ['81.90', '16.38']],
    ['€ 1.234,–', ['1234.00']],
    ['Total -218,48 €', ['-218.48']],
    ['(35,13 €)', ['35.13']],
    ['12 345,67 руб.', ['12345.67']],
    ['IBAN DE08 7009 0100 1234 5678 90', []],
    ['zahlbar bis 04.04.2013', []],
    ['19 %', []],
    ['S.123/45', []],
  ]
  for (const [text, values] of cases)
    it(text, () =>
      assert.deepEqual(
        findAmounts(text, DE).map((a) => a.value),
        values,
      ),
    )
  it('tells the currency beside the amount', () => {
    assert.equal(findAmounts('EUR 20,00', DE)[0]?.currency, 'EUR')
    assert.deepEqual([findAmounts('$4.11', EN)[0]?.currency, findAmounts('$4.11', EN)[0]?.sign], [null, '$'])
  })
})

describe('dates in a line', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['Datum 24. Januar 2014', ['2014-01-24']],
    ['August 3 , 2014', ['2014-08-03']],
    ['Facture du 02 Juillet 2015', ['2015-07-02']],
    ['Счёт № 5 от 12 марта 2026 г.', ['2026-03-12']],
    ['8-9-2022', ['2022-09-08']],
    ['01.04.2014 - 30.06.2014', ['2014-04-01', '2014-06-30']],
    ['Agreement No. 69/26 dated 11 June 2026', ['2026-06-11']],
    ['31.02.2026', []],
    ['Version 2.6', []],
  ]
  for (const [text, values] of cases)
    it(text, () =>
      assert.deepEqual(
        findDates(text, DE).map((d) => d.value),
        values,
      ),
    )
})

describe('document numbers', () => {
  const cases: readonly [string, string | null][] = [
    [': 471102', '471102'],
    ['Nr. RE-20171118/506 von 18.11.2017', 'RE-20171118/506'],
    ['№ А-123/26 от 1 мая', 'А-123/26'],
    ['RE 2023-001', 'RE 2023-001'],
    ['9314110911/00/M/00/N vom', '9314110911/00/M/00/N'],
    ['vom 1. Mai', null],
    ['siehe unten', null],
  ]
  for (const [text, value] of cases) it(text, () => assert.equal(idAtStart(text)?.value ?? null, value))
})

describe('addresses', () => {
  const cases: readonly [readonly string[], readonly (string | null)[]][] = [
    [
      ['Lieferantenstraße 20', '80333 München', 'Deutschland'],
      ['Lieferantenstraße 20', '80333', 'München', 'DE'],
    ],
    [
      ["1242 chemin de l'olive", '84340 Malaucène'],
      ["1242 chemin de l'olive", '84340', 'Malaucène', null],
    ],
    [
      ['Debussystraat 43', '2324 KH Leiden', 'Netherlands'],
      ['Debussystraat 43', '2324 KH', 'Leiden', 'NL'],
    ],
    [
      ['410 Terry Ave North', 'Seattle, WA 98109-5210'],
      ['410 Terry Ave North', '98109-5210', 'Seattle', 'US'],
    ],
    [
      ['Erdkuhl 5', 'DE 12345 Berlin'],
      ['Erdkuhl 5', '12345', 'Berlin', 'DE'],
    ],
    [['117587, Москва г, Варшавское шоссе, дом 5'], ['Варшавское шоссе, дом 5', '117587', 'Москва', null]],
    [['Россия, 141002 Московская обл., г. Мытищи, ул. Мира, д. 2'], ['ул. Мира, д. 2', '141002', 'Мытищи', 'RU']],
    [
      ['1200 Placeholder Avenue, Suite 40', 'Sampleton, NV 00042'],
      ['1200 Placeholder Avenue, Suite 40', '00042', 'Sampleton', 'US'],
    ],
    [
      ['48 Invented Road', 'Neverham', 'ZZ3 8LN'],
      ['48 Invented Road', 'ZZ3 8LN', 'Neverham', 'GB'],
    ],
  ]
  for (const [lines, [line1, zip, city, country]] of cases)
    it(lines.join(' / '), () => {
      const address = parseAddress(lines)
      assert.deepEqual([address?.line1, address?.zip, address?.city, address?.country], [line1, zip, city, country])
    })
  it('takes no prose for an address', () => assert.equal(parseAddress(['Vielen Dank für Ihren Auftrag']), null))
  it('knows streets', () => {
    assert.deepEqual(['Ecke 12', '5 avenue de la Gare', 'Auguststr. 4', '01.02.2024', 'Beispiel AG'].map(isStreet), [
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('legal forms', () => {
  it('knows firms from other words', () => {
    const firms = ['Müller GmbH & Co. KG', 'DUPONT SARL', 'ACME Inc.', 'ООО «Ромашка»', 'Squeaky B.V.', 'Google Cloud EMEA Limited']
    assert.ok(firms.every(hasLegalForm))
    assert.ok(!['Salon', 'Tagung', 'Bonn', 'Магазин'].some(hasLegalForm))
  })
})

describe('a post code', () => {
  it('needs a town behind it: a colour temperature is no address', () => {
    assert.equal(townOf('LED panel light, 4000 K'), null)
    assert.equal(townOf('4000 Liège')?.city, 'Liège')
  })
})
