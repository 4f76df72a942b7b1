import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readInvoicePages } from './read-pages.ts'
import { recogniseInvoice } from './recognise.ts'

function read(text: string): (path: string) => unknown {
  const candidates = readInvoicePages(readingOfText(text))
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
})
