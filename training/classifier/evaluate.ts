/**
 * node training/classifier/evaluate.ts [--seed TEXT] [--each N] [DIR…]
 * How often the kind of a paper is told right: on made papers of another seed, and on read documents, JSON files {truth, reading} as
 * `docket corrected` writes them. Names every wrong one.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Reading } from '../../core/reading.ts'
import { classify } from '../../schemas/classify.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createPapers } from './papers/index.ts'

interface Told {
  readonly from: string
  readonly id: string
  readonly wanted: string
  readonly got: string
  readonly probability: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: 'judge' }, each: { type: 'string', default: '50' } },
})
const told: Told[] = createPapers(values.seed, Number(values.each)).map(({ className, reading }, i) =>
  tell('made papers', `${className} ${i}`, className, reading),
)
for (const dir of positionals)
  for (const name of (await readdir(dir)).filter((one) => one.endsWith('.json')).sort()) {
    const { truth, reading } = JSON.parse(await readFile(join(dir, name), 'utf8'))
    told.push(tell(dir, truth.id, classOf(truth), Reading.parse(reading)))
  }
for (const [from, own] of Map.groupBy(told, (one) => one.from)) {
  const right = own.filter(({ wanted, got }) => wanted === got)
  process.stdout.write(`${from}: ${right.length} of ${own.length} right (${((100 * right.length) / own.length).toFixed(1)} %)\n`)
  for (const { id, wanted, got, probability } of own.filter((one) => one.wanted !== one.got))
    process.stdout.write(`  ${id}: ${wanted} taken for ${got} (${probability.toFixed(2)})\n`)
}
const agreements = told.filter(({ wanted, got, probability }) => wanted === 'contract' && got === 'invoice' && probability > 0.9)
process.stdout.write(`contracts taken for invoices with more than 0.9: ${agreements.length}\n`)

/** Truth files call every bill an invoice and keep the kind of bill in a field. */
function classOf({
  fields,
  document_class,
}: {
  readonly fields?: Record<string, { value?: unknown }>
  readonly document_class: string
}): string {
  return fields?.document_type?.value === 'credit_note' ? 'credit_note' : document_class
}

function tell(from: string, id: string, wanted: string, reading: Reading): Told {
  const best = classify(reading, documentTypes)[0]
  return { from, id, wanted, got: best?.name ?? 'nothing', probability: best?.probability ?? 0 }
}
