import type { Invoice, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { field, said, when } from '../html.ts'
import { address, amountInWords, partyLine, ru } from '../layouts/ru-parts.ts'
import type { Random } from '../random.ts'
import type { Layout, Plan } from '../sample.ts'
import { workTable } from './columns.ts'

const plan = (random: Random, more: Partial<Plan> = {}): Plan => ({
  country: 'RU',
  currency: 'RUB',
  trade: 'services',
  lineCount: random.int(1, 6),
  rates: { main: '22' },
  ...more,
})
const css = (random: Random, face = "'Liberation Sans'", more = '') => `
  body { font: ${random.pick(['9.5pt', '10pt', '10.5pt'])}/1.35 ${face} } .page { padding: 16mm 15mm 12mm 20mm }
  h1 { font-size: 14pt; margin: 4mm 0 } .centre { text-align: center } .between { display: flex; justify-content: space-between }
  .items { margin: 4mm 0 } .items td, .items th { border: 1px solid #000; padding: 1mm 1.5mm; vertical-align: top }
  .sums { width: auto; margin: 2mm 0 3mm auto; font-weight: bold } .sums td { padding: 0.5mm 1.5mm; text-align: right }
  .two { display: flex; gap: 10mm; margin-top: 8mm } .two > div { flex: 1 } .party td { padding: 1mm 2mm 1mm 0; vertical-align: top } ${more}`

const basis = ({ contractRef }: Invoice) =>
  `${said('contractRef.name', 'Договор оказания услуг')} № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.date(contractRef.date))}`
const sums = (rows: readonly (readonly [string, string])[]) =>
  `<table class="sums">${rows.map(([caption, value]) => `<tr><td>${caption}</td><td>${value}</td></tr>`).join('')}</table>`
const gross = ({ totals }: Invoice) => field('totals.gross', ru.money(totals.gross))
const tax = ({ totals }: Invoice) => field('totals.tax', ru.money(totals.tax))
const net = ({ totals }: Invoice) => field('totals.net', ru.money(totals.net))
const requisites = (at: 'seller' | 'buyer', title: string, party: InvoiceParty) =>
  `<div><b>${title}:</b><br>${party.name}<br>ИНН ${field(`${at}.inn`, party.inn)} КПП ${field(`${at}.kpp`, party.kpp)}<br>${address(at, party)}<br><br>____________ /Образцов О. О./</div>`
const signs =
  '<div class="two"><div><b>ИСПОЛНИТЕЛЬ</b><br><br>____________________</div><div><b>ЗАКАЗЧИК</b><br><br>____________________</div></div>'
const STATEMENTS = [
  'Вышеперечисленные услуги выполнены полностью и в срок. Заказчик претензий по объёму, качеству и срокам оказания услуг не имеет.',
  'Услуги оказаны в полном объёме и надлежащего качества. Стороны претензий друг к другу не имеют.',
  'Претензий по объёму, качеству и срокам оказания услуг нет.',
]
const period = ({ period: { start, end } }: Invoice) => [field('period.start', ru.date(start)), field('period.end', ru.date(end))] as const

/** As 1C prints it: two party lines, prices with VAT, count and words. */
const program: Layout = {
  name: 'act-program',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random, { includesTax: true }),
  css: (random) =>
    css(random, random.pick(["'Liberation Sans'", "'PT Sans'"]), 'h1 { border-bottom: 2px solid #000; padding-bottom: 2mm }'),
  pages: (act, random) => [
    `<h1>Акт № ${field('number', act.number)} от ${field('issueDate', ru.longDate(act.issueDate))}</h1>
    <table class="party"><tr><td>Исполнитель:</td><td>${partyLine('seller', act.seller)}</td></tr><tr><td>Заказчик:</td><td>${partyLine('buyer', act.buyer)}</td></tr>
    <tr><td>Основание:</td><td>${basis(act)}</td></tr></table>
    ${workTable(
      act,
      [
        ['№', 'no'],
        ['Наименование работ, услуг', 'name'],
        ['Кол-во', 'quantity'],
        ['Ед.', 'unitRaw'],
        ['Цена', 'unitPrice'],
        ['Сумма', 'gross'],
      ],
      ru,
    )}
    ${sums([
      ['Итого:', gross(act)],
      ['В том числе НДС:', tax(act)],
    ])}
    <p>Всего оказано услуг ${act.lines.length}, на сумму ${ru.money(act.totals.gross)} руб.<br><b>${amountInWords(act.totals.gross!)}</b></p>
    <p>${random.pick(STATEMENTS)}</p>${signs}`,
  ],
}

