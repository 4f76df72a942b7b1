import { times, type Writer } from './writer.ts'

/** Credit notes: an invoice’s rows, and the invoice they take back. */
export function writeCreditNote(w: Writer): readonly string[] {
  const { random, tongue } = w
  const say = CREDIT[tongue]
  return [
    ...(random.chance(0.5) ? [w.firm(), w.address(), ''] : []),
    ...(random.chance(0.5) ? [say.to, w.firm(), w.address()] : []),
    random.chance(0.5) ? random.pick(say.titles) : `${random.pick(say.titles)} ${say.no} ${w.number()}`,
    w.row(`${say.no} ${w.number()}`, w.day()),
    ...(random.chance(0.75) ? [`${random.pick(say.original)} ${w.number()} ${w.day()}`] : []),
    say.columns,
    ...times(random.int(1, 6), (i) => w.row(`${i + 1}  ${w.thing()}   ${random.int(1, 9)}`, w.sum(4000))),
    w.row(random.pick(say.total), `${random.chance(0.4) ? '-' : ''}${w.sum()}`),
    w.row(say.tax, w.sum(4000)),
    ...(random.chance(0.6) ? [random.pick(say.done)] : []),
    ...(random.chance(0.4) ? [`IBAN DE${random.digits(20)}`] : []),
  ]
}

const CREDIT = {
  ru: {
    titles: ['Кредит-нота', 'Корректировочный счет-фактура', 'КОРРЕКТИРОВОЧНЫЙ СЧЁТ'],
    no: '№',
    to: 'Покупатель',
    original: ['к счету-фактуре №', 'к счёту №'],
    columns: 'Наименование   Количество   Сумма',
    total: ['Всего уменьшение', 'Сумма к уменьшению'],
    tax: 'НДС',
    done: ['Сумма к уменьшению зачтена в счет будущих платежей'],
  },
  en: {
    titles: ['CREDIT NOTE', 'Credit Memo', 'Tax Credit Note', 'VAT CREDIT NOTE'],
    no: 'No.',
    to: 'Bill to',
    original: ['Original invoice', 'Ref. invoice no', 'Against invoice'],
    columns: 'Description   Quantity   Amount',
    total: ['Total credit', 'Amount credited', 'Total'],
    tax: 'VAT 20%',
    done: ['This amount has been credited to your account'],
  },
  de: {
    titles: ['Gutschrift', 'GUTSCHRIFT', 'Rechnungskorrektur', 'Stornorechnung'],
    no: 'Nr.',
    to: 'Rechnungsadresse',
    original: ['zu Rechnung Nr.', 'Originalrechnung', 'Ursprüngliche Rechnung'],
    columns: 'Bezeichnung   Menge   Betrag',
    total: ['Gutschriftbetrag', 'Gesamtbetrag', 'Summe'],
    tax: 'MwSt 19%',
    done: ['Der Betrag wird Ihrem Konto gutgeschrieben.'],
  },
} as const

/** Papers that are no kind of their own: offers, orders, delivery notes, reminders, statements, letters. */
export function writeOther(w: Writer): readonly string[] {
  const { random, tongue } = w
  const [title, ...body] = random.pick(OTHERS[tongue])
  const rows = random.chance(0.7)
    ? times(random.int(1, 8), (i) => w.row(`${i + 1}  ${w.thing()}   ${random.int(1, 20)}`, random.chance(0.8) ? w.sum() : 'шт'))
    : []
  return [
    ...(random.chance(0.7) ? [w.firm(), w.address(), ''] : []),
    ...(random.chance(0.6) ? [w.firm(), w.address()] : []),
    random.chance(0.5) ? title! : `${title} ${w.number()}`,
    w.day(),
    ...body,
    ...rows,
    ...(rows.length > 0 && random.chance(0.6) ? [w.row({ ru: 'Итого', en: 'Total', de: 'Summe' }[tongue], w.sum())] : []),
    ...(random.chance(0.5) ? [{ ru: 'С уважением,', en: 'Kind regards,', de: 'Mit freundlichen Grüßen' }[tongue], w.person()] : []),
    ...(random.chance(0.3) ? [tongue === 'ru' ? `р/с ${random.digits(20)} БИК 04${random.digits(7)}` : `IBAN DE${random.digits(20)}`] : []),
  ]
}

const OTHERS: Readonly<Record<Writer['tongue'], readonly (readonly string[])[]>> = {
  ru: [
    [
      'Коммерческое предложение',
      'Уважаемые коллеги! Предлагаем вам поставку товаров по следующим ценам.',
      'Предложение действительно 30 дней.',
    ],
    ['Платежное поручение №', 'Плательщик', 'Получатель', 'Назначение платежа: оплата по счету'],
    ['Выписка по счету', 'Входящий остаток', 'Исходящий остаток'],
    ['Акт сверки взаимных расчетов', 'Сальдо на начало периода', 'Обороты за период', 'Сальдо конечное'],
    ['Доверенность №', 'Выдана на получение товарно-материальных ценностей'],
    ['Заказ покупателя №', 'Доставка по адресу покупателя, срок пять дней'],
    ['Уведомление', 'Сообщаем вам об изменении банковских реквизитов нашей организации.'],
    ['Спецификация №', 'Сроки поставки и количество товара'],
  ],
  en: [
    ['Quotation', 'Dear customer, we are pleased to offer the following.', 'Valid until the end of the month'],
    ['PURCHASE ORDER', 'Ship via ground', 'Delivery address'],
    ['Delivery Note', 'Delivery address', 'Packed by', 'Packages 3'],
    ['Statement of Account', 'Opening balance', 'Closing balance'],
    ['Order Confirmation', 'Thank you for your order. Delivery address as above.'],
    ['Payment Reminder', 'Dear Sir, our records show that the invoice below is overdue.'],
    ['Packing List', 'Ship via sea, packages 12, gross weight'],
    ['Estimate', 'This offer is valid for fourteen days.'],
    ['Remittance Advice', 'Dear supplier, the following invoices were paid.'],
  ],
  de: [
    ['Angebot', 'Sehr geehrte Damen und Herren, gerne bieten wir Ihnen an.', 'Gültig bis Monatsende'],
    ['Auftragsbestätigung', 'Vielen Dank für Ihre Bestellung.', 'Lieferadresse'],
    ['Lieferschein', 'Lieferadresse', 'Versandart Spedition'],
    ['Mahnung', 'Sehr geehrte Damen und Herren, leider konnten wir keinen Zahlungseingang feststellen.'],
    ['Bestellung', 'Bitte liefern Sie an die Lieferadresse.'],
    ['Kontoauszug', 'Anfangssaldo', 'Endsaldo'],
    ['Zahlungserinnerung', 'Sehr geehrte Damen und Herren, die Rechnung ist noch offen.'],
  ],
}
