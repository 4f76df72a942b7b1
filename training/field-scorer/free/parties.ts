import type { Press } from './document.ts'
import { SHEET } from './sheet.ts'

/** Letterhead and addressee in one of the usual arrangements. Returns the y below them. */
export function printParties(press: Press): number {
  const { random, margin } = press
  const arrangement = random.pick([
    'letter',
    'letter',
    'two columns',
    'two columns',
    'stacked',
    ...(press.language === 'ru' ? ['inline', 'inline'] : []),
  ])
  const top = random.int(36, 70)
  const half = SHEET.width / 2 + random.int(-20, 40)
  if (arrangement === 'inline') return inline(press, top + 90)
  if (arrangement === 'two columns') {
    const [a, b] = random.chance(0.8) ? (['seller', 'buyer'] as const) : (['buyer', 'seller'] as const)
    const captioned = random.chance(0.85)
    const y = top + random.int(0, 110)
    return Math.max(block(press, a, margin, y, captioned), block(press, b, half, y, captioned)) + 10
  }
  if (arrangement === 'stacked') {
    const middle = block(press, 'seller', random.chance(0.6) ? margin : half, top, random.chance(0.3), random.int(0, 8))
    return block(press, 'buyer', margin, middle + random.int(14, 40), random.chance(0.7)) + 10
  }
  const head = random.chance(0.75) ? block(press, 'seller', random.chance(0.5) ? half + 20 : margin, top, false, random.int(0, 8)) : top
  const window = Math.max(head + 20, random.int(120, 170))
  if (random.chance(0.5)) senderLine(press, margin, window - 12)
  return block(press, 'buyer', margin, window + 4, random.chance(0.2)) + 10
}

/** The sender's line over an address window, small. */
function senderLine(press: Press, x: number, y: number): void {
  const { name, address } = press.invoice.seller
  const dot = press.random.pick([' • ', ', ', ' - ', ' | ', ' · '])
  press.sheet.put(x, y, [name, address.line1, `${address.zip} ${address.city}`].join(dot), 7)
  press.said('seller.name', name)
}

function block(press: Press, role: 'seller' | 'buyer', x: number, top: number, captioned: boolean, larger = 0): number {
  const { sheet, random, wording, invoice, language } = press
  const { name, address, vatId, inn, kpp, taxRegId, contact } = invoice[role]
  const step = press.size * press.leading
  let y = top
  const line = (text: string, size = press.size) => {
    sheet.put(x, y, text, size)
    y += Math.max(step, size * press.leading)
  }
  if (captioned) line(wording.caption(role), press.size + random.pick([0, 0, 1]))
  if (role === 'buyer' && random.chance(0.12)) line({ de: 'Firma', en: 'To', fr: 'A', ru: '' }[language])
  line(name!, press.size + larger)
  press.said(`${role}.name`, name)
  if (random.chance(0.15)) line({ de: 'z. Hd. Frau Muster', en: 'Attn: Jane Sample', fr: "À l'attention de M. Modèle", ru: '' }[language])
  line(address.line1!)
  line(
    language === 'en' ? `${address.city}, ${address.region ?? ''} ${address.zip}`.replace(',  ', ', ') : `${address.zip} ${address.city}`,
  )
  if (random.chance(0.25)) line({ de: 'Deutschland', en: 'USA', fr: 'France', ru: 'Россия' }[language])
  const own = role === 'seller' ? random.chance(0.5) : random.chance(0.35)
  if (own && vatId) {
    line(`${wording.caption('vatId')} ${vatId}`)
    press.said(`${role}.vatId`, vatId)
  }
  if (own && inn) {
    line(random.chance(0.5) ? `ИНН ${inn} КПП ${kpp}` : `ИНН/КПП ${inn} / ${kpp}`)
    press.said(`${role}.inn`, inn)
    press.said(`${role}.kpp`, kpp)
  }
  if (own && role === 'seller' && language === 'en' && taxRegId) {
    line(`${wording.caption('taxNumber') || 'EIN'} ${taxRegId}`)
    press.said('seller.taxRegId', taxRegId)
  }
  if (role === 'seller' && random.chance(0.5)) line(`Tel. ${contact.phone}`)
  if (role === 'seller' && random.chance(0.4)) line(contact.email!)
  return y
}

/** «Поставщик: ООО …, ИНН …, КПП …, адрес»: one running line per party. */
function inline(press: Press, top: number): number {
  let y = top
  for (const role of ['seller', 'buyer'] as const) {
    const { name, inn, kpp, address } = press.invoice[role]
    const numbers = press.random.chance(0.85)
    const text = [name, ...(numbers ? [`ИНН ${inn}`, `КПП ${kpp}`] : []), address.zip, `г. ${address.city}`, address.line1].join(', ')
    const x = press.margin + 90
    press.sheet.put(press.margin, y, press.wording.caption(role), press.size)
    for (const part of wrapped(text, 62)) {
      press.sheet.put(x, y, part, press.size)
      y += press.size * press.leading
    }
    press.said(`${role}.name`, name)
    if (numbers) {
      press.said(`${role}.inn`, inn)
      press.said(`${role}.kpp`, kpp)
    }
    y += 6
  }
  return y + 8
}

function wrapped(text: string, most: number): readonly string[] {
  const out: string[] = ['']
  for (const word of text.split(' ')) {
    if (`${out.at(-1)} ${word}`.length > most) out.push(word)
    else out[out.length - 1] = `${out.at(-1)} ${word}`.trim()
  }
  return out
}
