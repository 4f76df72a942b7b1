// Writes read slips with their truth, one JSON file each, in the form of training/confidence/collect.ts: no page is printed.
// node --import ./cli/tsx-hook.ts samples/receipt/write-slips.ts --count N --seed S --out DIR [--damage 0.03] [--layout NAME,NAME]
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSlip, type Slip, slipLayouts } from './slip.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: String(slipLayouts.length) },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    damage: { type: 'string', default: '0.03' },
    layout: { type: 'string' },
  },
})
const layouts = slipLayouts.filter(({ name }) => !values.layout || values.layout.split(',').includes(name))
if (!values.out || layouts.length === 0) {
  process.stderr.write(`usage: write-slips.ts --count N --seed S --out DIR\nlayouts: ${slipLayouts.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
await mkdir(values.out, { recursive: true })
for (let i = 0; i < Number(values.count); i++) {
  const slip = createSlip(layouts[i % layouts.length]!, `${values.seed}-${i}`, Number(values.damage))
  const id = `${values.seed}-${String(i).padStart(4, '0')}-${slip.layout}`
  await writeFile(
    join(values.out, `${id}.json`),
    JSON.stringify({ truth: truthOf(id, slip), type: 'receipt', mediaType: 'image/jpeg', reading: slip.reading }),
  )
}

function truthOf(id: string, { layout, sale, shop, currency, reading }: Slip): unknown {
  const text = reading.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join(' ')
  return {
    schema: 'doc-truth/1',
    id,
    kind: `sample-slip-${layout}`,
    file: '',
    sha256: '0'.repeat(64),
    truth_source: 'generator',
    document_class: 'receipt',
    fields: {
      seller_name: { type: 'string', value: shop, match: 'contains' },
      issue_date: { type: 'date', value: sale.date },
      grand_total: { type: 'decimal', value: (sale.total / 100).toFixed(2) },
      // A country's own money need not be printed.
      ...(/EUR|£|\(RM\)|чек/iu.test(text) && { currency: { type: 'currency', value: currency } }),
    },
  }
}
