// Prints pages whose order of reading is known, lays out their words, and says how often the piece that follows is the right one.
import { parseArgs } from 'node:util'
import { createPdfReader } from '../../adapters/pdf/index.ts'
import type { Box } from '../../core/geometry.ts'
import { centre } from '../../core/geometry.ts'
import { layOutPage } from '../../core/layout/index.ts'
import { findChromium, openChromium } from '../chromium.ts'
import { createRandom } from '../random.ts'
import { printTables } from '../tables/print-tables.ts'
import { orderPage } from './order-page.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '80' }, seed: { type: 'string', default: '1' }, show: { type: 'boolean', default: false } },
})
const count = Number(values.count)
const chromium = findChromium()
if (chromium === null || !Number.isInteger(count) || count < 1) {
  process.stderr.write('usage: score.ts [--count N] [--seed S] [--show]   (Chromium is needed: CHROMIUM_PATH)\n')
  process.exit(2)
}

interface Count {
  steps: number
  right: number
  pages: number
  whole: number
}

const browser = await openChromium(chromium)
const reader = createPdfReader({ memoryMb: 800, timeoutMs: 30_000, maxPages: 20 })
const byKind = new Map<string, Count>()
try {
  for (let i = 0; i < count; i++) {
    const { sheet, css, html } = orderPage(i, createRandom(`${values.seed}-${i}/order`))
    const { pdf, pieces } = await printTables(browser, { sheet, css, html })
    const { words, rules, widthPt, heightPt } = (await reader.text(pdf)).pages[0]!
    const page = layOutPage({
      index: 1,
      widthPx: Math.round(widthPt),
      heightPx: Math.round(heightPt),
      source: 'text',
      engine: null,
      words,
      rules,
    })
    const { steps, right } = score(
      pieces,
      page.lines.map(({ box }) => box),
    )
    if (values.show && right < steps)
      process.stdout.write(
        `${i} ${sheet.name} ${right} of ${steps}\n${page.lines.map(({ text, box }) => `  ${pieces.findIndex((piece) => inside(box, piece))} ${text}`).join('\n')}\n`,
      )
    const kind = byKind.get(sheet.name) ?? { steps: 0, right: 0, pages: 0, whole: 0 }
    byKind.set(sheet.name, {
      steps: kind.steps + steps,
      right: kind.right + right,
      pages: kind.pages + 1,
      whole: kind.whole + (steps === right ? 1 : 0),
    })
  }
} finally {
  await browser.close()
  await reader.close()
}
const all = [...byKind.values()].reduce((sum, one) => ({
  steps: sum.steps + one.steps,
  right: sum.right + one.right,
  pages: sum.pages + one.pages,
  whole: sum.whole + one.whole,
}))
for (const [kind, one] of [...byKind, ['all', all] as const])
  process.stdout.write(
    `${kind.padEnd(16)} next piece right ${(one.right / one.steps).toFixed(4)} (${one.right} of ${one.steps})  whole pages ${one.whole} of ${one.pages}\n`,
  )

/** Steps from piece to piece in the printed order, and those that are made as well when the found lines are read one after the other. */
function score(pieces: readonly Box[], lines: readonly Box[]): { readonly steps: number; readonly right: number } {
  const read = lines
    .map((box) => pieces.findIndex((piece) => inside(box, piece)))
    .filter((piece, i, all) => piece >= 0 && piece !== all.slice(0, i).findLast((one) => one >= 0))
  const made = new Set(read.slice(1).map((piece, i) => `${read[i]}>${piece}`))
  // A piece that is left and come back to is read wrongly, though each step may be right.
  const torn = new Set(read.filter((piece, i) => read.indexOf(piece) !== i))
  const right = pieces.slice(1).filter((_, i) => made.has(`${i}>${i + 1}`) && !torn.has(i) && !torn.has(i + 1)).length
  return { steps: pieces.length - 1, right }
}

function inside(line: Box, piece: Box): boolean {
  const { x, y } = centre(line)
  return x >= piece.x0 && x <= piece.x1 && y >= piece.y0 && y <= piece.y1
}
