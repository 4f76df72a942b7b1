import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { tellClass } from '../core/classification/index.ts'
import { readingOfText } from '../core/layout/text-grid.ts'
import { CLASSIFIER, classify } from './classify.ts'
import { documentTypes } from './registry.ts'

const fixtures = (type: string) => readdirSync(new URL(`./${type}/fixtures/`, import.meta.url)).filter((name) => name.endsWith('.txt'))
const page = (type: string, name: string) => readingOfText(readFileSync(new URL(`./${type}/fixtures/${name}`, import.meta.url), 'utf8'))
const paper = (...lines: readonly string[]) => readingOfText(lines.join('\n'))
const best = (reading: Parameters<typeof classify>[0]) => classify(reading, documentTypes)[0]

describe('the kind of a paper', () => {
  for (const name of fixtures('invoice'))
    it(`invoice ${name}`, () => assert.equal(best(page('invoice', name))?.known.type?.name, 'invoice'))
  for (const name of fixtures('receipt')) it(`receipt ${name}`, () => assert.equal(best(page('receipt', name))?.name, 'receipt'))

  it('act, by its title, its parties and that nobody has claims', () => {
    const act = paper(
      'Акт № 15 от 31.03.2026',
      'Исполнитель: ООО «Пример»',
      'Заказчик: АО «Образец»',
      'Услуги связи   1   1 200,00',
      'Услуги выполнены полностью и в срок. Заказчик претензий по объему и качеству не имеет.',
    )
    assert.equal(best(act)?.name, 'act')
  })

  it('waybill and УПД, which share half of their words with a счёт-фактура', () => {
    const waybill = paper(
      'Унифицированная форма № ТОРГ-12',
      'Грузополучатель ООО «Пример»',
      'ТОВАРНАЯ НАКЛАДНАЯ № 7',
      'Масса груза (нетто)',
      'Отпуск груза разрешил',
      'Груз принял',
    )
    const upd = paper(
      'Универсальный передаточный документ',
      'Статус: 1',
      'Счет-фактура № 7 от 31.03.2026',
      'Продавец: ООО «Пример»',
      'Покупатель: АО «Образец»',
      'Всего к оплате   1 200,00',
      'Товар (груз) передал / услуги сдал',
    )
    assert.equal(best(waybill)?.name, 'waybill')
    assert.equal(best(upd)?.name, 'upd')
    assert.equal(best(upd)?.known.type?.name, 'invoice')
  })

  it('credit note, which the invoice’s type reads', () => {
    const note = paper(
      'Specimen Tools Inc.',
      'CREDIT NOTE No. 77',
      'Bill to',
      'Placeholder Paper LLC',
      'Original invoice 4711',
      'Hammer   2   40.00',
      'Total credit   40.00',
    )
    assert.equal(best(note)?.name, 'credit_note')
    assert.equal(best(note)?.known.type?.name, 'invoice')
  })

  it('voucher that names the account to pay to, which no till slip does', () => {
    const voucher = paper(
      'PAYMENT NOTE',
      'Guest Name: A. Sample',
      'Payment Mode      Cash at Hotel',
      'Room Charges      1939',
      'Grand Total       1939',
      'Note : All payments to be made in favour of Specimen Rooms Ltd.',
      'Bank Name   Sample Bank     IFSC CODE   ABCD0000003',
    )
    assert.equal(best(voucher)?.name, 'invoice')
  })

  it('customer’s copy of a till that calls its slip a tax invoice', () => {
    const slip = readingOfText(
      [
        '   SPECIMEN BAKERIES SDN BHD',
        '       TAX INVOICE',
        'Cash Invoice No.: 1734',
        'Date: 17/08/2017',
        'WHITE BREAD      3       6.39',
        'BUN              1       2.97',
        'Total 0% supplies :      9.36',
        'Total Payable     :      9.36',
        '     CUSTOMER’S COPY',
      ].join('\n'),
    )
    assert.equal(best(slip)?.name, 'receipt')
  })

  it('agreement, which is never surely an invoice whatever it says about invoices and bank accounts', () => {
    const agreement = paper(
      'SERVICES AGREEMENT',
      'THIS AGREEMENT is made by and between Specimen Tools Inc. and Placeholder Paper LLC, hereinafter the Customer.',
      'Payment. The Customer shall pay each invoice within thirty days; invoice number and invoice date are to be quoted.',
      'Bank account IBAN DE02 1203 0000 0000 2020 51, amount due 1,200.00',
      'This Agreement shall be governed by and construed in accordance with the laws of the State.',
    )
    const guesses = classify(agreement, documentTypes)
    assert.equal(guesses[0]?.name, 'contract')
    assert.ok(guesses.find(({ name }) => name === 'invoice')!.probability < 0.1)
  })

  it('is one of the known ones: probabilities add up to one; of an empty page nothing is said', () => {
    const guesses = classify(paper('Hello', 'World of words'), documentTypes)
    assert.ok(Math.abs(guesses.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9)
    assert.ok(guesses[0]!.probability < 0.5)
    assert.deepEqual(classify({ pages: [] }, documentTypes), [])
  })

  it('can be one the model never saw: its signs are enough', () => {
    const signs = { titles: [/^customs declaration/iu], words: [/country of origin/iu, /tariff number/iu] }
    const reading = paper('CUSTOMS DECLARATION', 'Country of origin   CN', 'Tariff number   8471 30 00')
    const known = classify(paper('x'), documentTypes).map(({ name, known: { signs: own } }) => ({ name, signs: own, judgement: null }))
    const [first] = tellClass(reading, [...known, { name: 'customs', signs, judgement: null }], CLASSIFIER)
    assert.equal(first?.name, 'customs')
    assert.ok(first!.probability > 0.9)
  })

  it('is told by a title alone where a kind has no words, but not by that title inside a sentence', () => {
    const signs = { titles: [/^customs declaration/iu], words: [] }
    const known = classify(paper('x'), documentTypes).map(({ name, known: { signs: own } }) => ({ name, signs: own, judgement: null }))
    const told = (...lines: readonly string[]) =>
      tellClass(paper(...lines), [...known, { name: 'customs', signs, judgement: null }], CLASSIFIER)[0]?.name
    assert.equal(told('CUSTOMS DECLARATION', 'Goods   12 pieces'), 'customs')
    assert.notEqual(told('See the customs declaration', 'Goods   12 pieces'), 'customs')
  })
})
