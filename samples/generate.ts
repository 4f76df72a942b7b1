import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { actLayouts } from './act/layouts.ts'
import { applicationLayouts } from './application/layouts.ts'
import { findChromium, openChromium } from './chromium.ts'
import { contractLayouts } from './contract/layouts.ts'
import { createSample } from './create-sample.ts'
import { layouts as documentLayouts } from './layouts/index.ts'
import { itemTableLayouts } from './layouts/item-tables/index.ts'
import type { Layout } from './sample.ts'
import { scanSample } from './scan-sample.ts'
import { truthOf } from './truth.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    layout: { type: 'string' },
    paper: { type: 'string', default: 'invoice' },
    tables: { type: 'boolean', default: false },
    scan: { type: 'boolean', default: false },
    truth: { type: 'boolean', default: false },
  },
})
const PAPERS: Readonly<Record<string, readonly Layout[]>> = {
  invoice: documentLayouts,
  act: actLayouts,
  application: applicationLayouts,
  contract: contractLayouts,
}
const layouts = values.tables ? itemTableLayouts : (PAPERS[values.paper] ?? [])
const count = Number(values.count ?? layouts.length)
const chosen = layouts.filter(({ name }) => !values.layout || values.layout.split(',').includes(name))
if (!values.out || !Number.isInteger(count) || count < 1 || chosen.length === 0) {
  process.stderr.write(
    'usage: generate.ts --count N --seed S --out DIR [--paper invoice|act|application|contract] [--tables] [--layout NAME,NAME] [--truth] [--scan]\n',
  )
  process.stderr.write(`layouts: ${layouts.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
const chromium = findChromium()
if (chromium === null) {
  process.stderr.write('Chromium is not on this machine: install it or set CHROMIUM_PATH.\n')
  process.exit(1)
}

const browser = await openChromium(chromium)
const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
try {
  for (let i = 0; i < count; i++) {
    const layout = chosen[i % chosen.length]!
    const seed = `${values.seed}-${i}`
    const sample = await createSample(browser, layout, seed)
    const scan = values.scan ? await scanSample(reader, sample, seed) : null
    // A document of several pages stays a PDF: a JPEG has one.
    const [file, bytes, expected] = scan
      ? (['document.jpg', scan.jpeg, scan.expected] as const)
      : (['document.pdf', sample.pdf, sample.expected] as const)
    const name = `${String(i + 1).padStart(3, '0')}-${layout.name}`
    const dir = join(values.out, name)
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, file), bytes)
    await writeFile(join(dir, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
    if (values.truth) await writeFile(join(dir, `${name}.truth.json`), `${JSON.stringify(truthOf(name, file, bytes, expected), null, 2)}\n`)
    process.stdout.write(`${dir}\n`)
  }
} finally {
  await browser.close()
  await reader.close()
}
