import type { Random } from '../../random.ts'
import type { Language, Layout, Plan } from '../../sample.ts'
import { noiseHtml, paymentHtml, taxTableHtml, totalsHtml, totalsOf } from './foot.ts'
import { headHtml } from './head.ts'
import { itemsHtml } from './items.ts'
import { type Structure, structureOf } from './structure.ts'

const EACH = 12
const LANGUAGES: readonly Language[] = ['ru', 'en', 'de', 'fr']

/** Twelve layouts per language put together at random from blocks and words: breadth for training, and templates that nobody has tuned to. */
export const composedLayouts: readonly Layout[] = LANGUAGES.flatMap((language) =>
  Array.from({ length: EACH }, (_, i) => compose(`${language}-${String(i + 1).padStart(2, '0')}`, language)),
)

function compose(name: string, language: Language): Layout {
  const s = structureOf(name, language)
  return {
    name,
    language,
    letter: s.country === 'US',
    plan: (random) => planOf(s, random),
    css: () => cssOf(s),
    pages: (invoice) => {
      const sums = totalsOf(invoice, s)
      const items = itemsHtml(invoice, s, s.totals === 'tail' ? sums : [])
      return [`${headHtml(invoice, s)}${items}${totalsHtml(sums, s)}${taxTableHtml(invoice, s)}${paymentHtml(invoice, s)}${noiseHtml(s)}`]
    },
  }
}

const RATES: Readonly<Record<Structure['country'], Plan['rates']>> = {
  RU: { main: '22', reduced: '10' },
  DE: { main: '19', reduced: '7' },
  FR: { main: '20', reduced: '5.5' },
  GB: { main: '20', reduced: '0' },
  US: { main: '8' },
}

export function planOf(s: Structure, random: Random): Plan {
  return {
    country: s.country,
    currency: { RU: 'RUB', DE: 'EUR', FR: 'EUR', GB: 'GBP', US: 'USD' }[s.country],
    trade: random.pick(['goods', 'services', 'food']),
    lineCount: random.int(1, 8),
    rates: RATES[s.country],
    includesTax: s.includesTax,
    prepaid: s.extras.prepaid && random.chance(0.6),
  }
}

export function cssOf({ look, head }: Structure): string {
  const { font, size, accent, margin } = look
  return `
    body { font: ${size}pt/1.35 ${font} } .page { padding: ${margin}mm } h1 { font-size: ${size + 6}pt; color: ${accent}; margin: ${head === 'window' ? 14 : 5}mm 0 3mm } h2 { font-size: ${size}pt; color: ${accent}; margin: 0 0 1mm }
    .name { font-size: ${size + 4}pt } .small { font-size: ${size - 1.5}pt; margin: 1.5mm 0 }
    .facts.list { width: auto; margin-bottom: 4mm } .facts.list td { padding: 0.3mm 4mm 0.3mm 0 } .boxes { display: flex; flex-wrap: wrap; gap: 2mm; margin-bottom: 4mm } .boxes div { border: 1px solid ${accent}; padding: 1mm 2mm } .boxes i { font-size: ${size - 2}pt }
    .across { margin: 2mm 0 4mm } .across th, .across td { border: 1px solid #999; padding: 1mm 1.5mm; text-align: left; font-weight: normal } .across th { background: #eee }
    .parties { display: flex; gap: 10mm; margin: 4mm 0 } .parties > div { flex: 1 } .stacked { margin: 3mm 0 } .stacked td { padding: 0.8mm 3mm 0.8mm 0; vertical-align: top }
    .items { margin-top: 5mm } .items th { text-align: left; padding: 1mm 1.5mm } .items th.r { text-align: right } .items td { padding: 1mm 1.5mm; vertical-align: top }
    .items.ruled th, .items.ruled td { border: 1px solid #333 } .items.lines th { border-bottom: 1.5px solid ${accent} } .items.lines td { border-bottom: 1px solid #ccc } .items.striped tr:nth-child(even) td { background: #f0f0f0 } .items.striped th { background: ${accent}; color: #fff } .items.bare th { font-weight: bold }
    .sums { width: 78mm; margin-top: 4mm } .sums.right { margin-left: auto } .sums td { padding: 0.7mm 1.5mm } .sums tr:last-child td { font-weight: bold; border-top: 1px solid ${accent} }
    .band { margin-top: 5mm; border-top: 1px solid #000; border-bottom: 1px solid #000 } .band th, .band td { text-align: right; padding: 1mm 1.5mm; font-weight: normal } .taxes { width: 90mm } .taxes th, .taxes td { padding: 0.6mm 1.5mm; border-bottom: 1px solid #ddd; font-weight: normal; text-align: left } .taxes .r { text-align: right }
    .pay { margin-top: 6mm } .pay.box { border: 1px solid ${accent}; padding: 2mm 3mm } .foot { position: absolute; left: ${margin}mm; right: ${margin}mm; bottom: 9mm; font-size: ${size - 1.5}pt; border-top: 1px solid ${accent}; padding-top: 1.5mm }`
}
