import type { Browser } from 'playwright-core'
import type { Box } from '../core/geometry.ts'
import type { Layout } from './sample.ts'
import { type PrintedTable, readCells } from './tables/read-cells.ts'

/** A marked value where it is printed. `value` is set for texts that are values as they stand. */
export interface PrintedField {
  readonly path: string
  readonly value: string | null
  readonly text: string
  /** From 1. */
  readonly page: number
  readonly box: Box
}

export interface Printed {
  readonly pdf: Uint8Array
  readonly fields: readonly PrintedField[]
  /** Tables marked `data-table`, with their cells. */
  readonly tables: readonly PrintedTable[]
  /** Places of what is marked `data-piece`, in the order of the markup. */
  readonly pieces: readonly Box[]
  readonly pageCount: number
}

const PX_PER_MM = 96 / 25.4

type Sheet = Pick<Layout, 'name' | 'language' | 'landscape' | 'letter'>

/** Prints pages of exactly the paper's size, so that a place on the screen is the same place on paper. Throws when something does not fit. */
export async function printPages(browser: Browser, layout: Sheet, css: string, pages: readonly string[]): Promise<Printed> {
  const [short, long] = layout.letter ? [215.9, 279.4] : [210, 297]
  const [width, height] = layout.landscape ? [long, short] : [short, long]
  const page = await browser.newPage({ viewport: { width: Math.ceil(width * PX_PER_MM), height: Math.ceil(height * PX_PER_MM) } })
  try {
    await page.emulateMedia({ media: 'print' })
    await page.setContent(documentOf(layout, css, pages, width, height), { waitUntil: 'load' })
    const paper = { width: width * PX_PER_MM, height: height * PX_PER_MM }
    const { fields, tooLong } = await page.evaluate(readFields, paper)
    const tables = await page.evaluate(readCells, paper)
    const pieces = await page.evaluate(readPieces, paper)
    if (tooLong.length > 0) throw new RangeError(`${layout.name}: does not fit on its page: ${tooLong.join(', ')}`)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return { pdf: withoutClock(pdf), fields, tables, pieces, pageCount: pages.length }
  } finally {
    await page.close()
  }
}

/** Chromium stamps the time of printing; one of the same length keeps the file valid and the same for the same seed. */
function withoutClock(pdf: Uint8Array): Uint8Array {
  const stamped = Buffer.from(pdf).toString('latin1')
  return Buffer.from(stamped.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, '/$1 (D:20260101000000'), 'latin1')
}

function documentOf({ language }: Sheet, css: string, pages: readonly string[], width: number, height: number): string {
  // A hair less than the paper, or rounding adds an empty page.
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>SPECIMEN</title><style>
    @page { size: ${width}mm ${height}mm; margin: 0 }
    * { box-sizing: border-box }
    html, body { margin: 0; padding: 0; text-rendering: geometricPrecision }
    .page { position: relative; width: ${width}mm; height: ${height - 0.3}mm; overflow: hidden; break-after: page }
    .page:last-child { break-after: auto }
    .specimen { position: absolute; top: 4mm; left: 0; right: 0; text-align: center; font: bold 9pt 'Liberation Sans'; letter-spacing: 0.35em; color: #b3261e }
    table { border-collapse: collapse; width: 100% }
    .r { text-align: right; white-space: nowrap }
    .c { text-align: center }
    ${css}
  </style></head><body>${pages.map((html) => `<section class="page"><div class="specimen">ОБРАЗЕЦ / SPECIMEN</div>${html}</section>`).join('')}</body></html>`
}

/** Runs in the browser: the place of every marked value, as fractions of its page. */
function readFields(paper: { width: number; height: number }): { fields: PrintedField[]; tooLong: string[] } {
  const fields: PrintedField[] = []
  const tooLong: string[] = []
  document.querySelectorAll('section.page').forEach((section, index) => {
    const origin = section.getBoundingClientRect()
    if (section.scrollHeight > section.clientHeight + 1) tooLong.push(`page ${index + 1}`)
    for (const span of section.querySelectorAll<HTMLElement>('[data-field]')) {
      const range = document.createRange()
      range.selectNodeContents(span)
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
      const path = span.dataset.field!
      if (rects.length === 0) continue
      const box = {
        x0: (Math.min(...rects.map((r) => r.left)) - origin.left) / paper.width,
        y0: (Math.min(...rects.map((r) => r.top)) - origin.top) / paper.height,
        x1: (Math.max(...rects.map((r) => r.right)) - origin.left) / paper.width,
        y1: (Math.max(...rects.map((r) => r.bottom)) - origin.top) / paper.height,
      }
      if (box.x0 < 0 || box.y0 < 0 || box.x1 > 1 || box.y1 > 1) tooLong.push(path)
      fields.push({
        path,
        value: span.dataset.value ?? null,
        text: (span.textContent ?? '').replace(/\s+/g, ' ').trim(),
        page: index + 1,
        box,
      })
    }
  })
  return { fields, tooLong }
}

/** Runs in the browser: boxes of the marked pieces of the first page, as fractions of it. */
function readPieces(paper: { width: number; height: number }): Box[] {
  const origin = document.querySelector('section.page')!.getBoundingClientRect()
  return [...document.querySelectorAll('[data-piece]')].map((element) => {
    const r = element.getBoundingClientRect()
    return {
      x0: (r.left - origin.left) / paper.width,
      y0: (r.top - origin.top) / paper.height,
      x1: (r.right - origin.left) / paper.width,
      y1: (r.bottom - origin.top) / paper.height,
    }
  })
}
