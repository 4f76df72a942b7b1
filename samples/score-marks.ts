// Draws stamps, signatures and handwriting on printed samples and says how many are found, and what is found on pages without any.
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createPageMarks } from '../adapters/marks/index.ts'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { type Box, coverage } from '../core/geometry.ts'
import type { Region } from '../core/reading.ts'
import { findChromium, openChromium } from './chromium.ts'
import { createSample } from './create-sample.ts'
import { layouts } from './layouts/index.ts'
import { drawMark, MARK_KINDS } from './pen-and-stamp.ts'
import { createRandom } from './random.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '36' }, seed: { type: 'string', default: '1' } } })
const count = Number(values.count)
const chromium = findChromium()
if (chromium === null || !Number.isInteger(count)) {
  process.stderr.write('usage: score-marks.ts [--count N] [--seed S]   (Chromium is needed: CHROMIUM_PATH)\n')
  process.exit(2)
}
const browser = await openChromium(chromium)
const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const marks = createPageMarks()
const found = Object.fromEntries(MARK_KINDS.map((kind) => [kind, { drawn: 0, located: 0, named: 0 }]))
let falseOnes = 0
try {
  for (let i = 0; i < count; i++) {
    const seed = `${values.seed}-${i}`
    const random = createRandom(seed)
    const { pdf } = await createSample(browser, layouts[i % layouts.length]!, seed)
    const page = (await reader.render(pdf, [1], 2000)).pages[0]!
    const overlays = MARK_KINDS.map((kind, at) => drawMark(kind, page.widthPx, page.heightPx, at, random))
    const image = await sharp(page.png)
      .composite(overlays.map(({ svg }) => ({ input: Buffer.from(svg), blend: 'multiply' as const })))
      .blur(0.5)
      .jpeg({ quality: 70 })
      .toBuffer()
    const { regions } = await marks.find(image)
    for (const [at, kind] of MARK_KINDS.entries()) {
      const near = regions.filter((r) => overlaps(r, overlays[at]!.box))
      found[kind]!.drawn++
      if (near.length > 0) found[kind]!.located++
      if (near.some((r) => r.kind === kind)) found[kind]!.named++
    }
    const others = regions.filter((r) => !overlays.some(({ box }) => overlaps(r, box)))
    falseOnes += others.length
    for (const { kind, box } of others) process.stderr.write(`page ${i}: ${kind} at ${JSON.stringify(box)}\n`)
  }
} finally {
  await browser.close()
  await reader.close()
  await marks.close()
}
for (const [kind, { drawn, located, named }] of Object.entries(found))
  process.stdout.write(`${kind}: drawn ${drawn}, located ${located}, named right ${named}\n`)
process.stdout.write(`elsewhere on the ${count} pages: ${falseOnes}\n`)

function overlaps({ box }: Region, other: Box): boolean {
  return coverage(box, other) > 0.5 || coverage(other, box) > 0.5
}
