import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'
import { recogniseInvoice } from './recognise.ts'

function read(text: string): (path: string) => unknown {
  const candidates = readTradePages(readingOfText(text))
  return (path) => candidates.filter((c) => c.path === path).sort((a, b) => b.score - a.score)[0]?.value
}

describe('wordings that firms use besides the usual ones', () => {
  it('takes any German …rechnung for an invoice, a calculation or settlement not', () => {
    const page = (title: string) => `${title}
Musterwerk GmbH, Musterstraße 12, 00815 Musterstadt
Menge   Bezeichnung   Gesamt
1       Beratung      100,00
Gesamtbetrag          100,00`
    for (const title of ['Warenrechnung', 'Ihre Rechnung', 'Jahresrechnung'])
      assert.ok(recogniseInvoice(readingOfText(page(title))) >= 0.5, title)
    assert.ok(recogniseInvoice(readingOfText(page('Vorausberechnung'))) < recogniseInvoice(readingOfText(page('Jahresrechnung'))))
  })

  it('ends a Russian address before the ИНН on the next line and gives the payee its numbers', () => {
    const value = read(`ООО «Пример-Снаб»
Счёт № 98/09-30 от 13.09.2026
Получатель платежа                       Кому
ООО «Пример-Снаб»                        ООО «Тестовые Технологии»
198011, г. Макетоград, ул. Новая, д. 7   198045, г. Условный, ул. Тестовая, д. 101
ИНН – 9822950587                         ИНН – 9899835121
КПП – 980401001                          КПП – 985401001`)
    assert.equal(value('buyer.name'), 'ООО «Тестовые Технологии»')
    assert.equal(value('buyer.address.line1'), 'ул. Тестовая, д. 101')
    assert.equal(value('seller.inn'), '9822950587')
    assert.equal(value('seller.kpp'), '980401001')
    assert.equal(value('buyer.inn'), '9899835121')
  })

  it('reads the whole register number behind its caption', () => {
    const value = read(`Rechnung Nr. 202606-489
Musterwerk GmbH
Musterstraße 12
00815 Musterstadt
Registernummer: HRB 98835`)
    assert.equal(value('seller.legalId'), 'HRB 98835')
  })

  it('gives a tax without rate the rate that every line prints', () => {
    const value = read(`VAT INVOICE INV-8363
Description            Qty   Price      VAT     Amount
Porcelain teapot        26   38.71      20%   1,006.46

Goods net                                     1,006.46
Plus VAT                                        201.29
Total                                         1,207.75`)
    assert.equal(value('taxes[0].rate'), '20')
    assert.equal(value('taxes[0].amount'), '201.29')
    assert.equal(value('taxes[0].category'), 'S')
  })

  it('adds the taxes of two rates where no sum of them is printed', () => {
    const value = read(`Счёт № 12 от 10.05.2026
Описание            Кол.  Изм.   Цена, руб.      Сумма
Крупа гречневая       2   упак       110,00     220,00
Картридж              1   шт         122,00     122,00

Общая сумма:                                    342,00
НДС к уплате 22 %:                               22,00
НДС к уплате 10 %:                               20,00`)
    assert.deepEqual([value('taxes[0].amount'), value('taxes[1].amount')], ['22.00', '20.00'])
    assert.deepEqual([value('taxes[0].rate'), value('taxes[1].rate')], ['22', '10'])
    assert.equal(value('totals.gross'), '342.00')
    assert.equal(value('lines[0].unitRaw'), 'упак')
    assert.equal(value('lineAmountsIncludeTax'), true)
  })

  const banks: readonly (readonly [line: string, name: string])[] = [
    ['Bankverbindung Musterbank eG | IBAN DE41 9909 8100 8323 0125 53 | BIC SPECDE99XXX', 'Musterbank eG'],
    ['Bank details: Bank name First Placeholder Bank, Acct. # 0005401866.', 'First Placeholder Bank'],
    ['Modalités de règlement: Banque – Banque Exemple, IBAN – FR63 9999 9000 0141 2848 1130 983', 'Banque Exemple'],
    [
      'р/счет – 40702810806685703146, Обслуживающий банк – ПАО «Банк\nПример» г. Макетоград, БИК – 049875859',
      'ПАО «Банк Пример» г. Макетоград',
    ],
  ]
  for (const [line, name] of banks)
    it(`finds the bank in “${line.slice(0, 40)}…”`, () => assert.equal(read(`Invoice 17\n\n${line}`)('payment.bankName'), name))

  it('takes the currency of the rouble account where no amount names one', () => {
    assert.equal(read('Счёт № 5\n\nИтого к оплате 810 659,44\nРасч. счёт: 40702810100752184856')('currency'), 'RUB')
    assert.equal(read('Счёт № 5\n\nИтого к оплате 810 659,44\nРасч. счёт: 40702978100752184856')('currency'), undefined)
  })

  it('reads a telephone behind a single letter, not the T of an article number', () => {
    assert.equal(read('Invoice 17\n\nSpecimen Tools Inc.\nT (555) 555-0176')('seller.contact.phone'), '(555) 555-0176')
    assert.equal(read('Invoice 17\n\nSpecimen Tools Inc.\nT335-036-0176\nT-335-036-0176')('seller.contact.phone'), undefined)
  })

  it('reads a number that has slipped onto the line under its caption', () => {
    const value = read(`Счёт № 5 от 03.05.2026

Поставщик: ООО «ТД «Небывалый», 198045, г. Условный, ул. Тестовая, д. 101, ИНН: 9898734875, КПП:
985901001, ОГРН: 1239818405705`)
    assert.equal(value('seller.kpp'), '985901001')
    assert.equal(value('seller.legalId'), '1239818405705')
  })
})
