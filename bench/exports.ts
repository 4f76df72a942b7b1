import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { bytesOf } from '../adapters/paper/index.ts'
import { parseXml } from '../adapters/xml/index.ts'
import { leaves, setAt } from '../core/paths.ts'
import { layouts } from '../samples/layouts/index.ts'
import { createInvoice } from '../samples/model.ts'
import { createRandom } from '../samples/random.ts'
import { type ExportFormat, leftOut, writeExport } from '../schemas/export.ts'
import { ciiFormat } from '../schemas/invoice/export/cii/index.ts'
import { CREDIT_NOTE_TYPES, prepare } from '../schemas/invoice/export/en16931/index.ts'
import { facturXFormat } from '../schemas/invoice/export/factur-x/index.ts'
import { ublFormat } from '../schemas/invoice/export/ubl/index.ts'
import { Invoice } from '../schemas/invoice/schema.ts'
import { readInvoiceXml } from '../schemas/invoice/xml/index.ts'

/**
 * Writes invoices as UBL, CII and Factur-X into a folder, reads the XML back, and tells what came back otherwise. The files are then for the official validator
 * (tests/exports/validator). Invoices: results of `docket extract --out` (each JSON of `--results DIR`), and `--synthetic N` of the generator.
 */
const { values } = parseArgs({
  options: {
    results: { type: 'string', multiple: true },
    synthetic: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
if (!values.out) {
  process.stderr.write('usage: exports.ts --out DIR [--results DIR]… [--synthetic N] [--seed S]\n')
  process.exit(2)
}
const out = values.out
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

const tally = { records: 0, written: 0, refused: 0, different: 0, papers: 0, notDrawn: 0 }
const context = { recordId: 'bench', approvedAt: '2026-01-01T00:00:00Z', settings: {} }
for await (const [name, invoice] of invoices()) {
  tally.records++
  for (const format of [ublFormat, ciiFormat]) await one(name, invoice, format)
  await paper(name, invoice)
}
process.stdout.write(`${JSON.stringify(tally)}\n`)

async function one(name: string, invoice: Invoice, format: ExportFormat<Invoice, Uint8Array>): Promise<void> {
  const lacks = format.lacks(invoice, context)
  if (lacks.length > 0) {
    tally.refused++
    if (format === ublFormat)
      process.stdout.write(`${name}: refused: ${lacks.map(({ fields, rule }) => `${fields.join('+')} (${rule})`).join(', ')}\n`)
    return
  }
  tally.written++
  const bytes = format.write(invoice, context)
  const credit = format === ublFormat && CREDIT_NOTE_TYPES.has(invoice.typeCode ?? '')
  await writeFile(join(out, `${name}.${credit ? 'cn.xml' : format.name}`), bytes)
  const differences = compare(prepare(invoice), bytes, format)
  if (differences.length > 0) {
    tally.different++
    process.stdout.write(`${name}.${format.name}: ${differences.join('; ')}\n`)
  }
}

/** Each with its page in the language of its seller. */
async function paper(name: string, invoice: Invoice): Promise<void> {
  const own = facturXFormat.lacks(invoice, context).slice(ciiFormat.lacks(invoice, context).length)
  if (own.length > 0) {
    tally.notDrawn++
    process.stdout.write(`${name}: not drawn: ${own.map(({ fields, message }) => `${fields.join('+')}: ${message.en}`).join(', ')}\n`)
  }
  if (facturXFormat.lacks(invoice, context).length > 0) return
  tally.papers++
  await writeFile(join(out, `${name}.pdf`), await bytesOf(writeExport(facturXFormat, invoice, context)))
}

/** Paths whose value came back otherwise, apart from those that the format says it leaves out. */
function compare(wanted: Invoice, bytes: Uint8Array, format: ExportFormat<Invoice>): readonly string[] {
  const back: Record<string, unknown> = {}
  for (const { path, value } of readInvoiceXml(parseXml(Buffer.from(bytes))) ?? []) setAt(back, path, value)
  const gone = new Set(leftOut(format, wanted))
  const expected = new Map(leaves(wanted).filter(([path]) => !gone.has(path)))
  const found = new Map(leaves(back))
  const same = (a: unknown, b: unknown) => a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b)) || squeezed(a) === squeezed(b)
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((path) =>
    same(expected.get(path), found.get(path)) ? [] : [`${path}: ${String(expected.get(path))} → ${String(found.get(path))}`],
  )
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
}

function squeezed(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ') : value
}

async function* invoices(): AsyncGenerator<readonly [string, Invoice]> {
  for (const dir of values.results ?? [])
    for (const file of (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()) {
      const result = JSON.parse(await readFile(join(dir, file), 'utf8'))
      if (result.type === 'invoice') yield [basename(file, '.json'), Invoice.parse(result.data)]
    }
  for (let i = 0; i < Number(values.synthetic); i++) {
    const layout = layouts[i % layouts.length]!
    const random = createRandom(`${values.seed}-${i}`)
    const invoice = createInvoice(layout.plan(random), layout.language, random)
    // The model has no words for an exemption; a reviewer would enter the ones of the page.
    const taxes = invoice.taxes.map((tax) => (tax.category === 'E' ? { ...tax, exemptionReason: 'As stated on the invoice' } : tax))
    yield [`${String(i + 1).padStart(3, '0')}-${layout.name}`, { ...invoice, taxes }]
  }
}