/** Parties introduced in a sentence; net prices, VAT on top, requisites at the foot. */
const worded: Layout = {
  name: 'act-worded',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random),
  css: (random) => css(random, random.pick(["'Liberation Serif'", "'PT Serif'"])),
  pages: (act, random) => [
    `<p class="centre"><b>АКТ № ${field('number', act.number)}</b><br>сдачи-приёмки ${random.pick(['выполненных работ (оказанных услуг)', 'оказанных услуг'])}<br>по договору № ${field('contractRef.number', act.contractRef.number)} от ${field('contractRef.date', ru.longDate(act.contractRef.date))}</p>
    <div class="between"><span>г. ${act.seller.address.city}</span><span>${field('issueDate', ru.longDate(act.issueDate))}</span></div>
    <p>${field('seller.name', act.seller.name)}, именуемое в дальнейшем «Исполнитель», в лице генерального директора Образцова О. О., действующего на основании Устава, с одной стороны, и ${field('buyer.name', act.buyer.name)}, именуемое в дальнейшем «Заказчик», в лице директора Примерова П. П., действующего на основании Устава, с другой стороны, составили настоящий акт о том, что Исполнитель оказал, а Заказчик принял следующие услуги:</p>
    ${workTable(
      act,
      [
        ['№', 'no'],
        ['Наименование услуги', 'name'],
        ['Ед. изм.', 'unitRaw'],
        ['Количество', 'quantity'],
        ['Цена без НДС, руб.', 'unitPrice'],
        ['Стоимость без НДС', 'net'],
      ],
      ru,
    )}
    ${sums([
      ['Итого без НДС', net(act)],
      [`НДС ${field('taxes[0].rate', '22')} %`, tax(act)],
      ['Всего с НДС', gross(act)],
    ])}
    <p>${random.pick(STATEMENTS)}</p><div class="two">${requisites('seller', 'Исполнитель', act.seller)}${requisites('buyer', 'Заказчик', act.buyer)}</div>`,
  ],
}

/** One service told in a sentence, no table. */
const told: Layout = {
  name: 'act-told',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random, { lineCount: 1 }),
  css: (random) => css(random, "'PT Serif'"),
  pages: (act) => {
    const [start, end] = period(act)
    return [
      `<h1 class="centre">Акт об оказании услуг № ${field('number', act.number)}</h1>
      <div class="between"><span>г. ${act.seller.address.city}</span><span>${field('issueDate', ru.date(act.issueDate))}</span></div>
      <p>Исполнитель: ${partyLine('seller', act.seller)}</p><p>Заказчик: ${partyLine('buyer', act.buyer)}</p>
      <p>1. В соответствии с договором № ${field('contractRef.number', act.contractRef.number)} от ${field('contractRef.date', ru.date(act.contractRef.date))} Исполнитель в период с ${start} по ${end} оказал услуги, а Заказчик их принял.</p>
      <p>2. Стоимость оказанных услуг составляет ${gross(act)} руб. (${amountInWords(act.totals.gross!)}), в том числе НДС ${field('taxes[0].rate', '22')} % ${tax(act)} руб.</p>
      <p>3. Услуги оказаны полностью. Заказчик претензий не имеет.</p>${signs}`,
    ]
  },
}

/** Every figure of VAT in columns of its own. */
const columns: Layout = {
  name: 'act-vat-columns',
  documentClass: 'act',
  language: 'ru',
  landscape: true,
  plan: (random) => plan(random, { taxPerLine: true }),
  css: (random) => css(random, random.pick(["'DejaVu Sans Condensed'", "'Liberation Sans'"])),
  pages: (act, random) => {
    const [start, end] = period(act)
    return [
      `<h1>АКТ ПРИЁМКИ ОКАЗАННЫХ УСЛУГ № ${field('number', act.number)} от ${field('issueDate', ru.date(act.issueDate))}</h1>
      <p>Исполнитель: ${partyLine('seller', act.seller)}<br>Заказчик: ${partyLine('buyer', act.buyer)}<br>Договор № ${field('contractRef.number', act.contractRef.number)} от ${field('contractRef.date', ru.date(act.contractRef.date))}<br>Период оказания услуг: ${start} – ${end}</p>
      ${workTable(
        act,
        [
          ['№ п/п', 'no'],
          ['Наименование услуг', 'name'],
          ['Ед. изм.', 'unitRaw'],
          ['Кол-во', 'quantity'],
          ['Цена, руб.', 'unitPrice'],
          ['Сумма без НДС, руб.', 'net'],
          ['Ставка НДС', 'taxRate'],
          ['Сумма НДС, руб.', 'tax'],
          ['Сумма с НДС, руб.', 'gross'],
        ],
        ru,
      )}
      ${sums([
        ['Итого без НДС:', net(act)],
        ['НДС:', tax(act)],
        ['Итого с НДС:', gross(act)],
      ])}
      <p>Итого: ${amountInWords(act.totals.gross!)}. ${random.pick(STATEMENTS)}</p>${signs}`,
    ]
  },
}

