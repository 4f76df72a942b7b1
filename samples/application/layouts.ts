import { amountInWords } from '../layouts/ru-parts.ts'
import type { Random } from '../random.ts'
import type { Layout, Plan } from '../sample.ts'
import { itemTable, type Request, requestOf } from './request.ts'

const CSS = (random: Random, face: string) => `
  body { font: ${random.pick(['9.5pt', '10pt', '10.5pt'])}/1.4 ${face} } .page { padding: 18mm 16mm }
  h1 { font-size: 15pt; margin: 3mm 0 5mm } .centre { text-align: center } .right { text-align: right } .between { display: flex; justify-content: space-between }
  .facts td { padding: 1mm 3mm 1mm 0; vertical-align: top } .facts td:first-child { width: 52mm } .grid td { border: 1px solid #000; padding: 1.5mm }
  .items { margin: 5mm 0 } .items td, .items th { border: 1px solid #444; padding: 1mm 1.5mm; text-align: left } .items .r { text-align: right }`
const facts = (rows: readonly (readonly [string, string])[], kind = 'facts') =>
  `<table class="${kind}">${rows.map(([caption, value]) => `<tr><td>${caption}</td><td>${value}</td></tr>`).join('')}</table>`

interface Form {
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly face: string
  readonly lineCount?: number
  page(request: Request, gross: string): string
}

function layoutOf({ name, language, face, lineCount, page }: Form): Layout {
  return {
    name: `application-${name}`,
    documentClass: 'application',
    language,
    plan: (random): Plan => ({
      country: language === 'ru' ? 'RU' : 'GB',
      currency: language === 'ru' ? 'RUB' : 'GBP',
      trade: random.pick(['goods', 'services']),
      lineCount: lineCount ?? random.int(1, 6),
      rates: { main: language === 'ru' ? '22' : '20' },
      includesTax: true,
    }),
    css: (random) => CSS(random, face),
    pages: (invoice, random) => [page(requestOf(invoice, language, random), invoice.totals.gross!)],
  }
}

const SANS = "'Liberation Sans'"
const SERIF = "'PT Serif'"
const words = (gross: string) => amountInWords(gross).replace('totals.inWords', 'inWords')

