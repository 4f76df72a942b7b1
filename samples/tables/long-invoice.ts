import { dec, sum } from '../../core/rules/index.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { escapeHtml, field, paginate, row, when } from '../html.ts'
import type { Random } from '../random.ts'
import type { Layout } from '../sample.ts'
import { HEADS, type Key } from './column-heads.ts'
import { type LongStyle, longStyle } from './long-style.ts'
import type { Tongue } from './rows.ts'

const COUNTRY = { ru: 'RU', en: 'GB', de: 'DE', fr: 'FR' } as const
const CURRENCY = { ru: 'RUB', en: 'GBP', de: 'EUR', fr: 'EUR' } as const
const RATE = { ru: '22', en: '20', de: '19', fr: '20' } as const
const WIDTHS: Readonly<Record<Key, number>> = {
  no: 5,
  code: 13,
  name: 36,
  unit: 8,
  quantity: 9,
  price: 12,
  rate: 7,
  tax: 11,
  net: 13,
  gross: 13,
}
const TEXTS: Readonly<
  Record<Tongue, Readonly<Record<'title' | 'date' | 'to' | 'net' | 'tax' | 'due' | 'carried' | 'brought' | 'pageSum' | 'page', string>>>
> = {
  ru: {
    title: 'Счёт на оплату №',
    date: 'от',
    to: 'Покупатель:',
    net: 'Итого без НДС:',
    tax: 'НДС 22%:',
    due: 'Всего к оплате:',
    carried: 'Перенос на следующую страницу',
    brought: 'Перенос с предыдущей страницы',
    pageSum: 'Итого по странице',
    page: 'Лист',
  },
  en: {
    title: 'Invoice no.',
    date: 'Date',
    to: 'Bill to',
    net: 'Subtotal',
    tax: 'VAT 20%',
    due: 'Total due',
    carried: 'Carried forward',
    brought: 'Brought forward',
    pageSum: 'Page total',
    page: 'Page',
  },
  de: {
    title: 'Rechnung Nr.',
    date: 'Datum',
    to: 'Rechnungsempfänger',
    net: 'Nettobetrag',
    tax: 'zzgl. 19 % USt.',
    due: 'Rechnungsbetrag',
    carried: 'Übertrag',
    brought: 'Übertrag von Seite',
    pageSum: 'Seitensumme',
    page: 'Seite',
  },
  fr: {
    title: 'Facture n°',
    date: 'Date',
    to: 'Client',
    net: 'Total HT',
    tax: 'TVA 20 %',
    due: 'Net à payer',
    carried: 'À reporter',
    brought: 'Report',
    pageSum: 'Total de la page',
    page: 'Page',
  },
}

/**
 * An invoice whose items run over several sheets. Tables are marked `data-table`; one that carries on another, `data-continues`.
 * `twice`: a short one and its copy instead, of which neither carries on the other.
 */
export function longInvoice(random: Random, room: number, twice: boolean): Layout & { readonly style: LongStyle } {
  const style = longStyle(random, room)
  const { tongue } = style
  return {
    name: twice ? 'long-twice' : `long-${style.frame}`,
    language: tongue,
    style,
    plan: () => ({
      country: COUNTRY[tongue],
      currency: CURRENCY[tongue],
      trade: 'goods',
      lineCount: twice ? Math.round(style.firstRows / 2) : style.lineCount,
      rates: { main: RATE[tongue] },
    }),
    css: () => style.css,
    pages: (invoice) => {
      if (twice) return [0, 1].map(() => sheetOf(style, invoice, [...invoice.lines.keys()], 0, 1))
      const sheets = paginate(invoice.lines.length, style.firstRows, style.nextRows, 6)
      return sheets.map((rows, page) => sheetOf(style, invoice, rows, page, sheets.length))
    },
  }
}

function sheetOf(style: LongStyle, invoice: Invoice, rows: readonly number[], page: number, pages: number): string {
  const top = page === 0 ? letterhead(style, invoice) : again(style, invoice, page, pages)
  const moved = style.bound && page % 2 === 1
  const body = `${top}${when(rows.length > 0, () => table(style, invoice, rows, page, pages))}${when(page === pages - 1, () => totals(style, invoice))}`
  return `${moved ? `<div style="margin-left:-6mm;margin-right:6mm">${body}</div>` : body}${foot(style, invoice, page, pages)}`
}

function letterhead({ tongue }: LongStyle, { seller, buyer, number, issueDate }: Invoice): string {
  const t = TEXTS[tongue]
  return `<div class="letter"><div><b>${field('seller.name', seller.name)}</b><br>${address(seller.address)}</div>
    <div>${t.to}<br><b>${field('buyer.name', buyer.name)}</b><br>${address(buyer.address)}</div></div>
    <h1>${t.title} ${field('number', number)} ${t.date} ${field('issueDate', formatOf(tongue).date(issueDate))}</h1>`
}

