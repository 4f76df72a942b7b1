/**
 * A question about one paper, as people type it: `{number}`, `{one}` and `{two}` are the paper's number and the names of its parties without their
 * legal form. `answer`: path of the truth whose printed words a cited passage must hold, or those words in quotes; null = no paper says it.
 */
export interface Asked {
  /** Layout of the paper that is meant; null = no paper at all. */
  readonly of: string | null
  readonly text: string
  readonly answer: string | null
}

const about = (of: string, asked: readonly (readonly [string, string | null])[]): readonly Asked[] =>
  asked.map(([text, answer]) => ({ of, text, answer }))

const answered: readonly Asked[] = [
  ...about('contract-services', [
    ['Какой срок оплаты по договору № {number}?', 'paymentTerms.days'],
    ['В каком суде рассматриваются споры с {one}, договор {number}?', 'disputeVenue'],
    ['Какая неустойка за нарушение срока оплаты по договору {number}?', 'penalties[0].rate'],
    ['размер предоплаты договор {number}', 'paymentTerms.prepayPercent'],
    ['Когда вступает в силу договор {number}?', 'effectiveDate'],
    ['за сколько дней заявить о прекращении договора {number}', 'renewal.notice'],
    ['неустойкка за просрочку по договору {number}', 'penalties[0].rate'],
    ['До какого числа действует договор {number} с {one}?', 'expiryDate'],
  ]),
  ...about('contract-supply', [
    ['Какой гарантийный срок на товар по договору {number}?', 'warranty'],
    ['За какой срок надо уведомить об отказе от договора {number}?', 'termination.notice'],
    ['пени при нарушении сроков поставки {number}', 'penalties[0].rate'],
    ['Куда передаются споры по договору поставки {number}?', 'disputeVenue'],
    ['гарантйный срок {one} {number}', 'warranty'],
    ['Какие приложения у договора поставки {number}?', 'appendices[0].title'],
    ['На какой срок заключён договор поставки {number}?', 'term'],
  ]),
  ...about('contract-works', [
    ['В течение какого срока выполняются работы по договору подряда {number}?', '"45 (сорока пяти)"'],
    ['Когда подрядчик {two} устраняет недостатки по договору {number}?', '"10 (десяти) дней"'],
    ['Какова цена работ по договору {number}?', 'amount.value'],
    ['срок оплаты выполненых работ по договору {number}', 'paymentTerms.days'],
    ['Где разрешаются споры по договору подряда {number}?', 'disputeVenue'],
  ]),
  ...about('contract-licence', [
    ['Какое право использования программы предоставляет лицензиар по договору {number}?', '"неисключительное"'],
    ['Когда истекает лицензионный договор {number}?', 'expiryDate'],
    ['Сколько стоит лицензия по договору {number}?', 'amount.value'],
    ['За сколько дней предупредить о расторжении лицензионного договора {number}?', 'termination.notice'],
    ['вознагражденее по договору {number}', 'paymentTerms.days'],
  ]),
  ...about('contract-en-services', [
    ['What law governs the services agreement with {one}?', 'governingLaw'],
    ['What written notice is needed to terminate the services agreement with {one}?', 'termination.notice'],
    ['How much of the fee does {two} pay in advance?', 'paymentTerms.prepayPercent'],
    ['What is the total liability of the contractor {one} limited to?', 'liabilityCap.percent'],
    ['When are invoices of {one} payable under the services agreement?', 'paymentTerms.days'],
  ]),
  ...about('contract-en-supply', [
    ['Warranty period for goods under supply agreement {number}', 'warranty'],
    ['What is the penalty for late delivery under agreement {number}?', 'penalties[0].rate'],
    ['When does the supply agreement {number} expire?', 'expiryDate'],
    ['How many days before expiry must notice of non-renewal be given under {number}?', 'renewal.notice'],
    ['penallty late delivery {number}', 'penalties[0].rate'],
  ]),
  ...about('contract-en-consultancy', [
    ['Where are disputes with the consultant {one} settled?', 'disputeVenue'],
    ['What deposit is due on signing the consultancy agreement with {one}?', 'paymentTerms.prepayPercent'],
    ['termnation notice consultancy {one}', 'termination.notice'],
  ]),
  ...about('act-vat-columns', [
    ['За какой период оказаны услуги по акту {number}?', 'period.start'],
    ['На какую сумму акт {number}?', 'totals.gross'],
    ['По какому договору составлен акт № {number}?', 'contractRef.number'],
  ]),
  ...about('act-worded', [
    ['Есть ли претензии у заказчика по акту {number}?', '"претензий"'],
    ['Сколько НДС в акте {number}?', 'totals.tax'],
  ]),
  ...about('act-certificate', [
    ['What is the service period of certificate {number}?', 'period.start'],
    ['Does the customer have claims under certificate {number}?', '"no claims"'],
  ]),
  ...about('application-service', [
    ['Кто инициатор заявки {number}?', 'applicant.name'],
    ['Какой срок исполнения заявки на услуги {number}?', 'desiredDate'],
    ['Кто утвердил заявку {number}?', 'approvals[0].name'],
  ]),
  ...about('application-requisition', [
    ['Who requested purchase requisition {number}?', 'applicant.name'],
    ['Which department needs requisition {number}?', 'department'],
    ['reqiusition {number} required by', 'desiredDate'],
  ]),
  ...about('ru-schet', [
    ['Сколько НДС в счёте {number}?', 'totals.tax'],
    ['Какой ИНН у поставщика {one}?', 'seller.inn'],
    ['БИК банка получателя в счете {number}', 'payment.bik'],
    ['сума к оплате счет {number}', 'totals.gross'],
  ]),
  ...about('uk-vat', [
    ['What is the total due on invoice {number}?', 'totals.gross'],
    ['What is the VAT number of {one}?', 'seller.vatId'],
    ['When is invoice {number} due?', 'dueDate'],
  ]),
]