const forms: readonly Form[] = [
  {
    name: 'purchase',
    language: 'ru',
    face: SANS,
    page: (r) => `<h1>Заявка на закупку № ${r.number} от ${r.longDate}</h1>
      ${facts([
        ['Подразделение:', r.department],
        ['Заявитель:', r.applicant],
        ['Предмет заявки:', r.subject],
        ['Желаемая дата:', r.wanted],
        ['Поставщик:', r.supplier],
        ['ИНН поставщика:', r.supplierInn],
      ])}
      ${itemTable(r, [
        ['№', 'no'],
        ['Наименование', 'name'],
        ['Ед. изм.', 'unit'],
        ['Кол-во', 'quantity'],
        ['Цена', 'price'],
        ['Сумма', 'amount'],
      ])}
      <p class="right"><b>Итого: ${r.total} руб.</b></p><p>Согласовано: начальник отдела ____________ ${r.approver} ${r.approvedOn}</p><p>Утверждаю: директор ____________ ${r.director}</p>`,
  },
  {
    name: 'payment',
    language: 'ru',
    face: SERIF,
    lineCount: 1,
    page: (r, gross) => `<h1 class="centre">ЗАЯВКА НА ОПЛАТУ</h1>
      ${facts(
        [
          ['Номер заявки', r.number],
          ['Дата заявки', r.date],
          ['Инициатор', r.applicant],
          ['Подразделение', r.department],
          ['Контрагент', r.supplier],
          ['ИНН контрагента', r.supplierInn],
          ['Назначение платежа', r.subject],
          ['Сумма к оплате', `${r.total} руб.`],
          ['Сумма прописью', words(gross)],
          ['Оплатить до', r.wanted],
        ],
        'grid',
      )}
      <p>Согласовано: финансовый директор ____________ ${r.approver} ${r.approvedOn}</p>`,
  },
  {
    name: 'memo',
    language: 'ru',
    face: SERIF,
    page: (r) => `<div class="between"><div>Подразделение: ${r.department}</div><div>Директору<br>${r.director}</div></div>
      <h1 class="centre">Служебная заявка № ${r.number}<br>от ${r.date}</h1><p>Прошу приобрести следующее. Предмет: ${r.subject}</p>
      ${itemTable(r, [
        ['Наименование', 'name'],
        ['Количество', 'quantity'],
        ['Ед.', 'unit'],
        ['Цена, руб.', 'price'],
        ['Сумма, руб.', 'amount'],
      ])}
      <p>Общая сумма: ${r.total} руб.</p><p>Требуется к: ${r.wanted}</p><p>Предполагаемый поставщик: ${r.supplier}</p><p>Заявитель: ${r.applicant}</p><p>Согласовано: ${r.approver} ${r.approvedOn}</p>`,
  },
  {
    name: 'service',
    language: 'ru',
    face: "'PT Sans'",
    page: (r) => `<p class="right">Утверждаю: ${r.approver} ${r.approvedOn}</p><h1>Заявка на оказание услуг № ${r.number}</h1>
      ${facts([
        ['Дата', r.date],
        ['Подразделение-инициатор', r.department],
        ['Инициатор заявки', r.applicant],
        ['Вид услуг', r.subject],
        ['Исполнитель', r.supplier],
        ['Срок исполнения', r.wanted],
      ])}
      ${itemTable(
        r,
        [
          ['№ п/п', 'no'],
          ['Наименование услуги', 'name'],
          ['Кол-во', 'quantity'],
          ['Стоимость единицы', 'price'],
          ['Стоимость', 'amount'],
        ],
        `<tr><td colspan="4">Всего</td><td class="r">${r.total}</td></tr>`,
      )}<p>Все суммы в рублях.</p>`,
  },
  {
    name: 'material',
    language: 'ru',
    face: "'DejaVu Sans Condensed'",
    page: (r) => `<div class="between"><div>Структурное подразделение: ${r.department}</div><div>Дата составления: ${r.date}</div></div>
      <h1 class="centre">ЗАЯВКА № ${r.number}<br>на материалы</h1><p>Цель приобретения указана ниже. Тема: ${r.subject}</p>
      ${itemTable(r, [
        ['№', 'no'],
        ['Материал', 'name'],
        ['Единица', 'unit'],
        ['Количество', 'quantity'],
        ['Ориентировочная цена', 'price'],
        ['Сумма с НДС', 'amount'],
      ])}
      <p>Итого по заявке: ${r.total} руб.</p><p>Желаемый срок поставки: ${r.wanted}</p><p>Рекомендуемый поставщик: ${r.supplier}, ИНН ${r.supplierInn}</p><p>Составил: ${r.applicant}</p><p>Утверждено: ${r.approver}</p>`,
  },
  {
    name: 'funds',
    language: 'ru',
    face: SANS,
    lineCount: 1,
    page: (r, gross) => `<h1>Заявка на расходование денежных средств № ${r.number} от ${r.date}</h1>
      ${facts([
        ['Подразделение:', r.department],
        ['Автор заявки:', r.applicant],
        ['Получатель платежа:', r.supplier],
        ['ИНН получателя:', r.supplierInn],
        ['Сумма платежа:', `${r.total} руб.`],
        ['', words(gross)],
        ['Назначение платежа:', r.subject],
        ['Плановая дата оплаты:', r.wanted],
      ])}
      <p>Одобрено: главный бухгалтер ____________ ${r.approver} ${r.approvedOn}</p>`,
  },
  {
    name: 'requisition',
    language: 'en',
    face: SANS,
    page: (r) => `<h1>Purchase Requisition</h1><div class="between"><div>${facts([
      ['Requisition No:', r.number],
      ['Date:', r.longDate],
      ['Requested by:', r.applicant],
    ])}</div><div>${facts([
      ['Department:', r.department],
      ['Supplier:', r.supplier],
      ['Required by:', r.wanted],
    ])}</div></div><p>Subject: ${r.subject}</p>
      ${itemTable(r, [
        ['Item', 'name'],
        ['Qty', 'quantity'],
        ['Unit price', 'price'],
        ['Amount', 'amount'],
      ])}<p class="right">Total: £${r.total}</p><p>Approved by: Head of Purchasing ${r.approver} ${r.approvedOn}</p>`,
  },
  {
    name: 'payment-request',
    language: 'en',
    face: "'Liberation Serif'",
    lineCount: 1,
    page: (r) => `<h1>Payment Request No. ${r.number}</h1>
      ${facts(
        [
          ['Date of request', r.date],
          ['Applicant', r.applicant],
          ['Department', r.department],
          ['Payee', r.supplier],
          ['Purpose of payment', r.subject],
          ['Amount requested', `GBP ${r.total}`],
          ['Pay by', r.wanted],
        ],
        'grid',
      )}<p>Authorised by: ${r.approver} ${r.approvedOn}</p>`,
  },
  {
    name: 'internal',
    language: 'en',
    face: "'DejaVu Sans Condensed'",
    page: (r) => `<p class="right">Request date: ${r.date}<br>Request number: ${r.number}</p><h1>Internal purchase request</h1>
      <p>Requester: ${r.applicant}<br>Requesting department: ${r.department}<br>What is needed: ${r.subject}<br>Preferred supplier: ${r.supplier}<br>Needed by: ${r.wanted}</p>
      ${itemTable(r, [
        ['No.', 'no'],
        ['Description', 'name'],
        ['Unit', 'unit'],
        ['Quantity', 'quantity'],
        ['Price', 'price'],
        ['Total', 'amount'],
      ])}<p class="right">Estimated total, GBP: ${r.total}</p><p>Reviewed by: ${r.approver} ${r.approvedOn}</p>`,
  },
]

/** Every layout of a request for a purchase, a payment or a service. */
export const applicationLayouts: readonly Layout[] = forms.map(layoutOf)
