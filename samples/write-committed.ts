// Writes the samples of `committed.ts` to samples/invoice/. Read the difference before committing it.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { findChromium, openChromium } from './chromium.ts'
import { type CommittedCase, committed } from './committed.ts'
import { createSample, type Sample } from './create-sample.ts'
import { attachXml, ciiOf, expectedOfXml, ublOf, updOf, windows1251 } from './einvoice/index.ts'
import type { Expected } from './expected.ts'
import { layouts } from './layouts/index.ts'
import { scanSample } from './scan-sample.ts'

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

async function shape({ form, seed, name }: CommittedCase, sample: Sample): Promise<Shaped> {
  const { pdf, invoice, expected } = sample
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
    case 'upd':
      return { ...xml(''), bytes: windows1251(updOf(invoice, '5.03')) }
    case 'hybrid':
      return { extension: 'pdf', bytes: await attachXml(pdf, ciiOf(invoice)), expected }
    case 'scan': {
      const scan = await scanSample(reader, sample, seed)
      if (!scan) throw new RangeError(`${name} has more than one page`)
      return { extension: 'jpg', bytes: scan.jpeg, expected: scan.expected }
    }
  }
}
