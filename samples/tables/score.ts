// Prints pages with tables, reads them, and says how many cells were found: `--image` as scans, else from the text layer.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createPdfReader } from '../../adapters/pdf/index.ts'
import { createOneShot } from '../../cli/one-shot.ts'
import { f1 } from '../../core/evaluation/score-lines.ts'
import { scoreTables, type TableScore } from '../../core/evaluation/score-tables.ts'
import { findChromium, openChromium } from '../chromium.ts'
import { createRandom } from '../random.ts'
import { scanPage } from '../scan.ts'
import { borderlessPage } from './borderless.ts'
import { printTables } from './print-tables.ts'
import { ruledPage } from './ruled.ts'

const SCAN_LONGEST_PX = 2339 // A4 at 200 dpi
const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'ruled' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    image: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const count = Number(values.count)
const makePage = { ruled: ruledPage, borderless: borderlessPage }[values.kind as 'ruled' | 'borderless']
if (!makePage || !Number.isInteger(count) || count < 1) {
  process.stderr.write('usage: score.ts --kind ruled|borderless [--count N] [--seed S] [--image] [--out DIR: keep the pages]\n')
  process.exit(2)
}
const chromium = findChromium()
if (chromium === null) {
  process.stderr.write('Chromium is not on this machine: install it or set CHROMIUM_PATH.\n')
  process.exit(1)
}

const dir = values.out ?? (await mkdtemp(join(tmpdir(), 'docket-tables-')))
await mkdir(dir, { recursive: true })
const browser = await openChromium(chromium)
const pdfReader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
const byForm = new Map<string, TableScore[]>()
try {
  for (let i = 0; i < count; i++) {
    const random = createRandom(`${values.seed}-${i}/${values.kind}`)
    const page = makePage(i, random)
    const { sheet } = page
    const { pdf, tables } = await printTables(browser, page)
    const file = join(dir, `${values.kind}-${String(i).padStart(3, '0')}-${sheet.name}.${values.image ? 'jpg' : 'pdf'}`)
    await writeFile(file, values.image ? await scanned(pdf, `${values.seed}-${i}`) : pdf)
    const { reading } = await oneShot.run(file, { type: 'auto', useLlm: false })
    const score = scoreTables(tables, reading.pages[0]!.tables)
    byForm.set(sheet.name, [...(byForm.get(sheet.name) ?? []), score])
    if (values.out) await writeFile(`${file}.json`, JSON.stringify({ score, tables, found: reading.pages[0]!.tables }))
    if (cellF1(score) < 0.99) process.stderr.write(`${file}: ${line(score)}\n`)
  }
} finally {
  await browser.close()
  await pdfReader.close()
  await oneShot.close()
  if (!values.out) await rm(dir, { recursive: true, force: true })
}
for (const [form, scores] of byForm) process.stdout.write(`${form.padEnd(16)} ${line(sum(scores))}\n`)
process.stdout.write(`${'all'.padEnd(16)} ${line(sum([...byForm.values()].flat()))}\n`)

/** Straight, as pages are once the skew is taken out: soft, grainy, JPEG. */
async function scanned(pdf: Uint8Array, seed: string): Promise<Uint8Array> {
  const { pages } = await pdfReader.render(pdf, [1], SCAN_LONGEST_PX)
  const { png, widthPx, heightPx } = pages[0]!
  return (await scanPage(png, widthPx, heightPx, createRandom(`${seed}/scan`), 0)).jpeg
}

function sum(scores: readonly TableScore[]): TableScore {
  const total = (key: keyof TableScore) => scores.reduce((all, score) => all + score[key], 0)
  return { truth: total('truth'), found: total('found'), correct: total('correct'), placed: total('placed') }
}

function cellF1({ correct, found, truth }: TableScore): number {
  return f1(correct, found, truth)
}

function line(score: TableScore): string {
  const { truth, found, correct, placed } = score
  return `F1 ${cellF1(score).toFixed(4)}  in place ${f1(placed, found, truth).toFixed(4)}  cells ${truth}, found ${found}, correct ${correct}`
}
