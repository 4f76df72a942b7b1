// Text lines with their truth for calibration and comparison: pages of the sample generator, and sheets of words with diacritics, turned and
// blurred like a cheap scan. Usage: node --import ./cli/tsx-hook.ts training/latin-recogniser/make-lines.ts --out DIR [--pages N] [--seed S] [--px LONGEST_SIDE]
// Writes DIR/001.jpg … and DIR/lines.json: [{image, sheet, text, corners: [[x, y] × 4 clockwise from the text's top left, pixels]}].
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createPdfReader, type PdfReader } from '../../adapters/pdf/index.ts'
import type { Box } from '../../core/geometry.ts'
import { groupLines } from '../../core/layout/group-lines.ts'
import { findChromium, openChromium } from '../../samples/chromium.ts'
import { createSample } from '../../samples/create-sample.ts'
import { layouts } from '../../samples/layouts/index.ts'
import { createRandom, type Random } from '../../samples/random.ts'
import { type Scan, scanPage } from '../../samples/scan.ts'
import { ALPHABET } from './alphabet.ts'
import { wordSheet } from './word-sheet.ts'

const SHEET_EVERY = 4

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    pages: { type: 'string', default: '16' },
    seed: { type: 'string', default: 'calibration' },
    px: { type: 'string', default: '1880' }, // A4's longest side: 160 dpi
  },
})
const chromium = findChromium()
if (!values.out || !chromium) {
  process.stderr.write(
    values.out ? 'Chromium is not on this machine: install it or set CHROMIUM_PATH.\n' : 'usage: make-lines.ts --out DIR\n',
  )
  process.exit(2)
}

const latin = layouts.filter(({ language }) => language !== 'ru')
const browser = await openChromium(chromium)
const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
try {
  await mkdir(values.out, { recursive: true })
  const lines = []
  for (let i = 0; i < Number(values.pages); i++) {
    const random = createRandom(`${values.seed}/${i}`)
    const sheet = i % SHEET_EVERY === SHEET_EVERY - 1
    const pdf = sheet
      ? await wordSheet(browser, random)
      : (await createSample(browser, latin[i % latin.length]!, `${values.seed}-${i}`)).pdf
    const image = `${String(i + 1).padStart(3, '0')}.jpg`
    const { jpeg, found } = await scannedLines(reader, pdf, random)
    await writeFile(join(values.out, image), jpeg)
    lines.push(...found.map((line) => ({ image, sheet, ...line })))
  }
  await writeFile(join(values.out, 'lines.json'), `${JSON.stringify(lines)}\n`)
  process.stdout.write(`${lines.length} lines\n`)
} finally {
  await browser.close()
  await reader.close()
}

async function scannedLines(pdfs: PdfReader, pdf: Uint8Array, random: Random) {
  const [page] = (await pdfs.text(pdf)).pages
  const [raster] = (await pdfs.render(pdf, [1], Number(values.px))).pages
  const { jpeg, place } = await scanPage(raster!.png, raster!.widthPx, raster!.heightPx, random)
  const { width, height } = await sharp(jpeg).metadata()
  const readable = groupLines(page!.words, page!.widthPt / page!.heightPt).filter(({ text }) => [...text].every((c) => ALPHABET.has(c)))
  const found = readable.map(({ text, box }) => ({
    text,
    corners: cornersOf(box, place).map(([x, y]) => [x * width, y * height]),
  }))
  return { jpeg, found }
}

/** The line's corners on the turned page, page fractions; a box without extent is turned exactly. */
function cornersOf({ x0, y0, x1, y1 }: Box, place: Scan['place']): readonly (readonly [number, number])[] {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ] as const
  return corners.map(([x, y]) => {
    const at = place({ x0: x, y0: y, x1: x, y1: y })
    return [at.x0, at.y0]
  })
}
