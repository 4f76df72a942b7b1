// Prints invoices of several sheets, reads them, and says how many tables are linked over the page break and how many items are read.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createPdfReader } from '../../adapters/pdf/index.ts'
import { createOneShot } from '../../cli/one-shot.ts'
import { f1, type LineScore, scoreLines } from '../../core/evaluation/score-lines.ts'
import { findChromium, openChromium } from '../chromium.ts'
import { createRandom } from '../random.ts'
import { printLong } from './print-long.ts'
import { scannedPdf } from './scanned-pdf.ts'
import { type LinkScore, scoreLinks } from './score-links.ts'

type Truth = Pick<Awaited<ReturnType<typeof printLong>>, 'tables' | 'expected' | 'style'>

const COLUMNS = { name: ['name'], quantity: ['quantity'], unitPrice: ['unitPrice'], net: ['net'] }
const EVERY_TWICE = 8 // one in so many is a page and its copy, which nothing links

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    image: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write(
    'usage: score-long.ts [--count N] [--seed S] [--image] [--out DIR: keep the documents, and read those that an earlier run of the same seed kept]\n',
  )
  process.exit(2)
}
const chromium = findChromium()
if (chromium === null) {
  process.stderr.write('Chromium is not on this machine: install it or set CHROMIUM_PATH.\n')
  process.exit(1)
}

const dir = values.out ?? (await mkdtemp(join(tmpdir(), 'docket-long-')))
await mkdir(dir, { recursive: true })
// Opened for the first document that is not kept.
const printer: { browser?: Browser } = {}
const pdfReader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
const byFrame = new Map<string, { links: LinkScore; lines: LineScore | null }[]>()
try {
  for (let i = 0; i < count; i++) {
    const seed = `${values.seed}-${i}`
    const twice = i % EVERY_TWICE === EVERY_TWICE - 1
    const file = join(dir, `${String(i).padStart(3, '0')}${values.image ? '-scan' : ''}.pdf`)
    const { tables, expected, style } = (await kept(file)) ?? (await print(file, seed, twice))
    const { reading, result } = await oneShot.run(file, { type: 'auto', useLlm: false })
    const links = scoreLinks(tables, reading.pages)
    const rows = (data: Readonly<Record<string, unknown>>) => (data.lines ?? []) as readonly Record<string, string | null>[]
    const wanted = rows(expected.data).map(({ name, quantity, unitPrice, net }) => ({ name, quantity, unitPrice, net })) as Record<
      string,
      string
    >[]
    const lines = twice ? null : scoreLines(wanted, rows(result.data), COLUMNS, true)
    byFrame.set(expected.layout, [...(byFrame.get(expected.layout) ?? []), { links, lines }])
    if (values.out) await writeFile(`${file}.json`, JSON.stringify({ style, links, lines, expected, tables, data: result.data, reading }))
    if (links.correct < links.truth || links.found > links.correct || (lines && f1(lines.correct, lines.found, lines.truth) < 1))
      process.stderr.write(`${file} (${style.tongue}, ${style.sums}, ${style.top}): ${line([{ links, lines }])}\n`)
  }
} finally {
  await printer.browser?.close()
  await pdfReader.close()
  await oneShot.close()
  if (!values.out) await rm(dir, { recursive: true, force: true })
}
for (const [frame, scores] of byFrame) process.stdout.write(`${frame.padEnd(16)} ${line(scores)}\n`)
process.stdout.write(`${'all'.padEnd(16)} ${line([...byFrame.values()].flat())}\n`)

/** A document of an earlier run of the same seed: printing takes longer than reading. */
async function kept(file: string): Promise<Truth | null> {
  return existsSync(`${file}.truth`) ? (JSON.parse(await readFile(`${file}.truth`, 'utf8')) as Truth) : null
}

async function print(file: string, seed: string, twice: boolean): Promise<Truth> {
  printer.browser ??= await openChromium(chromium!)
  const { pdf, tables, expected, style } = await printLong(printer.browser, seed, twice)
  await writeFile(file, values.image ? await scannedPdf(pdfReader, pdf, createRandom(`${seed}/scan`)) : pdf)
  await writeFile(`${file}.truth`, JSON.stringify({ seed, tables, expected, style }))
  return { tables, expected, style }
}

function line(scores: readonly { links: LinkScore; lines: LineScore | null }[]): string {
  const add = <T>(all: readonly T[], key: keyof T) => all.reduce((total, one) => total + Number(one[key]), 0)
  const links = scores.map((s) => s.links)
  const lines = scores.flatMap((s) => s.lines ?? [])
  const rows = { truth: add(lines, 'truth'), found: add(lines, 'found'), correct: add(lines, 'correct') }
  return `links ${add(links, 'correct')} of ${add(links, 'truth')} (said ${add(links, 'found')})  rows F1 ${f1(rows.correct, rows.found, rows.truth).toFixed(4)} (${rows.correct} of ${rows.truth}, found ${rows.found})`
}
