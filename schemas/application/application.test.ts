import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { conform } from '../../core/assess/index.ts'
import { mergeCandidates } from '../../core/extraction/merge.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { setAt } from '../../core/paths.ts'
import type { RuleContext } from '../define.ts'
import { application } from './index.ts'

const fixture = (name: string) => readingOfText(readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8'))

function holds(name: string, wanted: Readonly<Record<string, string>>): void {
  const { chosen } = mergeCandidates(application.readPages(fixture(name)))
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, chosen[path]?.value])), wanted)
}

const context: RuleContext = { today: '2026-11-21', history: [], ownTaxIds: [], derived: new Set() }
const APPROVED = { number: '38', date: '2026-03-12', 'approvals[0].name': 'Примеров П. П.' }

function said(values: Readonly<Record<string, string>>, more: Partial<RuleContext> = {}): readonly string[] {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries({ ...APPROVED, ...values })) if (value !== '') setAt(loose, path, value)
  return application
    .check(conform(application.schema, loose).data, { ...context, ...more })
    .findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
}

describe('an application', () => {
  for (const name of ['ru-purchase', 'ru-payment', 'en-requisition'])
    it(`is recognised: ${name}`, () => assert.ok(application.recognise(fixture(name)) > 0.5))

  it('for a purchase is read with its rows and who approved it', () =>
    holds('ru-purchase', {
      number: '38',
      date: '2026-03-12',
      kind: 'purchase',
      organisation: 'ООО «Образцовый завод»',
      department: 'Отдел технического снабжения',
      'applicant.name': 'Образцов О. О.',
      'applicant.position': 'инженер',
      subject: 'Инструмент для ремонтной бригады',
      reason: 'износ имеющегося инструмента',
      desiredDate: '2026-03-25',
      'supplier.name': 'ООО «Пример Трейд»',
      'supplier.inn': '7799123450',
      currency: 'RUB',
      total: '18500.00',
      inWords: 'Восемнадцать тысяч пятьсот рублей 00 копеек',
      'lines[0].name': 'Дрель ударная',
      'lines[0].unit': 'шт',
      'lines[0].price': '7450',
      'lines[1].quantity': '3',
      'lines[1].amount': '3600.00',
      'approvals[0].role': 'начальник отдела',
      'approvals[0].name': 'Примеров П. П.',
      'approvals[0].date': '2026-03-13',
      'approvals[1].role': 'генеральный директор',
      'approvals[1].name': 'Тестов Т. Т.',
    }))

  it('for a payment is read from a list of captions', () =>
    holds('ru-payment', {
      number: '114/ф',
      date: '2026-04-02',
      kind: 'payment',
      'applicant.name': 'Тестова Т. Т.',
      department: 'Маркетинг',
      'supplier.name': 'АО «Макет Медиа»',
      'supplier.inn': '7899654328',
      basis: 'Счёт № 55 от 30.03.2026',
      subject: 'Размещение рекламы за апрель',
      total: '120000.00',
      currency: 'RUB',
      desiredDate: '2026-04-10',
      budgetItem: 'Реклама',
      'approvals[0].name': 'Примеров П. П.',
    }))

  it('is read in English', () =>
    holds('en-requisition', {
      number: 'PR-2041',
      date: '2026-05-04',
      kind: 'purchase',
      'applicant.name': 'A. Sample',
      department: 'Laboratory',
      'supplier.name': 'Specimen Tools Ltd',
      desiredDate: '2026-05-20',
      reason: 'replacement of worn parts',
      total: '330.00',
      currency: 'GBP',
      'lines[0].quantity': '20',
      'lines[1].amount': '80.00',
      'approvals[0].role': 'Head of Purchasing',
      'approvals[0].name': 'P. Example',
      'approvals[0].date': '2026-05-06',
    }))
})

describe('rules of an application', () => {
  it('have nothing to say against one that adds up', () =>
    assert.deepEqual(said({ total: '70.00', 'lines[0].quantity': '2', 'lines[0].price': '35', 'lines[0].amount': '70.00' }), []))
  it('find rows that are not the total', () =>
    assert.deepEqual(said({ total: '71.00', 'lines[0].amount': '70.00' }), ['LINES-TOTAL error']))
  it('find a row that is not quantity times price', () =>
    assert.deepEqual(said({ 'lines[0].quantity': '2', 'lines[0].price': '35', 'lines[0].amount': '80.00' }), ['LINE-AMOUNT error']))
  it('find words that say another sum', () =>
    assert.deepEqual(said({ total: '71.00', inWords: 'Семьдесят рублей 00 копеек' }), ['WORDS error']))
  it('find what is wanted before it was asked for', () => assert.deepEqual(said({ desiredDate: '2026-03-01' }), ['DATE-DESIRED error']))
  it('find an approval before the request', () => assert.deepEqual(said({ 'approvals[0].date': '2026-03-01' }), ['DATE-APPROVAL warning']))
  it('ask for an approval', () => assert.deepEqual(said({ 'approvals[0].name': '' }), ['NOT-APPROVED warning']))
  it('do not let the applicant approve', () =>
    assert.deepEqual(said({ 'applicant.name': 'Примеров П. П.' }), ['APPROVED-BY-APPLICANT warning']))
  it('find the same request again', () =>
    assert.deepEqual(said({}, { history: [{ documentId: 'd1', approved: true, data: { number: '38', date: '2026-03-12' } }] }), [
      'DUPLICATE error',
    ]))
})
