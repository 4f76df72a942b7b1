// Draws stamps, signatures and handwriting on printed samples and says how many are found, and what is found on the same pages without any.
// --fonts DIR: faces that imitate a hand (.woff2; names with `cyrillic` get Russian words), in which two words more are written on each page. One ink of
// seven is black, which is not looked for.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createPageMarks } from '../adapters/marks/index.ts'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { type Box, coverage } from '../core/geometry.ts'
import type { Region } from '../core/reading.ts'
import { findChromium, openChromium } from './chromium.ts'
import { createSample } from './create-sample.ts'
import { type Drawn, writeWord } from './hand-words.ts'
import { layouts } from './layouts/index.ts'
import { drawMark, MARK_KINDS } from './pen-and-stamp.ts'
import { createRandom } from './random.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '36' }, seed: { type: 'string', default: '1' }, fonts: { type: 'string' } },
})
const count = Number(values.count)
const chromium = findChromium()
if (chromium === null || !Number.isInteger(count)) {
  process.stderr.write('usage: score-marks.ts [--count N] [--seed S] [--fonts DIR]   (Chromium is needed: CHROMIUM_PATH)\n')
  process.exit(2)
}
const browser = await openChromium(chromium)
const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const marks = createPageMarks()
const fonts = values.fonts ? (await readdir(values.fonts)).filter((file) => file.endsWith('.woff2')).sort() : []
const found: Record<string, { drawn: number; located: number; named: number }> = {}
let falseOnes = 0
let onClean = 0
try {
  for (let i = 0; i < count; i++) {
    const seed = `${values.seed}-${i}`
    const random = createRandom(seed)
    const { pdf } = await createSample(browser, layouts[i % layouts.length]!, seed)
    const page = (await reader.render(pdf, [1], 2000)).pages[0]!
    const size = { width: page.widthPx, height: page.heightPx }
    const drawn: Drawn[] = MARK_KINDS.map((kind, at) => {
      const { svg, box } = drawMark(kind, size.width, size.height, at, random)
      return { group: kind, kind, box, overlay: { input: Buffer.from(svg), left: 0, top: 0 } }
    })
    for (const share of fonts.length > 0 ? [0.02, 0.85] : []) {
      const word = await writeWord(browser, join(values.fonts!, random.pick(fonts)), share, size, random)
      if (word) drawn.push(word)
    }
    const image = await sharp(page.png)
      .composite(drawn.map(({ overlay }) => ({ ...overlay, blend: 'multiply' as const })))
      .blur(0.5)
      .jpeg({ quality: 70 })
      .toBuffer()
    onClean += (await marks.find(page.png)).regions.length
    const { regions } = await marks.find(image)
    for (const { group, kind, box } of drawn) {
      const near = regions.filter((r) => overlaps(r, box))
      found[group] ??= { drawn: 0, located: 0, named: 0 }
      const count = found[group]
      count.drawn++
      if (near.length > 0) count.located++
      if (near.some((r) => r.kind === kind)) count.named++
    }
    const others = regions.filter((r) => !drawn.some(({ box }) => overlaps(r, box)))
    falseOnes += others.length
    for (const { kind, box } of others) process.stderr.write(`page ${i}: ${kind} at ${JSON.stringify(box)}\n`)
  }
} finally {
  await browser.close()
  await reader.close()
  await marks.close()
}
for (const [group, { drawn, located, named }] of Object.entries(found))
  process.stdout.write(`${group}: drawn ${drawn}, located ${located}, named right ${named}\n`)
process.stdout.write(`elsewhere on the ${count} pages: ${falseOnes}; on the same pages before anything was drawn: ${onClean}\n`)

function overlaps({ box }: Region, other: Box): boolean {
  return coverage(box, other) > 0.5 || coverage(other, box) > 0.5
}
