import { captionIndex } from '../../core/extraction/labels/index.ts'
import { type CaptionTable, captionsFrom } from '../shared/captioned/index.ts'
import { captions } from '../shared/trade/labels/caption.ts'
import { captionsOfPaper } from '../shared/trade/labels/other-papers.ts'

/** Captions as printed. Put every wording you meet here; the longest match wins. `other` claims captions that no field holds. */
const TABLE: CaptionTable = {
  number: {
    en: [
      'Request number',
      'Request no',
      'Application no',
      'Application number',
      'Requisition no',
      'Requisition number',
      'PR number',
      'PR no',
      'Number',
    ],
    ru: ['Номер заявки', '№ заявки', 'Заявка №', 'Номер'],
  },
  date: {
    en: ['Date of request', 'Request date', 'Date of application', 'Application date', 'Date raised', 'Date'],
    ru: ['Дата заявки', 'Дата составления', 'Дата подачи', 'Дата'],
  },
  organisation: {
    en: ['Organisation', 'Organization', 'Company', 'Legal entity'],
    ru: ['Организация', 'Компания', 'Предприятие', 'Заказчик'],
  },
  department: {
    en: ['Department', 'Requesting department', 'Cost center department', 'Division', 'Team'],
    ru: [
      'Подразделение',
      'Структурное подразделение',
      'Отдел',
      'Подразделение-инициатор',
      'Служба',
      'Департамент',
      'Подразделение заявителя',
    ],
  },
  'applicant.name': {
    en: [
      'Applicant',
      'Requested by',
      'Requester',
      'Requestor',
      'Prepared by',
      'Submitted by',
      'Employee',
      'Name of applicant',
      'Originator',
    ],
    ru: [
      'Заявитель',
      'Инициатор',
      'Инициатор заявки',
      'ФИО заявителя',
      'Ф. И. О. заявителя',
      'Автор заявки',
      'От кого',
      'Составил',
      'Ответственное лицо',
      'Сотрудник',
    ],
  },
  'applicant.position': { en: ['Position', 'Job title', 'Title of applicant'], ru: ['Должность', 'Должность заявителя'] },
  subject: {
    en: ['Subject', 'Purpose of payment', 'Subject of request', 'What is needed', 'Description of request'],
    ru: [
      'Предмет заявки',
      'Предмет',
      'Тема',
      'Назначение платежа',
      'Содержание заявки',
      'Что требуется',
      'Вид услуг',
      'Наименование услуги',
      'Предмет закупки',
    ],
  },
  reason: {
    en: ['Justification', 'Reason', 'Reason for request', 'Business justification', 'Business need'],
    ru: ['Обоснование', 'Обоснование закупки', 'Обоснование потребности', 'Причина', 'Цель', 'Цель закупки', 'Цель приобретения'],
  },
  desiredDate: {
    en: [
      'Required by',
      'Needed by',
      'Desired date',
      'Required date',
      'Date required',
      'Delivery required by',
      'Pay by',
      'Payment due',
      'Wanted by',
      'Due date',
      'Date needed',
    ],
    ru: [
      'Желаемая дата',
      'Желаемая дата поставки',
      'Желаемый срок',
      'Желаемый срок поставки',
      'Срок поставки',
      'Требуемый срок',
      'Требуется к',
      'Необходимо к',
      'Срок исполнения',
      'Срок оплаты',
      'Оплатить до',
      'Дата оплаты',
      'Плановая дата оплаты',
      'Желаемая дата оплаты',
      'Дата выполнения',
    ],
  },
  budgetItem: {
    en: ['Budget item', 'Budget line', 'Budget code', 'Cost centre', 'Cost center', 'GL account'],
    ru: ['Статья бюджета', 'Статья расходов', 'Статья затрат', 'Статья ДДС', 'ЦФО', 'МВЗ', 'Статья движения денежных средств'],
  },
  'supplier.name': {
    en: ['Supplier', 'Vendor', 'Suggested supplier', 'Preferred supplier', 'Payee', 'Pay to', 'Proposed vendor'],
    ru: [
      'Поставщик',
      'Контрагент',
      'Получатель',
      'Получатель платежа',
      'Предполагаемый поставщик',
      'Исполнитель',
      'Рекомендуемый поставщик',
    ],
  },
  'supplier.inn': { ru: ['ИНН', 'ИНН поставщика', 'ИНН контрагента', 'ИНН получателя'] },
  basis: {
    en: ['Basis', 'Supporting document', 'Invoice', 'Basis for payment'],
    ru: ['Основание', 'Основание платежа', 'Документ-основание', 'Основание для оплаты'],
  },
  currency: { en: ['Currency'], ru: ['Валюта'] },
  total: {
    en: [
      'Total',
      'Total amount',
      'Amount requested',
      'Amount',
      'Total cost',
      'Estimated total',
      'Grand total',
      'Total requested',
      'Estimated cost',
    ],
    ru: [
      'Итого',
      'Всего',
      'Сумма',
      'Сумма заявки',
      'Сумма к оплате',
      'Сумма платежа',
      'Итого по заявке',
      'Всего по заявке',
      'Общая сумма',
      'Общая стоимость',
      'Ориентировочная стоимость',
      'Итоговая сумма',
    ],
  },
  inWords: { en: ['Amount in words'], ru: ['Сумма прописью', 'Прописью'] },
  other: {
    en: ['Approved by', 'Authorised by', 'Authorized by', 'Reviewed by', 'Signature', 'Phone', 'E-mail', 'Notes'],
    ru: [
      'Согласовано',
      'Утверждаю',
      'Утверждено',
      'Одобрено',
      'Подпись',
      'Телефон',
      'Примечание',
      'КПП',
      'БИК',
      'р/с',
      'Расчетный счет',
      'Банк',
      'Кому',
    ],
  },
}

export const APPLICATION_CAPTIONS = captionsFrom(TABLE)

/** For the table of what is asked for: the columns, sums and words of every trade paper. */
export const TABLE_CAPTIONS = captionIndex(
  captionsOfPaper([
    captions(
      'title',
      1,
      `
      Заявка | Заявка на закупку | Заявка на оплату | Заявка на приобретение | Заявка на оказание услуг | Заявка на поставку |
      Заявка на выполнение работ | Заявка на расходование денежных средств | Заявка на материалы | Служебная заявка |
      Purchase request | Purchase requisition | Payment request | Service request | Internal purchase request | Material request |
      Request for purchase | Request for payment | Expense request | Procurement request
    `,
    ),
    captions('number', 1, 'Заявка № | Номер заявки | Request no | Request number | Requisition no'),
    captions('total', 1, 'Итого по заявке | Всего по заявке | Сумма заявки | Total requested | Amount requested | Estimated total'),
  ]),
)
