import type { Invoice } from '../../../schemas/invoice/schema.ts'
import { inFours } from '../../format.ts'
import { field, row } from '../../html.ts'
import { amountOf, labelled } from './print-value.ts'
import type { Structure } from './structure.ts'

type Rows = readonly (readonly [caption: string, amount: string])[]

/** Net, tax, gross, and what is left to pay. Prices that include tax have no net total of their own. */
export function totalsOf({ totals, taxes, currency }: Invoice, s: Structure): Rows {
  const { captions: c } = s
  const amount = (path: string, value: string | null) => amountOf(s, path, value, currency ?? '')
  const rates: Rows = taxes.map((tax, i) => [
    `${c.tax} ${taxes.length > 1 || !s.columns.includes('rate') ? `${field(`taxes[${i}].rate`, tax.rate)} %` : ''}`,
    amount(`taxes[${i}].amount`, tax.amount),
  ])
  const paid: Rows = totals.prepaid
    ? [
        [c.prepaid, amount('totals.prepaid', totals.prepaid)],
        [c.due, amount('totals.due', totals.due)],
      ]
    : []
  const net: Rows = s.includesTax ? [] : [[c.net, amount('totals.net', totals.net)]]
  // Where no amount carries a sign the total names the currency, as invoices do; in Russia rubles go without saying.
  const unit = s.sign === 'none' && s.country !== 'RU' ? ` (${currency})` : ''
  const gross = [`${c.gross}${unit}`, amount('totals.gross', totals.gross)] as const
  return s.includesTax ? [gross, ...rates, ...paid] : [...net, ...rates, gross, ...paid]
}

export function totalsHtml(rows: Rows, s: Structure): string {
  switch (s.totals) {
    case 'tail':
      return ''
    case 'band':
      return `<table class="band">${row(
        rows.map(([caption]) => caption),
        [],
        'th',
      )}${row(rows.map(([, amount]) => amount))}</table>`
    case 'left':
    case 'right':
      return `<table class="sums ${s.totals}">${rows.map(([caption, amount]) => `<tr><td>${caption}${s.colon}</td><td class="r">${amount}</td></tr>`).join('')}</table>`
  }
}

export function taxTableHtml({ taxes, currency }: Invoice, s: Structure): string {
  if (!s.taxTable || s.includesTax) return ''
  const { captions: c } = s
  const body = taxes.map((tax, i) =>
    row(
      [
        `${field(`taxes[${i}].rate`, tax.rate)} %`,
        amountOf(s, `taxes[${i}].base`, tax.base, currency ?? ''),
        amountOf(s, `taxes[${i}].amount`, tax.amount, currency ?? ''),
      ],
      ['', 'r', 'r'],
    ),
  )
  return `<p class="small">${c.taxTable}</p><table class="taxes">${row([c.colRate, c.net, c.tax], ['', 'r', 'r'], 'th')}${body.join('')}</table>`
}

export function paymentHtml({ payment }: Invoice, s: Structure): string {
  const { captions: c, country } = s
  const bank = labelled(s, 'bank', field('payment.bankName', payment.bankName))
  const parts =
    country === 'RU'
      ? [
          labelled(s, 'account', field('payment.account', payment.account)),
          bank,
          `БИК${s.colon} ${field('payment.bik', payment.bik)}`,
          `к/с ${field('payment.corrAccount', payment.corrAccount)}`,
        ]
      : country === 'US'
        ? [bank, labelled(s, 'account', field('payment.account', payment.account))]
        : [bank, `IBAN${s.colon} ${field('payment.iban', inFours(payment.iban))}`, `BIC${s.colon} ${field('payment.bic', payment.bic)}`]
  switch (s.payment) {
    case 'box':
      return `<div class="pay box"><b>${c.payTo}</b><br>${parts.join('<br>')}</div>`
    case 'list':
      return `<div class="pay"><b>${c.payTo}</b><br>${parts.join('<br>')}</div>`
    case 'sentence':
      return `<p class="pay">${c.payTo}: ${parts.join(', ')}.</p>`
    case 'footer':
      return `<div class="foot">${parts.join(' &nbsp;|&nbsp; ')}</div>`
  }
}

const NOISE: Readonly<Record<Structure['language'], readonly string[]>> = {
  en: [
    'Thank you for your business.',
    'Goods remain our property until paid in full. Returns within 14 days with our form RMA-2025/3. Interest of 1.5 % per month is charged after 30 days.',
    'Office hours 9.00–17.30. Delivery note 70421 of 02/01/2026. Page 1 of 1.',
  ],
  de: [
    'Vielen Dank für Ihren Auftrag.',
    'Es gelten unsere AGB vom 01.03.2025. Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum. Bei Verzug berechnen wir 40,00 € Pauschale.',
    'Kunden-Nr. 10482, Lieferschein 70421 vom 02.01.2026, Bearbeiter Muster, Seite 1 von 1.',
  ],
  fr: [
    'Merci de votre confiance.',
    "Indemnité forfaitaire pour frais de recouvrement : 40,00 €. Pas d'escompte pour paiement anticipé. Conditions générales du 01/03/2025.",
    'Code client 10482, bon de livraison 70421 du 02/01/2026, page 1/1.',
  ],
  ru: [
    'Спасибо за ваш заказ!',
    'Товар отпускается по факту поступления денег на счёт, самовывозом, при наличии доверенности и паспорта. Прайс-лист от 01.03.2025, минимальный заказ 5 000,00 руб.',
    'Менеджер: доб. 204. Накладная 70421 от 02.01.2026. Лист 1 из 1.',
  ],
}

export function noiseHtml(s: Structure): string {
  const lines = { none: [], short: NOISE[s.language].slice(0, 1), much: NOISE[s.language] }[s.noise]
  return lines.map((line) => `<p class="small">${line}</p>`).join('')
}
