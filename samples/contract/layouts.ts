import type { Random } from '../random.ts'
import type { Layout, Plan } from '../sample.ts'
import { agreementOf } from './agreement.ts'
import { englishContracts } from './english.ts'
import type { Form } from './form.ts'
import { laterContracts } from './later.ts'
import { russianContracts } from './russian.ts'

const css = (random: Random, face: string) => `
  body { font: ${random.pick(['9.5pt', '10pt', '10.5pt'])}/1.4 ${face} } .page { padding: 16mm 16mm 12mm 22mm } p { margin: 0 0 2mm; text-align: ${random.pick(['left', 'justify'])} }
  h1 { font-size: 13pt; margin: 3mm 0; text-align: center } h2 { font-size: 10.5pt; margin: 4mm 0 1.5mm; text-align: ${random.pick(['left', 'center'])} }
  .between { display: flex; justify-content: space-between } .centre { text-align: center }
  .two { display: flex; gap: 10mm; margin-top: 4mm } .two > div { flex: 1 } .grid td { border: 1px solid #000; padding: 2mm; vertical-align: top; width: 50% }`

function layoutOf({ name, language, face, pages }: Form): Layout {
  return {
    name: `contract-${name}`,
    documentClass: 'contract',
    language,
    onlyMarked: true,
    plan: (random): Plan => ({
      country: language === 'ru' ? 'RU' : 'GB',
      currency: language === 'ru' ? 'RUB' : 'GBP',
      trade: 'services',
      lineCount: random.int(1, 4),
      rates: { main: language === 'ru' ? '22' : '20' },
      includesTax: true,
    }),
    css: (random) => css(random, face),
    pages: (invoice, random) => pages(agreementOf(invoice, language, random)),
  }
}

/** Every layout of a contract. Sums and parties come from the model of an invoice. */
export const contractLayouts: readonly Layout[] = [...russianContracts, ...englishContracts, ...laterContracts].map(layoutOf)
