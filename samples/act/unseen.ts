import type { Invoice, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field } from '../html.ts'
import { address, amountInWords, ru } from '../layouts/ru-parts.ts'
import type { Layout } from '../sample.ts'
import { workTable } from './columns.ts'

const en = formatOf('en')
const CSS = `.page { padding: 15mm } .items { margin: 4mm 0 } .items td, .items th { border: 1px solid #444; padding: 1mm 1.5mm; vertical-align: top }
  .box td { border: 1px solid #000; padding: 1mm 2mm } .two { display: flex; gap: 8mm; margin-top: 6mm } .two > div { flex: 1 }
  .sums { width: auto; margin: 2mm 0 3mm auto } .sums td { padding: 0.5mm 2mm; text-align: right }`
const rows = (cells: readonly (readonly [string, string])[], kind: string) =>
  `<table class="${kind}">${cells.map(([caption, value]) => `<tr><td>${caption}</td><td>${value}</td></tr>`).join('')}</table>`
const contract = ({ contractRef }: Invoice) => field('contractRef.number', contractRef.number)

/** Requisites of both sides in a grid above the title, which names a stage; the sums stand in a column of their own. */
const stage: Layout = {
  name: 'act-stage',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => ({ country: 'RU', currency: 'RUB', trade: 'services', lineCount: random.int(1, 4), rates: { main: '22' } }),
  css: () => `body { font: 10pt/1.35 'PT Serif' } h1 { font-size: 13pt; text-align: center; margin: 5mm 0 } ${CSS}`,
  pages: (act, random) => {
    const side = (at: 'seller' | 'buyer', party: InvoiceParty) =>
      `<td>${field(`${at}.name`, party.name)}<br>ИНН ${field(`${at}.inn`, party.inn)}<br>КПП ${field(`${at}.kpp`, party.kpp)}<br>${address(at, party)}</td>`
    return [
      `<table class="box"><tr><td><b>Заказчик</b></td><td><b>Подрядчик</b></td></tr><tr>${side('buyer', act.buyer)}${side('seller', act.seller)}</tr></table>
      <h1>Акт № ${field('number', act.number)}<br>сдачи-приёмки работ по этапу ${random.int(1, 4)}</h1>
      <p>Составлен ${field('issueDate', ru.longDate(act.issueDate))} к договору № ${contract(act)} от ${field('contractRef.date', ru.longDate(act.contractRef.date))}</p>
      <p>Мы, нижеподписавшиеся, составили настоящий акт о том, что работы по этапу выполнены в срок и соответствуют условиям договора:</p>
      ${workTable(
        act,
        [
          ['№', 'no'],
          ['Содержание работ', 'name'],
          ['Объём', 'quantity'],
          ['Ед.', 'unitRaw'],
          ['Расценка, руб.', 'unitPrice'],
          ['Сумма, руб.', 'net'],
        ],
        ru,
      )}
      ${rows(
        [
          ['Стоимость работ без НДС', field('totals.net', ru.money(act.totals.net))],
          [`Сумма НДС (${field('taxes[0].rate', '22')}%)`, field('totals.tax', ru.money(act.totals.tax))],
          ['К оплате с учётом НДС', field('totals.gross', ru.money(act.totals.gross))],
        ],
        'sums',
      )}
      <p>Заказчик по объёму и качеству работ замечаний не имеет.</p>
      <div class="two"><div>Работы принял:<br>Заказчик ____________</div><div>Работы сдал:<br>Подрядчик ____________</div></div>`,
    ]
  },
}

