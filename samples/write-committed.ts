// Writes the samples of `committed.ts` to samples/invoice/. Read the difference before committing it.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { findChromium, openChromium } from './chromium.ts'
import { type CommittedCase, committed } from './committed.ts'
import { createSample, type Sample } from './create-sample.ts'
import { attachXml, ciiOf, expectedOfXml, ublOf } from './einvoice/index.ts'
import type { Expected } from './expected.ts'
import { layouts } from './layouts/index.ts'
import { createRandom } from './random.ts'
import { scanPage } from './scan.ts'

/** A4 at about 160 dpi: enough to read small print, small enough to keep in a repository. */
const SCAN_LONGEST_PX = 1880

const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const browser = await openChromium(findChromium() ?? '')
try {
  for (const one of committed) {
    const sample = await createSample(browser, layouts.find(({ name }) => name === one.layout)!, one.seed)
    const { extension, bytes, expected } = await shape(one, sample)
    const dir = join(fileURLToPath(new URL('./invoice/', import.meta.url)), one.name)
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, `document.${extension}`), bytes)
    await writeFile(join(dir, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
    process.stdout.write(`${one.name} ${Math.round(bytes.length / 1024)} kB\n`)
  }
} finally {
  await browser.close()
  await reader.close()
}

interface Shaped {
  readonly extension: string
  readonly bytes: Uint8Array
  readonly expected: Expected
}

async function shape({ form, seed }: CommittedCase, { pdf, invoice, expected }: Sample): Promise<Shaped> {
  const xml = (text: string): Shaped => ({
    extension: 'xml',
    bytes: new TextEncoder().encode(text),
    expected: expectedOfXml(seed, form, expected.language, invoice),
  })
  switch (form) {
    case 'pdf':
      return { extension: 'pdf', bytes: pdf, expected }
    case 'cii':
      return xml(ciiOf(invoice))
    case 'ubl':
      return xml(ublOf(invoice))
    case 'hybrid':
      return { extension: 'pdf', bytes: await attachXml(pdf, ciiOf(invoice)), expected }
    case 'scan':
      return scan(pdf, seed, expected)
  }
}

async function scan(pdf: Uint8Array, seed: string, expected: Expected): Promise<Shaped> {
  const { pages } = await reader.render(pdf, [1], SCAN_LONGEST_PX)
  const { png, widthPx, heightPx } = pages[0]!
  const { jpeg, place } = await scanPage(png, widthPx, heightPx, createRandom(`${seed}/scan`))
  const evidence = Object.entries(expected.evidence).map(([path, found]) => {
    if (found.page !== 1) throw new RangeError('A scanned sample has one page')
    const box = Object.fromEntries(Object.entries(place(found.box)).map(([key, value]) => [key, Math.round(value * 10000) / 10000]))
    return [path, { ...found, box: box as typeof found.box }] as const
  })
  return { extension: 'jpg', bytes: jpeg, expected: { ...expected, evidence: Object.fromEntries(evidence) } }
}