/** No paper of the collection says it: the paper is there, its kind is there, and what is asked stands in others or in none. */
const unanswered: readonly Asked[] = [
  ...about('contract-services', [
    ['Кто страхует оборудование по договору {number}?', null],
    ['Какая скидка за досрочную оплату по договору {number}?', null],
    ['Можно ли привлекать субподрядчиков по договору {number}?', null],
    ['Какой штраф за разглашение конфиденциальной информации по договору {number}?', null],
    ['Какой гарантийный срок по договору {number}?', null],
  ]),
  ...about('contract-supply', [
    ['Кто оплачивает перевозку и разгрузку по договору {number}?', null],
    ['Какая упаковка требуется по договору поставки {number}?', null],
    ['Какие обстоятельства непреодолимой силы названы в договоре {number}?', null],
    ['Можно ли вернуть товар надлежащего качества по договору {number}?', null],
  ]),
  ...about('contract-works', [
    ['Кто отвечает за технику безопасности на площадке по договору {number}?', null],
    ['Какой аванс получает подрядчик по договору {number}?', null],
    ['Кто согласует проектную документацию по договору {number}?', null],
  ]),
  ...about('contract-licence', [
    ['Сколько рабочих мест входит в лицензию по договору {number}?', null],
    ['Кто проводит обучение пользователей по договору {number}?', null],
    ['Какой размер предоплаты по договору {number}?', null],
  ]),
  ...about('contract-en-services', [
    ['Which insurance must {one} maintain?', null],
    ['Who owns the intellectual property created by {one}?', null],
    ['What is the warranty period of {one} services?', null],
    ['May {one} hire subcontractors?', null],
  ]),
  ...about('contract-en-supply', [
    ['Who pays customs duties under supply agreement {number}?', null],
    ['Which Incoterms apply to agreement {number}?', null],
    ['What is the minimum order quantity under agreement {number}?', null],
  ]),
  ...about('contract-en-consultancy', [
    ['What is the hourly rate of the consultant {one}?', null],
    ['Does {one} have a non-compete obligation?', null],
    ['Are travel expenses of {one} reimbursed?', null],
  ]),
  ...about('act-vat-columns', [
    ['Кто принял работы на объекте по акту {number} с замечаниями?', null],
    ['Какая скидка указана в акте {number}?', null],
    ['Номер накладной к акту {number}', null],
  ]),
  ...about('act-certificate', [
    ['Which hotel costs does certificate {number} include?', null],
    ['What discount does certificate {number} grant?', null],
  ]),
  ...about('application-service', [
    ['Почему отклонили заявку {number}?', null],
    ['Какая статья бюджета у заявки {number}?', null],
  ]),
  ...about('application-requisition', [['Why was requisition {number} rejected?', null]]),
  ...about('ru-schet', [
    ['Какой адрес доставки в счёте {number}?', null],
    ['Номер телефона водителя в счете {number}', null],
    ['Какая скидка в счете {number}?', null],
  ]),
  ...about('uk-vat', [
    ['Which courier delivered invoice {number}?', null],
    ['What late fee applies to invoice {number}?', null],
    ['Who signed the delivery note for invoice {number}?', null],
  ]),
  ...[
    'Какой срок оплаты по договору с ООО «Зефирный Комбинат»?',
    'Какая неустойка в договоре с Рогаткин и Внуки?',
    'Сколько НДС в счёте 999/77-Ю?',
    'До какого числа действует договор аренды № 5519-ЗЗ?',
    'Кто подал заявку № 88112?',
    'Какой ИНН у Тмутараканьнефтегаза?',
    'Что сказано в акте сверки за 2019 год?',
    'Сколько дней отпуска положено кладовщику?',
    'Где лежит ключ от сейфа?',
    'Какой пароль от клиент-банка?',
    'Когда сдавать декларацию по прибыли?',
    'Какая погода будет в Твери?',
    'What is the notice period in the agreement with Zephyr Aerospace?',
    'What is the total of invoice ZX-991827?',
    'Which helicopter licence did the company lose?',
    'Who is the landlord of our office in Lisbon?',
    'How many vacation days does the warehouse manager have?',
    'What is the share capital of the buyer?',
    'When is the annual shareholder meeting?',
    'Which audit firm signed the balance sheet?',
  ].map((text) => ({ of: null, text, answer: null })),
]

export const asked: readonly Asked[] = [...answered, ...unanswered]
