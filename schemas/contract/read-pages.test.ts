import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { mergeCandidates } from '../../core/extraction/merge.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readContractPages } from './read/index.ts'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')

function read(...pages: readonly string[]): Readonly<Record<string, string | boolean>> {
  const { chosen } = mergeCandidates(readContractPages(readingOfText(...pages)))
  return Object.fromEntries(Object.entries(chosen).map(([path, { value }]) => [path, value]))
}

function holds(values: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

describe('whole contracts', () => {
  it('reads a Russian contract for services: parties with signatories, price in words, penalty, renewal', () => {
    const values = read(fixture('ru-services'))
    holds(values, {
      title: 'ДОГОВОР возмездного оказания услуг',
      number: '17/У-2026',
      signDate: '2026-05-05',
      place: 'Казань',
      'parties[0].name': 'Общество с ограниченной ответственностью «Ромашка»',
      'parties[0].role': 'Заказчик',
      'parties[0].signatory.name': 'Иванова Петра Сергеевича',
      'parties[0].signatory.position': 'генерального директора',
      'parties[0].signatory.authority': 'Устава',
      'parties[1].name': 'Индивидуальный предприниматель Кузнецова Анна Игоревна',
      'parties[1].role': 'Исполнитель',
      'parties[2].name': undefined,
      'amount.value': '360000.00',
      'amount.currency': 'RUB',
      'amount.vatIncluded': true,
      'amount.vatRate': '22',
      effectiveDate: '2026-06-01',
      term: '1 year',
      'renewal.auto': true,
      'renewal.period': '1 year',
      'renewal.notice': '30 days',
      'termination.convenience': true,
      'termination.notice': '2 months',
      governingLaw: 'Российская Федерация',
      'penalties[0].rate': '0.1',
      'penalties[0].per': 'day',
      'penalties[0].cap': '10',
      'clauses.liquidated_damages': true,
      'clauses.anti_assignment': true,
      'clauses.exclusivity': undefined,
      'clauses.confidentiality': undefined,
    })
  })

  it('reads a Russian contract for goods: its subject, how it is paid, limits, appendices, and the requisites of each side', () => {
    const values = read(fixture('ru-supply'))
    holds(values, {
      signDate: '2026-02-12', // not the day of the power of attorney
      place: 'Тверь',
      subject:
        'Поставщик обязуется передать в собственность Покупателя, а Покупатель - принять и оплатить станки согласно спецификации (Приложение № 1)',
      'amount.value': '1220000.00',
      'paymentTerms.prepayPercent': '30',
      'paymentTerms.days': '7',
      'paymentTerms.dayType': 'banking',
      'paymentTerms.trigger': 'после подписания товарной накладной',
      warranty: '24 months',
      'penalties[0].party': 'Поставщик',
      'penalties[0].base': 'от стоимости непоставленного товара',
      'penalties[0].cap': '10',
      'penalties[1].rate': undefined,
      'liabilityCap.percent': '50',
      disputeVenue: 'Арбитражный суд Тверской области',
      'appendices[0].number': '1',
      'appendices[0].title': 'Спецификация',
      'appendices[1].title': 'График поставки',
      'appendices[2].number': undefined,
      'parties[0].inn': '7736050003',
      'parties[0].kpp': '773601001',
      'parties[0].ogrn': '1027700070518',
      'parties[0].address': '170000, г. Тверь, ул. Заводская, д. 3',
      'parties[0].bank.name': 'АО «Образец-Банк»',
      'parties[0].bank.account': '40702810400000000225',
      'parties[0].bank.corrAccount': '30101810400000000225',
      'parties[0].bank.bik': '044525225',
      'parties[1].inn': '7707083893',
      'parties[1].address': '129000, г. Москва, ул. Новая, д. 8',
      'parties[1].bank.account': '40702810900000000001',
      'parties[1].signatory.authority': 'доверенности № 7 от 11.01.2026',
      signaturesPresent: undefined,
    })
  })

  it('reads an English contract for work: advance, balance, warranty, the most that is answered for, schedules', () => {
    holds(read(fixture('en-works')), {
      number: '118',
      'parties[0].name': 'Example & Specimen Ltd',
      'parties[0].address': '12 Makebelieve Lane, Exampleton',
      'parties[1].address': undefined,
      'parties[0].role': 'Contractor',
      'parties[1].role': 'Client',
      subject: 'The Contractor shall repair the cold store of the Client at Mockbury as set out in Schedule 1',
      'amount.value': '48000.00',
      'amount.vatIncluded': false,
      'paymentTerms.prepayPercent': '25',
      'paymentTerms.days': '30',
      'paymentTerms.trigger': 'after receipt of the invoice',
      warranty: '12 months',
      'liabilityCap.amount': '60000.00',
      'liabilityCap.currency': 'GBP',
      'penalties[0].party': 'Contractor',
      'penalties[0].rate': '0.5',
      'penalties[0].base': 'of the price',
      'penalties[0].cap': '5',
      disputeVenue: 'courts of England and Wales',
      'appendices[0].title': 'Description of the Work',
      'appendices[1].title': 'Price List',
      signaturesPresent: true,
    })
  })

  it('reads an English contract: the first term, not that of secrecy; the notice against renewal, not that of termination', () => {
    holds(read(fixture('en-supply')), {
      title: 'SUPPLY AGREEMENT',
      signDate: '2025-03-03',
      effectiveDate: '2025-03-03',
      'parties[0].name': 'Northgate Paper Company',
      'parties[0].role': 'Supplier',
      'parties[1].name': 'Harbour & Sons Limited',
      'parties[1].role': 'Customer',
      'parties[2].name': undefined,
      'amount.value': '125000.00',
      'amount.currency': 'USD',
      term: '3 years',
      'renewal.auto': true,
      'renewal.period': '1 year',
      'renewal.notice': '60 days',
      'termination.convenience': true,
      'termination.notice': '90 days',
      governingLaw: 'New York',
      'clauses.anti_assignment': true,
      'clauses.cap_on_liability': true,
      'clauses.confidentiality': true,
      'clauses.license_grant': undefined,
      'clauses.non_compete': undefined,
    })
  })

  it('reads a German contract', () => {
    holds(read(fixture('de-wartung')), {
      title: 'Wartungsvertrag',
      signDate: '2026-01-12',
      effectiveDate: '2026-02-01',
      'parties[0].name': 'Nordlicht Technik GmbH',
      'parties[1].name': 'Backhaus Meyer KG',
      term: '2 years',
      'renewal.auto': true,
      'renewal.period': '1 year',
      'renewal.notice': '3 months',
      governingLaw: 'Deutschland',
    })
  })

  it('tells a place of two names from a party, and a name from the address behind it', () => {
    const opening = (one: string, other: string) =>
      read(
        `SUPPLY AGREEMENT\n\nThis Agreement is made by and between ${one} (the "Seller"), and ${other}\n(the "Buyer").\n\nWHEREAS it is agreed:`,
      )
    const values = opening('Invented Foods Ltd of 7 Specimen Park, Mockbury', 'Neverwas Ltd, a company incorporated in England and Wales')
    holds(values, {
      'parties[0].name': 'Invented Foods Ltd',
      'parties[0].address': '7 Specimen Park, Mockbury',
      'parties[1].name': 'Neverwas Ltd',
      'parties[2].name': undefined,
    })
  })

  it('reads parties that are called in brackets, and a town that stands alone', () => {
    const text = `Договор поставки № 8 от 03.03.2026\nг. Тверь\n\nООО «Пример-Снаб» (далее – «Поставщик») в лице директора Образцова О. О., действующего\nна основании Устава, и АО «Условный Завод» (далее – «Покупатель») в лице директора\nПримеровой П. П., действующего на основании Устава, заключили настоящий договор.`
    holds(read(text), {
      place: 'Тверь',
      signDate: '2026-03-03',
      'parties[0].name': 'ООО «Пример-Снаб»',
      'parties[0].role': 'Поставщик',
      'parties[0].signatory.name': 'Образцова О. О.',
      'parties[1].name': 'АО «Условный Завод»',
      'parties[1].role': 'Покупатель',
      'parties[2].name': undefined,
    })
  })

  it('gives no side the numbers of a block that may be that of both', () => {
    const mixed = fixture('ru-supply').replace(/Поставщик: {20,}Покупатель:\n/u, '')
    const values = read(mixed.replace(/^(АО «Условный Завод») +(ООО «Пример-Снаб»)$/mu, '$1 и $2'))
    for (const path of ['parties[0].inn', 'parties[1].inn', 'parties[0].bank.account', 'parties[1].bank.account'])
      assert.equal(values[path], undefined, path)
  })

  it('quotes the sentence of a clause with its place', () => {
    const candidates = readContractPages(readingOfText('A first page without clauses.', fixture('en-supply')))
    const law = candidates.find(({ path }) => path === 'governingLaw')
    assert.match(law?.raw ?? '', /^7\. Governing Law\. This Agreement .* conflict of laws rules\.$/)
    assert.deepEqual([...new Set(law?.evidence.map(({ page }) => page))], [2])
    assert.equal(law?.evidence.length, 3) // the rows it is printed in
  })
})
