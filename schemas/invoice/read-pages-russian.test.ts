import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../../core/field.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'

/** Best value per path, as the merge would choose with no other source. */
function best(...pages: readonly string[]): Readonly<Record<string, Candidate['value']>> {
  const chosen = new Map<string, Candidate>()
  for (const c of readTradePages(readingOfText(...pages))) {
    const known = chosen.get(c.path)
    if (!known || known.score < c.score) chosen.set(c.path, c)
  }
  return Object.fromEntries([...chosen].map(([path, c]) => [path, c.value]))
}

function holds(page: string | readonly string[], wanted: Readonly<Record<string, unknown>>): void {
  const values = best(...[page].flat())
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

describe('Russian счета without VAT', () => {
  it('gives the category and the reason of the exemption, and no tax', () =>
    holds(
      `
ИП Образцов О. О.
р/с 40802810309987087200 в ПАО «Банк Пример», г. Макетоград, БИК 049873704

Счёт 69

№   Наименование             Кол-во   Цена       Сумма
1   Уборка помещений         1        5 000,00   5 000,00
                                  Итого:         5 000,00
Без налога (НДС) в связи с применением УСН
Итого к оплате: Пять тысяч рублей 00 копеек`,
      {
        number: '69',
        'payment.bankName': 'ПАО «Банк Пример», г. Макетоград',
        'taxes[0].category': 'E',
        'taxes[0].exemptionReason': 'Без налога (НДС) в связи с применением УСН',
        'totals.tax': undefined,
        'totals.gross': '5000.00',
        'totals.inWords': 'Пять тысяч рублей 00 копеек',
      },
    ))

  it('takes «без НДС» in the rate column for the category of that line only', () =>
    holds(
      `
Счет на оплату № 7 от 3 марта 2026 г.

№   Наименование        Кол-во   Цена       Ставка НДС   Сумма
1   Бумага              1        100,00     22%          122,00
2   Лицензия            1        500,00     Без НДС      500,00
                                   Итого:                622,00
                                   В том числе НДС:       22,00
                                   Всего к оплате:       622,00`,
      { 'lines[0].taxCategory': 'S', 'lines[0].taxRate': '22', 'lines[1].taxCategory': 'E', 'lines[1].taxRate': undefined },
    ))
})

describe('cells of narrow columns', () => {
  it('go on in the next row: item numbers after a hyphen, units after an abbreviation', () =>
    holds(
      `
Счет на оплату № 7 от 3 марта 2026 г.

№   Артикул   Товар             Кол-во   Ед.     Цена       Сумма
1   A617-     Шкаф офисный      1        усл.    100,00     100,00
    297       высокий                    ед.
                                   Всего к оплате:          100,00`,
      { 'lines[0].sellerItemId': 'A617-297', 'lines[0].unitRaw': 'усл. ед.', 'lines[0].name': 'Шкаф офисный высокий' },
    ))
})

describe('signatures', () => {
  it('take position and name from one row, and no name from another row', () =>
    holds(
      `
Счет на оплату № 7 от 3 марта 2026 г.

Руководитель  ______________  Образцов О. О.      Главный бухгалтер  ______________  П. П. Примерова

Генеральный директор  ______________
Менеджер: Условный У. У.`,
      {
        'signatories[0].role': 'Руководитель',
        'signatories[0].name': 'Образцов О. О.',
        'signatories[1].role': 'Главный бухгалтер',
        'signatories[1].name': 'П. П. Примерова',
        'signatories[2].role': undefined,
      },
    ))
})

describe('счета over several pages', () => {
  const HEAD = '№   Товар              Кол-во   Цена без НДС   Сумма без НДС   Ставка НДС   Сумма НДС   Всего с НДС'
  it('take no sum of a page for an item or for a total', () =>
    holds(
      [
        `
Счет на оплату № 7 от 3 марта 2026 г.

${HEAD}
1   Бумага офисная     2        100,00         200,00          22%          44,00       244,00
2   Папка              1        100,00         100,00          22%          22,00       122,00
                       Итого по странице       300,00          Х            66,00       366,00`,
        `
${HEAD}
3   Конверт            1        100,00         100,00          22%          22,00       122,00
                       Итого по странице       100,00          Х            22,00       122,00

                                        Итого без НДС:   400,00
                                        Итого НДС:        88,00
                                        Всего к оплате:  488,00`,
      ],
      {
        'lines[2].name': 'Конверт',
        'lines[3].net': undefined,
        'totals.net': '400.00',
        'totals.tax': '88.00',
        'totals.gross': '488.00',
        lineAmountsIncludeTax: false,
      },
    ))
})

describe('requisites with captions in their own column', () => {
  it('are read beside their caption, also where the value repeats its word', () =>
    holds(
      `
Поставщик:          ООО «Север»
Банк:               ПАО «Банк Пример» г. Макетоград
Телефон:            +7 (000) 555-01-03

Счет № 7 от 3 марта 2026 г.

Покупатель:         ООО «Юг»
Грузополучатель:    ООО «Юг», 344000, г. Ростов-на-Дону,
                    ул. Садовая, д. 3
Основание:          Договор № 5/26 от 12.01.2026`,
      {
        'payment.bankName': 'ПАО «Банк Пример» г. Макетоград',
        'seller.contact.phone': '+7 (000) 555-01-03',
        consignee: 'ООО «Юг», 344000, г. Ростов-на-Дону, ул. Садовая, д. 3',
        'contractRef.number': '5/26',
      },
    ))
})

describe("a service firm's own form", () => {
  it('reads headings of several words, item numbers under the name and a contract in a sentence', () =>
    holds(
      `
ООО «Тестовые Технологии»
198073, г. Образцовск, ул. Примерная, д. 14                           +7 (000) 555-01-15

Счёт на оплату 104
Назначение платежа: Оплата по договору № 203/26 от 20.08.2025

№    Товар или услуга                              Количество   Цена за ед.   Сумма без НДС
1.   Аренда виртуального сервера                   1 мес        1 000,00      1 000,00
     Арт. T722-730

                              Подытог             1 000,00
                              Сумма без НДС       1 000,00
                              НДС (22%)             220,00
                              Итого к оплате      1 220,00

Всего к оплате: Одна тысяча двести двадцать рублей 00 копеек.`,
      {
        number: '104',
        'seller.name': 'ООО «Тестовые Технологии»',
        'seller.address.zip': '198073',
        'seller.contact.phone': '+7 (000) 555-01-15',
        'contractRef.number': '203/26',
        'contractRef.date': '2025-08-20',
        'contractRef.name': undefined,
        'lines[0].name': 'Аренда виртуального сервера',
        'lines[0].sellerItemId': 'T722-730',
        'totals.linesNet': '1000.00',
        'totals.gross': '1220.00',
        'totals.inWords': 'Одна тысяча двести двадцать рублей 00 копеек',
      },
    ))
})
