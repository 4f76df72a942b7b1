import { inFours } from '../../../samples/format.ts'
import type { Press } from './document.ts'
import { SHEET } from './sheet.ts'

/** Terms, bank details and the firm's numbers: sentences, a column, or three columns at the foot. */
export function printFoot(press: Press): void {
  const { random, margin } = press
  const bank = bankLines(press)
  const firm = firmLines(press)
  const terms = termLines(press)
  column(press, margin, random.int(700, 730), terms)
  const top = 740 + random.int(0, 30)
  if (random.chance(0.5)) {
    const wide = (SHEET.width - 2 * margin) / 3
    column(press, margin, top, firm.slice(0, 4), 7)
    column(press, margin + wide, top, bank, 7)
    column(press, margin + 2 * wide, top, firm.slice(4), 7)
  } else column(press, margin, top, [bank.join(random.pick([', ', ' | ', '  '])), firm.join(random.pick([', ', ' | ', ' · ']))], 7)
}

function column({ sheet, leading }: Press, x: number, top: number, lines: readonly string[], size = 8): void {
  lines.forEach((line, i) => {
    sheet.put(x, top + i * size * leading, line, size)
  })
}

function termLines({ random, language, invoice, date, said }: Press): readonly string[] {
  const days = invoice.paymentTerms
  const plain = {
    de: [
      `Zahlbar innerhalb von ${days} Tagen ohne Abzug.`,
      'Vielen Dank für Ihren Auftrag.',
      'Es gelten unsere Geschäftsbedingungen vom 01.01.2024.',
    ],
    en: [`Terms: net ${days} days.`, 'Thank you for your business.', 'Goods remain our property until paid in full.'],
    fr: [`Paiement à ${days} jours.`, 'Merci de votre confiance.', 'Pas d’escompte pour paiement anticipé.'],
    ru: [
      'Оплата данного счёта означает согласие с условиями поставки.',
      `Счёт действителен ${days} дней.`,
      'Товар отпускается по факту прихода денег.',
    ],
  }[language]
  if (random.chance(0.25)) {
    said('dueDate', invoice.dueDate)
    return [{ de: 'Zahlbar bis ', en: 'Please pay by ', fr: 'À régler avant le ', ru: 'Оплатить до ' }[language] + date(invoice.dueDate)]
  }
  return random.sample(plain, random.int(0, 2))
}

function bankLines({ random, invoice, wording, said, language }: Press): readonly string[] {
  if (random.chance(0.15)) return []
  const { payment } = invoice
  const out = random.chance(0.7) && payment.bankName ? [payment.bankName] : []
  if (payment.iban) {
    out.push(`${random.chance(0.9) ? 'IBAN ' : ''}${random.chance(0.7) ? inFours(payment.iban) : payment.iban}`)
    said('payment.iban', payment.iban)
  }
  if (payment.bic && random.chance(0.8)) {
    out.push(`${random.pick(['BIC ', 'SWIFT ', 'BIC: '])}${payment.bic}`)
    said('payment.bic', payment.bic)
  }
  if (language === 'ru') {
    out.push(`БИК ${payment.bik}`, `р/с ${payment.account}`, `к/с ${payment.corrAccount}`)
    said('payment.bik', payment.bik)
    said('payment.account', payment.account)
    said('payment.corrAccount', payment.corrAccount)
  } else if (payment.account) {
    out.push(`${wording.caption('account')} ${payment.account}`)
    said('payment.account', payment.account)
  }
  return out
}

function firmLines({ random, invoice, wording, said }: Press): readonly string[] {
  const { seller } = invoice
  const out: string[] = []
  if (random.chance(0.5)) {
    out.push(seller.name!)
    said('seller.name', seller.name)
  }
  if (seller.vatId && random.chance(0.6)) {
    out.push(`${wording.caption('vatId')} ${seller.vatId}`)
    said('seller.vatId', seller.vatId)
  }
  if (seller.taxRegId && random.chance(0.4)) {
    out.push(`${wording.caption('taxNumber')} ${seller.taxRegId}`)
    said('seller.taxRegId', seller.taxRegId)
  }
  if (seller.legalId && random.chance(0.3)) out.push(seller.legalId)
  if (random.chance(0.4)) out.push(`Tel. ${seller.contact.phone}`)
  if (random.chance(0.3)) out.push(seller.contact.email!)
  if (random.chance(0.3)) out.push(random.pick(['Seite 1 von 1', 'Page 1/1', '1']))
  return out
}