/** Number, day, contract and period in labelled boxes; the total in a sentence, VAT inside. */
const boxed: Layout = {
  name: 'act-boxed',
  documentClass: 'act',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: 'services',
    lineCount: random.int(2, 5),
    rates: { main: '22' },
    includesTax: true,
  }),
  css: () => `body { font: 9.5pt/1.35 'Liberation Sans' } h1 { font-size: 15pt; margin: 0 0 4mm } ${CSS}`,
  pages: (act) => [
    `<h1>АКТ ОБ ОКАЗАНИИ УСЛУГ</h1>
    <table class="box"><tr><td>Номер</td><td>Дата</td><td>Договор</td><td>Отчётный период</td></tr>
    <tr><td>${field('number', act.number)}</td><td>${field('issueDate', ru.date(act.issueDate))}</td><td>№ ${contract(act)} от ${field('contractRef.date', ru.date(act.contractRef.date))}</td><td>${field('period.start', ru.date(act.period.start))} – ${field('period.end', ru.date(act.period.end))}</td></tr></table>
    <p>Организация-исполнитель: ${field('seller.name', act.seller.name)}, ИНН/КПП ${field('seller.inn', act.seller.inn)}/${field('seller.kpp', act.seller.kpp)}<br>
    Организация-заказчик: ${field('buyer.name', act.buyer.name)}, ИНН/КПП ${field('buyer.inn', act.buyer.inn)}/${field('buyer.kpp', act.buyer.kpp)}</p>
    ${workTable(
      act,
      [
        ['Наименование', 'name'],
        ['Количество', 'quantity'],
        ['Единица', 'unitRaw'],
        ['Цена с НДС', 'unitPrice'],
        ['в т.ч. НДС', 'tax'],
        ['Стоимость с НДС', 'gross'],
      ],
      ru,
    )}
    <p>Общая стоимость оказанных услуг составила ${field('totals.gross', ru.money(act.totals.gross))} руб. (${amountInWords(act.totals.gross!)}), включая НДС ${field('taxes[0].rate', '22')}% в сумме ${field('totals.tax', ru.money(act.totals.tax))} руб.</p>
    <p>Услуги оказаны своевременно и в полном объёме, стороны взаимных претензий не имеют.</p>
    <div class="two"><div>От исполнителя ____________</div><div>От заказчика ____________</div></div>`,
  ],
}

/** An English statement of accepted work: provider and client, sums in a box. */
const statement: Layout = {
  name: 'act-statement',
  documentClass: 'act',
  language: 'en',
  plan: (random) => ({ country: 'GB', currency: 'GBP', trade: 'services', lineCount: random.int(1, 4), rates: { main: '20' } }),
  css: () => `body { font: 10pt/1.4 'Liberation Serif' } h1 { font-size: 15pt } ${CSS}`,
  pages: (act) => [
    `<div class="two"><div><b>Service provider</b><br>${field('seller.name', act.seller.name)}<br>VAT ${field('seller.vatId', act.seller.vatId)}</div><div><b>Client</b><br>${field('buyer.name', act.buyer.name)}<br>VAT ${field('buyer.vatId', act.buyer.vatId)}</div></div>
    <h1>Acceptance Certificate</h1>
    ${rows(
      [
        ['Reference', field('number', act.number)],
        ['Issued on', field('issueDate', en.longDate(act.issueDate))],
        ['Under contract', `${contract(act)} of ${field('contractRef.date', en.longDate(act.contractRef.date))}`],
        [
          'Period of performance',
          `${field('period.start', en.longDate(act.period.start))} to ${field('period.end', en.longDate(act.period.end))}`,
        ],
      ],
      'box',
    )}
    <p>The Client confirms that the services listed below have been performed and accepted without reservation.</p>
    ${workTable(
      act,
      [
        ['Service', 'name'],
        ['Units', 'quantity'],
        ['Unit rate', 'unitPrice'],
        ['Value', 'net'],
      ],
      en,
    )}
    ${rows(
      [
        ['Value of services', field('totals.net', en.money(act.totals.net))],
        ['VAT at 20%', field('totals.tax', en.money(act.totals.tax))],
        ['Accepted value, GBP', field('totals.gross', en.money(act.totals.gross))],
      ],
      'sums',
    )}
    <div class="two"><div>Provider's signature ______________</div><div>Client's signature ______________</div></div>`,
  ],
}

/** Layouts that were printed after the reader was written: what a first look at them found stands in CHANGELOG.md. */
export const unseenActs: readonly Layout[] = [stage, boxed, statement]
