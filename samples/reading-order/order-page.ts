import { goods } from '../catalogue/goods.ts'
import type { Random } from '../random.ts'
import type { Layout } from '../sample.ts'
import { type ItemRow, itemRows, type Tongue } from '../tables/rows.ts'
import { FONTS } from '../tables/table-page.ts'

export interface OrderPage {
  readonly sheet: Pick<Layout, 'name' | 'language'>
  readonly css: string
  /** Pieces marked `data-piece` stand in the markup in the order in which a person reads them. */
  readonly html: string
}

const KINDS = ['columns', 'aligned-columns', 'parties', 'letter', 'side-note', 'key-values', 'foot', 'invoice'] as const

/** A business page on which the order of reading is known: columns of text, parties and facts side by side, notes in the margin, tables. */
export function orderPage(index: number, random: Random): OrderPage {
  const name = KINDS[index % KINDS.length]!
  const tongue = random.pick(['ru', 'en', 'de', 'fr'] as const)
  const part = parts(tongue, random)
  const bodies: Readonly<Record<(typeof KINDS)[number], () => string>> = {
    columns: () => `${part.title()}${part.text(1)}${part.columns(random.int(2, 3), false)}${part.text(1)}`,
    'aligned-columns': () => `${part.title()}${part.columns(2, true)}`,
    parties: () => `${part.title()}${part.parties()}${part.text(2)}`,
    letter: () => `${part.sideBySide(part.address(), part.facts())}${part.title()}${part.text(2)}${part.table()}${part.text(1)}`,
    'side-note': () => `${part.title()}${part.withNote()}`,
    'key-values': () => `${part.title()}${part.facts()}${part.text(1)}${part.facts()}`,
    foot: () => `${part.title()}${part.text(3)}${part.foot()}`,
    invoice: () =>
      `${part.sideBySide(part.address(), part.facts())}${part.title()}${part.parties()}${part.table()}${part.text(1)}${part.foot()}`,
  }
  return {
    sheet: { name, language: tongue },
    css: `body { font: ${random.int(17, 21) / 2}pt/${random.pick(['1.2', '1.3', '1.4'])} ${random.pick(FONTS)} } .page { padding: 16mm ${random.int(14, 22)}mm } h1 { font-size: 14pt; margin: 4mm 0 }
      p { margin: 0 0 ${random.int(2, 4)}mm } .beside { display: flex; gap: ${random.int(8, 20)}mm; margin-bottom: 6mm; align-items: flex-start } .beside > div { flex: 1 } .note { flex: 0 0 42mm !important; font-size: 85% }
      .facts { width: auto; margin-bottom: 5mm } .facts td { padding: 0.3mm ${random.int(3, 12)}mm 0.3mm 0; vertical-align: top } .t { margin: 3mm 0 6mm } .t td, .t th { padding: 0.6mm 1.5mm; text-align: left; ${random.pick(['', 'border: 0.5px solid #000', 'border-bottom: 0.5px solid #999'])} } .t .r { text-align: right }
      .even { display: grid; grid-template-columns: 1fr 1fr; column-gap: 10mm } .foot { font-size: 80%; border-top: 0.5px solid #000; padding-top: 2mm } .block { margin-bottom: 2mm }`,
    html: bodies[name](),
  }
}

function parts(tongue: Tongue, random: Random) {
  const names = [...goods[tongue].goods, ...goods[tongue].services].map(({ name }) => name)
  const sentence = (words: number) => {
    let text = random.pick(names)
    while (text.split(' ').length < words) text += `, ${random.pick(names).toLowerCase()}`
    return `${text}.`
  }
  const piece = (html: string, tag = 'p') => `<${tag} data-piece>${html}</${tag.split(' ')[0]}>`
  const text = (count: number) => Array.from({ length: count }, () => piece(sentence(random.int(14, 45)))).join('')
  const lines = (count: number) => Array.from({ length: count }, () => random.pick(names).split(' ').slice(0, 3).join(' ')).join('<br>')
  const address = () =>
    piece(`<b>${random.pick(names).split(' ').slice(0, 2).join(' ')}</b><br>${lines(random.int(2, 4))}`, 'div class="block"')
  const beside = (...columns: readonly string[]) => `<div class="beside">${columns.map((html) => `<div>${html}</div>`).join('')}</div>`
  const facts = () => {
    const colon = random.chance(0.5) ? ':' : ''
    const value = () =>
      random.pick([
        `${random.int(10, 28)}.03.2026`,
        random.digits(6),
        `RE-${random.digits(4)}`,
        `${random.int(10, 90)},${random.digits(2)}`,
      ])
    const row = () => `<tr data-piece><td>${random.pick(names).split(' ')[0]}${colon}</td><td>${value()}</td></tr>`
    return `<table class="facts">${Array.from({ length: random.int(3, 6) }, row).join('')}</table>`
  }
  return {
    title: () => piece(random.pick(names), 'h1'),
    text,
    address,
    facts,
    sideBySide: beside,
    columns: (count: number, aligned: boolean) => {
      if (!aligned) return beside(...Array.from({ length: count }, () => text(random.int(2, 4))))
      // Down the left column, then down the right one, though their paragraphs begin at the same heights.
      const rows = random.int(3, 4)
      const cell = (column: number) =>
        Array.from({ length: rows }, (_, row) => `<div style="grid-column:${column};grid-row:${row + 1}">${text(1)}</div>`).join('')
      return `<div class="even">${cell(1)}${cell(2)}</div>`
    },
    parties: () =>
      beside(
        ...Array.from({ length: random.int(2, 3) }, () => address() + (random.chance(0.5) ? piece(lines(2), 'div class="block"') : '')),
      ),
    withNote: () => {
      const note = `<div class="note">${Array.from({ length: random.int(2, 4) }, () => piece(lines(random.int(2, 4)), 'div class="block"')).join('')}</div>`
      const body = `<div>${text(random.int(4, 6))}</div>`
      return `<div class="beside">${random.chance(0.5) ? body + note : note + body}</div>`
    },
    table: () => {
      const row = (r: ItemRow) =>
        `<tr data-piece><td>${r.no}</td><td>${r.name}</td><td class="r">${r.quantity}</td><td class="r">${r.price}</td><td class="r">${r.net}</td></tr>`
      return `<table class="t">${itemRows(tongue, random.int(3, 9), random).map(row).join('')}</table>`
    },
    foot: () => `<div class="foot">${beside(piece(lines(3), 'div'), piece(lines(4), 'div'), piece(lines(3), 'div'))}</div>`,
  }
}
