import type { FieldSpec } from '../define.ts'
import { type FieldRow, fieldGroup as group } from '../shared/field-rows.ts'
import { CLAUSE_NAMES, CLAUSES } from './clauses.ts'

const DAY_TYPES = {
  calendar: { en: 'calendar days', ru: 'календарные дни' },
  working: { en: 'working days', ru: 'рабочие дни' },
  banking: { en: 'banking days', ru: 'банковские дни' },
}
const PERIODS = { day: { en: 'a day', ru: 'в день' }, month: { en: 'a month', ru: 'в месяц' }, year: { en: 'a year', ru: 'в год' } }

/** Every leaf of the contract, in the order of the review form. */
export const contractFields: readonly FieldSpec[] = [
  ...group('document', [
    ['title', 'text', 'Title', 'Название', { required: true }],
    ['number', 'id', 'Contract number', 'Номер договора'],
    ['signDate', 'date', 'Agreement date', 'Дата договора', { required: true }],
    ['place', 'name', 'Place', 'Место заключения'],
    ['subject', 'text', 'Subject', 'Предмет'],
  ]),
  ...group(
    'parties',
    [
      ['parties[].role', 'text', 'Role', 'Роль'],
      ['parties[].name', 'name', 'Name', 'Наименование', { required: true }],
      ['parties[].inn', 'id', 'INN', 'ИНН'],
      ['parties[].kpp', 'id', 'KPP', 'КПП'],
      ['parties[].ogrn', 'id', 'OGRN', 'ОГРН'],
      ['parties[].address', 'address', 'Address', 'Адрес'],
      ['parties[].bank.name', 'name', 'Bank', 'Банк'],
      ['parties[].bank.account', 'id', 'Account', 'Расчётный счёт'],
      ['parties[].bank.corrAccount', 'id', 'Correspondent account', 'Корр. счёт'],
      ['parties[].bank.bik', 'id', 'BIK', 'БИК'],
      ['parties[].signatory.name', 'name', 'Signed by', 'Подписант', { pii: 'personal' }],
      ['parties[].signatory.position', 'text', 'Position', 'Должность'],
      ['parties[].signatory.authority', 'text', 'Acting under', 'Действует на основании'],
    ],
    'business',
  ),
  ...group('term', [
    ['effectiveDate', 'date', 'In force from', 'Вступает в силу'],
    ['expiryDate', 'date', 'In force until', 'Действует до'],
    ['indefinite', 'boolean', 'No fixed end', 'Бессрочный'],
    ['term', 'text', 'Term', 'Срок действия'],
    ['renewal.auto', 'boolean', 'Renews by itself', 'Продлевается автоматически'],
    ['renewal.period', 'text', 'Renewed for', 'Продлевается на'],
    ['renewal.notice', 'text', 'Notice against renewal', 'Срок отказа от продления'],
    ['renewal.noticeDays', 'decimal', 'Notice against renewal, days', 'Срок отказа от продления, дней'],
    ['termination.convenience', 'boolean', 'May be ended without cause', 'Можно расторгнуть без причины'],
    ['termination.notice', 'text', 'Notice of termination', 'Срок уведомления о расторжении'],
    ['termination.noticeDays', 'decimal', 'Notice of termination, days', 'Срок уведомления о расторжении, дней'],
  ]),
  ...group('payment', [
    ['amount.value', 'money', 'Amount', 'Сумма договора'],
    ['amount.currency', 'code', 'Currency', 'Валюта'],
    ['amount.words', 'text', 'Amount in words', 'Сумма прописью'],
    ['amount.vatIncluded', 'boolean', 'VAT included', 'НДС включён'],
    ['amount.vatRate', 'rate', 'VAT rate, %', 'Ставка НДС, %'],
    ['amount.vatExempt', 'boolean', 'No VAT', 'НДС не облагается'],
    ['paymentTerms.prepayPercent', 'rate', 'Prepayment, %', 'Предоплата, %'],
    ['paymentTerms.days', 'decimal', 'Days to pay', 'Срок оплаты, дней'],
    ['paymentTerms.dayType', 'code', 'Kind of days', 'Вид дней', { words: DAY_TYPES }],
    ['paymentTerms.trigger', 'text', 'Days counted from', 'Срок считается с'],
  ]),
  ...group('law', [
    ['governingLaw', 'text', 'Governing law', 'Применимое право'],
    ['disputeVenue', 'text', 'Court', 'Суд'],
    ['penalties[].party', 'text', 'Penalty paid by', 'Неустойку платит'],
    ['penalties[].rate', 'rate', 'Penalty, %', 'Неустойка, %'],
    ['penalties[].per', 'code', 'Penalty per', 'Неустойка за', { words: PERIODS }],
    ['penalties[].amount', 'money', 'Penalty, amount', 'Штраф, сумма'],
    ['penalties[].base', 'text', 'Penalty taken of', 'Неустойка считается от'],
    ['penalties[].cap', 'rate', 'Penalty at most, %', 'Неустойка не более, %'],
    ['liabilityCap.amount', 'money', 'Liability at most', 'Ответственность не более'],
    ['liabilityCap.currency', 'code', 'Liability at most, currency', 'Ответственность не более, валюта'],
    ['liabilityCap.percent', 'rate', 'Liability at most, % of the price', 'Ответственность не более, % от цены'],
    ['warranty', 'text', 'Warranty period', 'Гарантийный срок'],
  ]),
  ...group('attachments', [
    ['appendices[].number', 'text', 'Appendix number', 'Номер приложения'],
    ['appendices[].title', 'text', 'Appendix', 'Приложение'],
    ['signaturesPresent', 'boolean', 'Signature seen', 'Видна подпись'],
  ]),
  ...group(
    'clauses',
    CLAUSE_NAMES.map((name): FieldRow => [`clauses.${name}`, 'boolean', CLAUSES[name].en, CLAUSES[name].ru]),
  ),
]
