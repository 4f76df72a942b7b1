import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { layouts } from '../../samples/layouts/index.ts'
import { createInvoice } from '../../samples/model.ts'
import { createRandom } from '../../samples/random.ts'
import { Invoice } from '../../schemas/invoice/schema.ts'
import { updFormat } from '../../schemas/shared/trade/export/upd/index.ts'
import { brokenRules, type NamedFile, schemeErrors } from './upd-scheme.ts'

/**
 * УПД of generated invoices and of `docket extract --out` results against a scheme, such as the official one, which is not kept here (docs/exports.md).
 * usage: node --import ./cli/tsx-hook.ts tests/exports/check-upd.ts --scheme FILE.xsd [--results DIR]… [--synthetic N]   exit 4: something is invalid
 */
const { values } = parseArgs({
  options: {
    scheme: { type: 'string', default: new URL('upd-5.03.xsd', import.meta.url).pathname },
    results: { type: 'string', multiple: true, default: [] },
    synthetic: { type: 'string', default: '200' },
  },
})

const context = { recordId: 'check', approvedAt: '2026-03-13T10:20:30.000Z', settings: {} }
const refused: string[] = []
const files: NamedFile[] = []
for await (const [name, read] of invoices()) {
  // What no invoice for payment prints and a reviewer would enter.
  const invoice = read.signatories[0] ? read : { ...read, signatories: [{ role: 'Директор', name: 'Образцов Иван Петрович' }] }
  const lacks = updFormat.lacks(invoice, context)
  if (lacks.length === 0) files.push({ name, bytes: updFormat.write(invoice, context) })
  else refused.push(`${name}: ${lacks.map(({ fields, rule }) => `${fields.join('+')} (${rule})`).join(', ')}`)
}
const scheme = new TextDecoder(
  /encoding="windows-1251"/.test((await readFile(values.scheme, 'latin1')).slice(0, 100)) ? 'windows-1251' : 'utf-8',
)
const errors = [
  ...(await schemeErrors(scheme.decode(await readFile(values.scheme)).replace(/encoding="[\w-]+"/, 'encoding="UTF-8"'), files)),
  ...files.flatMap(({ name, bytes }) => brokenRules(bytes).map((rule) => `${name}: ${rule}`)),
]
for (const line of [...refused.map((one) => `refused ${one}`), ...errors]) process.stdout.write(`${line}\n`)
process.stdout.write(`${JSON.stringify({ written: files.length, refused: refused.length, errors: errors.length })}\n`)
process.exitCode = errors.length > 0 ? 4 : 0

async function* invoices(): AsyncGenerator<readonly [string, Invoice]> {
  for (const dir of values.results)
    for (const file of (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()) {
      const result = JSON.parse(await readFile(join(dir, file), 'utf8'))
      if (result.type === 'invoice') yield [basename(file, '.json'), Invoice.parse(result.data)]
    }
  for (let i = 0; i < Number(values.synthetic); i++) {
    const layout = layouts[i % layouts.length]!
    const random = createRandom(`upd-${i}`)
    const plan = layout.plan(random)
    const invoice = createInvoice(plan, layout.language, random)
    if (plan.country === 'RU') yield [`${i}-${layout.name}`, invoice]
  }
}
