import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeCandidates } from '../../../core/extraction/merge.ts'
import { readingOfText } from '../../../core/layout/text-grid.ts'
import { readContractPages } from './index.ts'

function read(text: string): Readonly<Record<string, unknown>> {
  const { chosen } = mergeCandidates(readContractPages(readingOfText(text)))
  return Object.fromEntries(Object.entries(chosen).map(([path, { value }]) => [path, value]))
}

const RENT = `
                    ДОГОВОР АРЕНДЫ
                       № 7/26
г. Макетоград                                   12 марта 2026 г.

ООО «Пример», именуемое в дальнейшем «Арендодатель», в лице директора Образцова Олега Олеговича,
действующего на основании Устава, с одной стороны, и ООО «Образец», именуемое в дальнейшем
«Арендатор», в лице директора Тестова Тимофея Тихоновича, действующего на основании Устава,
с другой стороны, заключили настоящий Договор о нижеследующем:

II. АРЕНДНАЯ ПЛАТА
2. Арендная плата за весь срок аренды составляет 93 109,58 рублей, в том числе НДС 22%.

III. ОТВЕТСТВЕННОСТЬ
4. При просрочке платежа начисляется пеня 0,2% от просроченной суммы за каждый день просрочки, но не выше 5% от неё.

V. СПОРЫ
7. Споры рассматривает Арбитражный суд Пермского края.

VI. СТОРОНЫ
Арендодатель: ООО «Пример», ИНН 7707083893, КПП 770701001.
Арендатор: ООО «Образец», ИНН 7728168971, КПП 772801001.
`

describe('contracts of other forms', () => {
  it('name their rent, penalty, court and parties in words of their own', () => {
    const values = read(RENT)
    assert.equal(values['amount.value'], '93109.58')
    assert.equal(values['penalties[0].rate'], '0.2')
    assert.equal(values['penalties[0].cap'], '5')
    assert.equal(values.disputeVenue, 'Арбитражный суд Пермского края')
    assert.equal(values['parties[0].inn'], '7707083893')
    assert.equal(values['parties[1].inn'], '7728168971')
  })

  it('part the address of one party from the name of the next', () => {
    const values = read(`
                 MASTER MAINTENANCE AGREEMENT
                 Contract number: 240/A

THIS MASTER MAINTENANCE AGREEMENT, dated as of 4 March 2026, is entered into between Neverwas Engineering Ltd
(“Provider”), having its principal office at 12 Makebelieve Lane, Exampleton, ZZ1 4AB, and Example & Specimen Ltd
(“Client”), having its principal office at 48 Invented Road, Neverham, ZZ3 8LN.

Section 2. Charges. Client shall pay Provider an aggregate amount of GBP 960.00, due 30 days after each invoice.
`)
    assert.equal(values['parties[0].name'], 'Neverwas Engineering Ltd')
    assert.equal(values['parties[1].name'], 'Example & Specimen Ltd')
    assert.equal(values.number, '240/A')
    assert.equal(values['amount.value'], '960.00')
  })
})
