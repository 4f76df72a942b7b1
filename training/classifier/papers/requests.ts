import { times, type Writer } from './writer.ts'

interface Words {
  readonly titles: readonly string[]
  readonly captions: readonly string[]
  readonly asks: readonly string[]
  readonly heads: string
  readonly total: string
  readonly approved: readonly string[]
}

const RUSSIAN: Words = {
  titles: [
    'Заявка на закупку №',
    'ЗАЯВКА НА ОПЛАТУ №',
    'Заявка №',
    'Служебная заявка №',
    'Заявка на приобретение материалов №',
    'ЗАЯВКА на оказание услуг №',
  ],
  captions: [
    'Заявитель',
    'Подразделение',
    'Инициатор',
    'Отдел',
    'Должность',
    'Обоснование',
    'Желаемая дата',
    'Срок поставки',
    'Статья бюджета',
    'Поставщик',
    'Контрагент',
  ],
  asks: ['Прошу приобрести', 'Прошу оплатить', 'Просим рассмотреть заявку', ''],
  heads: '№   Наименование          Кол-во   Ед.   Цена   Сумма',
  total: 'Итого:',
  approved: ['Согласовано: ____________', 'Утверждаю: ____________', 'Одобрено ____________', 'Утверждено: ____________'],
}
const ENGLISH: Words = {
  titles: [
    'Purchase Request',
    'Purchase Requisition',
    'Payment Request',
    'Internal purchase request',
    'Service Request',
    'Request for payment',
  ],
  captions: [
    'Requested by',
    'Department',
    'Applicant',
    'Requester',
    'Justification',
    'Required by',
    'Needed by',
    'Budget code',
    'Cost centre',
    'Supplier',
    'Payee',
  ],
  asks: ['Please purchase', 'Please arrange payment', ''],
  heads: 'Item          Qty   Unit price   Amount',
  total: 'Total',
  approved: ['Approved by: ____________', 'Authorised by: ____________', 'Reviewed and approved by ____________'],
}
const GERMAN: Words = {
  titles: ['Bedarfsanforderung', 'Bestellanforderung', 'Zahlungsantrag', 'Beschaffungsantrag'],
  captions: ['Antragsteller', 'Abteilung', 'Begründung', 'Kostenstelle', 'Lieferant', 'Benötigt bis'],
  asks: [''],
  heads: 'Bezeichnung          Menge   Einzelpreis   Betrag',
  total: 'Summe',
  approved: ['Genehmigt: ____________', 'Freigabe: ____________'],
}

/** Request for a purchase, a payment or a service: who asks, for what, and who approves. */
export function writeRequest(w: Writer): readonly string[] {
  const { random } = w
  const words = { ru: RUSSIAN, en: ENGLISH, de: GERMAN }[w.tongue]
  const title = `${random.pick(words.titles)} ${w.number()}`
  const value = (caption: string) =>
    /дата|срок|by$|bis$/iu.test(caption)
      ? w.day()
      : /поставщик|контрагент|supplier|payee|lieferant/iu.test(caption)
        ? w.firm()
        : random.chance(0.5)
          ? w.person()
          : w.thing()
  return [
    random.chance(0.5) ? w.centre(title) : title,
    w.day(),
    ...random.sample(words.captions, random.int(3, 7)).map((caption) => `${caption}:  ${value(caption)}`),
    ...[random.pick(words.asks)].filter((text) => text !== ''),
    ...(random.chance(0.75)
      ? [
          words.heads,
          ...times(
            random.int(1, 6),
            (i) => `${i + 1}   ${w.thing().slice(0, 30).padEnd(32)}${random.int(1, 20)}   ${w.sum(900)}   ${w.sum()}`,
          ),
        ]
      : []),
    w.row(words.total, w.sum()),
    ...random.sample(words.approved, random.int(1, Math.min(2, words.approved.length))).map((text) => `${text} ${w.person()}`),
  ]
}
