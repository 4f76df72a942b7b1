import { times, type Writer } from './writer.ts'

/** Till slips: narrow, with cash and change or a card. */
export function writeSlip(w: Writer): readonly string[] {
  const { random, tongue } = w
  const wide = random.int(28, 42)
  const say = WORDS[tongue]
  const items = times(random.int(1, 9), () => w.row(w.thing().slice(0, wide - 12), w.sum(90), wide)).flatMap((row) =>
    random.chance(0.2) ? [`${random.int(2, 6)} x ${w.sum(20)}`, row] : [row],
  )
  const card = random.chance(0.4)
  return [
    w.centre(w.firm(), wide),
    ...(random.chance(0.8) ? [w.centre(w.address().slice(0, wide), wide)] : []),
    ...(random.chance(0.7) ? [w.centre(`${random.pick(say.id)} ${random.digits(10)}`, wide)] : []),
    ...(random.chance(0.5) ? [w.centre(random.pick(say.title), wide)] : []),
    ...(random.chance(0.5) ? [`${random.pick(say.cashier)} ${random.digits(2)}`] : []),
    ...items,
    w.row(random.pick(say.total), w.sum(400), wide),
    ...(card
      ? [w.row(random.pick(say.card), w.sum(400), wide)]
      : [w.row(random.pick(say.cash), w.sum(500), wide), w.row(random.pick(say.change), w.sum(90), wide)]),
    ...(random.chance(0.6) ? say.tax.map((line) => w.row(line, w.sum(60), wide)) : []),
    `${w.day()}  ${random.int(8, 21)}:${random.int(10, 59)}   ${random.pick(say.number)} ${random.digits(4)}`,
    ...(tongue === 'ru' && random.chance(0.85)
      ? [`РН ККТ ${random.digits(16)}`, `ФН ${random.digits(16)}`, `ФД ${random.digits(5)}`, `ФП ${random.digits(10)}`, 'СНО: ОСН']
      : []),
    ...(random.chance(0.6) ? [w.centre(random.pick(say.thanks), wide)] : []),
    // Slips of card terminals, vouchers and advertisements make the strip long.
    ...(random.chance(0.7)
      ? times(random.int(4, 24), () =>
          w.centre(random.chance(0.4) ? `${random.digits(4)} ${random.digits(6)}` : w.thing().slice(0, wide), wide),
        )
      : []),
  ]
}

const WORDS = {
  ru: {
    id: ['ИНН'],
    title: ['КАССОВЫЙ ЧЕК', 'Кассовый чек / Приход', 'ЧЕК'],
    cashier: ['Кассир', 'КАССИР', 'Смена'],
    total: ['ИТОГ', 'ИТОГО К ОПЛАТЕ', 'ИТОГО'],
    card: ['БЕЗНАЛИЧНЫМИ', 'КАРТОЙ', 'Оплата картой'],
    cash: ['НАЛИЧНЫМИ', 'Получено'],
    change: ['СДАЧА'],
    tax: ['Сумма НДС 20%'],
    number: ['Чек №', 'ЧЕК'],
    thanks: ['Спасибо за покупку!'],
  },
  en: {
    id: ['GST ID No', 'VAT No', 'Tax ID'],
    title: ['TAX INVOICE', 'RECEIPT', 'Cash Receipt', 'SALES RECEIPT', 'CASH BILL'],
    cashier: ['Cashier:', 'Server', 'Till', 'POS'],
    total: ['TOTAL', 'Total Incl. GST', 'Grand Total', 'Amount due', 'Total Payable', 'Net Total'],
    card: ['VISA', 'Credit Card', 'MASTERCARD', 'Card'],
    cash: ['CASH', 'Cash tendered', 'Tendered'],
    change: ['CHANGE', 'Change due'],
    tax: ['GST Summary', 'SR @ 6%'],
    number: ['Receipt #', 'Bill No', 'Invoice No', 'Trans'],
    thanks: ['THANK YOU. PLEASE COME AGAIN', 'Thank you for shopping', 'Goods sold are not returnable', 'Have a nice day'],
  },
  de: {
    id: ['USt-IdNr. DE', 'Steuernummer', 'UID Nr.'],
    title: ['KASSENBON', 'Quittung', 'Rechnung', 'Kundenbeleg', 'Bar-Verkauf'],
    cashier: ['Bediener', 'Kasse', 'Es bediente Sie'],
    total: ['SUMME EUR', 'ZU ZAHLEN EURO', 'Gesamtbetrag', 'Summe', 'Total'],
    card: ['Kartenzahlung', 'girocard', 'Mastercard', 'EC-Karte'],
    cash: ['Bar EUR', 'Gegeben', 'BAR'],
    change: ['Rückgeld', 'Wechselgeld', 'Zurück'],
    tax: ['MwSt 19%', 'A 7%'],
    number: ['Bon-Nr.', 'Beleg', 'BonNr'],
    thanks: ['Vielen Dank für Ihren Einkauf!', 'Auf Wiedersehen', 'Bitte Beleg aufbewahren'],
  },
} as const