function again(style: LongStyle, invoice: Invoice, page: number, pages: number): string {
  const t = TEXTS[style.tongue]
  if (style.top === 'letterhead') return letterhead(style, invoice)
  if (style.top === 'none') return '<div style="height:6mm"></div>'
  return `<div class="again"><span>${escapeHtml(invoice.seller.name ?? '')}</span><span>${t.title} ${invoice.number}</span><span>${t.page} ${page + 1} / ${pages}</span></div>`
}

function address({ line1, zip, city }: Invoice['seller']['address']): string {
  return `${escapeHtml(line1 ?? '')}<br>${escapeHtml(`${zip ?? ''} ${city ?? ''}`)}`
}

function table(style: LongStyle, invoice: Invoice, rows: readonly number[], page: number, pages: number): string {
  const { keys, tongue } = style
  const classes = keys.map((key) => (key === 'name' || key === 'code' ? '' : key === 'no' || key === 'unit' ? 'c' : 'r'))
  const whole = keys.reduce((total, key) => total + WIDTHS[key], 0)
  const columns = keys.map((key) => `<col style="width:${(100 * WIDTHS[key]) / whole}%">`).join('')
  const withHead = page === 0 || style.head === 'every page'
  const t = TEXTS[tongue]
  const carried = style.sums === 'carried'
  const soFar = (until: number, caption: string) => sumRow(style, invoice.lines.slice(0, until), caption)
  return `<table class="t" data-table="${style.frame === 'grid' ? 'ruled' : 'borderless'}"${page > 0 ? ' data-continues' : ''}${style.fixed ? ' style="table-layout:fixed"' : ''}>
    ${style.fixed ? columns : ''}${when(withHead, () =>
      row(
        keys.map((key) => HEADS[tongue][key]),
        classes,
        'th',
      ),
    )}
    ${when(carried && page > 0, () => soFar(rows[0]!, t.brought))}
    ${rows.map((i) => row(cells(style, invoice, i), classes)).join('')}
    ${when(carried && page < pages - 1, () => soFar(rows.at(-1)! + 1, t.carried))}
    ${when(style.sums === 'page sum', () =>
      sumRow(
        style,
        rows.map((i) => invoice.lines[i]!),
        t.pageSum,
      ),
    )}</table>`
}

/** A row that sums up: its caption over all columns before that of the amounts. */
function sumRow({ keys, tongue }: LongStyle, lines: Invoice['lines'], caption: string): string {
  const at = keys.indexOf('net')
  const amount = formatOf(tongue).money(sum(lines.map(({ net }) => dec(net!))).toFixed(2))
  return `<tr><td colspan="${at}" class="r">${caption}</td><td class="r">${amount}</td>${'<td></td>'.repeat(keys.length - at - 1)}</tr>`
}

function cells({ keys, tongue }: LongStyle, { lines }: Invoice, i: number): readonly string[] {
  const line = lines[i]!
  const format = formatOf(tongue)
  const at = (key: string) => `lines[${i}].${key}`
  const printed: Readonly<Record<Key, () => string>> = {
    no: () => field(at('no'), line.no),
    code: () => field(at('sellerItemId'), line.sellerItemId),
    name: () => field(at('name'), line.name),
    unit: () => field(at('unitRaw'), line.unitRaw),
    quantity: () => field(at('quantity'), format.quantity(line.quantity)),
    price: () => field(at('unitPrice'), format.money(line.unitPrice)),
    rate: () => `${field(at('taxRate'), line.taxRate)}%`,
    tax: () => field(at('tax'), format.money(line.tax)),
    net: () => field(at('net'), format.money(line.net)),
    gross: () => field(at('gross'), format.money(line.gross)),
  }
  return keys.map((key) => printed[key]())
}

function totals({ tongue }: LongStyle, { totals: { net, tax, due } }: Invoice): string {
  const t = TEXTS[tongue]
  const { money } = formatOf(tongue)
  const one = (caption: string, value: string) => row([caption, value])
  return `<table class="sums">${one(t.net, field('totals.net', money(net)))}${one(t.tax, field('totals.tax', money(tax)))}${one(t.due, field('totals.due', money(due)))}</table>`
}

function foot({ foot: kind, tongue }: LongStyle, { seller, payment }: Invoice, page: number, pages: number): string {
  if (kind === 'none') return ''
  const place = `${TEXTS[tongue].page} ${page + 1} / ${pages}`
  const bank = `${escapeHtml(seller.name ?? '')} · ${escapeHtml(payment.bankName ?? '')} · ${payment.iban ?? payment.account ?? ''}`
  return `<div class="foot">${kind === 'page number' ? place : `${bank}<br>${place}`}</div>`
}