/** A sole trader without VAT; parties in two columns. */
const trader: Layout = {
  name: 'act-no-vat',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random, { rates: null }),
  css: (random) => css(random, "'PT Sans'"),
  pages: (act, random) => [
    `<p class="centre"><b>Акт выполненных работ № ${field('number', act.number)}</b><br>от ${field('issueDate', ru.longDate(act.issueDate))}</p>
    <div class="two"><div>Исполнитель<br><b>${field('seller.name', act.seller.name)}</b><br>ИНН ${field('seller.inn', act.seller.inn)}<br>${address('seller', act.seller)}</div>
    <div>Заказчик<br><b>${field('buyer.name', act.buyer.name)}</b><br>ИНН ${field('buyer.inn', act.buyer.inn)}<br>${address('buyer', act.buyer)}</div></div>
    <p>Основание: ${basis(act)}</p>
    ${workTable(
      act,
      [
        ['№', 'no'],
        ['Вид работ', 'name'],
        ['Кол-во', 'quantity'],
        ['Ед. изм.', 'unitRaw'],
        ['Цена за ед., руб.', 'unitPrice'],
        ['Стоимость, руб.', 'net'],
      ],
      ru,
    )}
    ${sums([['Итого:', gross(act)]])}<p>НДС не облагается. Общая стоимость работ: ${amountInWords(act.totals.gross!)}.</p>
    <p>${random.pick(STATEMENTS)}</p>${signs}`,
  ],
}

/** Rent and other services of a month: few columns, the period in the head. */
const monthly: Layout = {
  name: 'act-monthly',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random, { includesTax: true, lineCount: random.int(1, 3) }),
  css: (random) => css(random, "'Liberation Serif'", '.items th { background: #eee }'),
  pages: (act) => {
    const [start, end] = period(act)
    return [
      `<div class="between"><div>Заказчик:<br>${field('buyer.name', act.buyer.name)}<br>ИНН/КПП ${field('buyer.inn', act.buyer.inn)}/${field('buyer.kpp', act.buyer.kpp)}</div><div>Исполнитель:<br>${field('seller.name', act.seller.name)}<br>ИНН/КПП ${field('seller.inn', act.seller.inn)}/${field('seller.kpp', act.seller.kpp)}</div></div>
      <h1 class="centre">Акт сдачи-приёмки услуг</h1>
      <p>Номер акта: ${field('number', act.number)}<br>Дата акта: ${field('issueDate', ru.date(act.issueDate))}<br>Период: ${start} - ${end}<br>Договор: № ${field('contractRef.number', act.contractRef.number)} от ${field('contractRef.date', ru.date(act.contractRef.date))}</p>
      ${workTable(
        act,
        [
          ['Услуга', 'name'],
          ['Количество', 'quantity'],
          ['Тариф', 'unitPrice'],
          ['Сумма с НДС', 'gross'],
        ],
        ru,
      )}
      <p>Всего: ${gross(act)} руб., в т. ч. НДС ${tax(act)} руб.<br>Сумма прописью: ${amountInWords(act.totals.gross!)}</p>
      <p>Услуги приняты в полном объёме. Заказчик не имеет претензий к качеству услуг.</p>${when(true, () => signs)}`,
    ]
  },
}

/** A construction firm's form: title below the parties, number in a small table, work by stages. */
const building: Layout = {
  name: 'act-building',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => plan(random),
  css: (random) =>
    css(
      random,
      "'DejaVu Sans Condensed'",
      '.ids { width: 70mm; margin: 3mm 0 3mm auto } .ids td { border: 1px solid #000; padding: 1mm 2mm; text-align: center }',
    ),
  pages: (act, random) => [
    `<p>Заказчик ${partyLine('buyer', act.buyer)}</p><p>Подрядчик ${partyLine('seller', act.seller)}</p><p>Договор подряда № ${field('contractRef.number', act.contractRef.number)} от ${field('contractRef.date', ru.date(act.contractRef.date))}</p>
    <table class="ids"><tr><td>Номер документа</td><td>Дата составления</td></tr><tr><td>${field('number', act.number)}</td><td>${field('issueDate', ru.date(act.issueDate))}</td></tr></table>
    <h1 class="centre">АКТ<br>о приёмке выполненных работ</h1>
    ${workTable(
      act,
      [
        ['№', 'no'],
        ['Наименование работ', 'name'],
        ['Единица измерения', 'unitRaw'],
        ['Количество', 'quantity'],
        ['Цена за единицу', 'unitPrice'],
        ['Стоимость', 'net'],
      ],
      ru,
    )}
    ${sums([
      ['Итого', net(act)],
      [`НДС ${field('taxes[0].rate', '22')}%`, tax(act)],
      ['Всего по акту', gross(act)],
    ])}
    <p>${random.pick(STATEMENTS)}</p><div class="two"><div>Сдал: ____________ Образцов О. О.</div><div>Принял: ____________ Примеров П. П.</div></div>`,
  ],
}

export const russianActs: readonly Layout[] = [program, worded, told, columns, trader, monthly, building]
