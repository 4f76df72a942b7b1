import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import sharp from 'sharp'
import { lineOf } from '../core/layout/index.ts'
import type { Result } from '../core/result.ts'
import { PageView } from '../ui/components/page-view.tsx'
import { buildAssets } from '../ui/islands/build.ts'
import { findChromium, openBrowser } from './ui/browser.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

const PAGES = 500
const WORDS = 10_000 // a hundred rows of a hundred

/** The page view as it is served, on made pages: what is tested is the browser's side, not reading. */
describe('the page view', { skip }, () => {
  let browser: Browser
  let server: Server
  let url: string
  let asked: string[]

  before(async () => {
    browser = await openBrowser(chromium ?? '')
    const assets = await buildAssets()
    const picture = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    asked = []
    server = createServer(({ url: path = '' }, response) => {
      asked.push(path)
      const asset = assets.find(path)
      const send = (type: string, body: string | Uint8Array) => response.writeHead(200, { 'Content-Type': type }).end(body)
      if (asset) send(asset.mediaType, asset.body)
      else if (path.endsWith('/reading')) send('application/json', JSON.stringify({ lines: manyWords(), tables: [] }))
      else if (path.includes('/pages/')) send('image/png', picture)
      else send('text/html', documentOf(Number(path.slice(1)), assets))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    await browser?.close()
    server?.close()
  })

  const open = async (pages: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(120_000)
    await page.goto(`${url}/${pages}`)
    await page.waitForFunction(() => document.documentElement.classList.contains('scripted'))
    return page
  }
  const shown = (page: Page, number: number) =>
    page.waitForFunction((n) => document.querySelector<HTMLImageElement>(`[data-page="${n}"] img`)?.naturalWidth === 1240, number)

  const showWords = async (page: Page) => {
    await page.locator('[data-more] summary').click()
    await page.locator('[data-layer="words"]').click()
    await page.keyboard.press('Escape')
  }

  it('shows the first page of 500 before it asks for the rest of them', async (t) => {
    asked.length = 0
    const page = await open(PAGES)
    await shown(page, 1)
    const [shownMs, taskMs] = await page.evaluate(() => {
      const [picture] = performance.getEntriesByName(document.querySelector<HTMLImageElement>('[data-page="1"] img')?.src ?? '')
      return [picture ? (picture as PerformanceResourceTiming).responseEnd : -1, performance.now()]
    })
    t.diagnostic(
      `the first page of ${PAGES} has its picture ${Math.round(shownMs)} ms after the click, the script is up after ${Math.round(taskMs)} ms`,
    )
    const pictures = asked.filter((path) => path.includes('?v='))
    assert.ok(pictures.length <= 8, `${pictures.length} pictures were asked for`)
    await page.close()
  })

  it('holds the pictures around the page in sight and no others, however far it is paged', async () => {
    const page = await open(PAGES)
    const heights = () => page.locator('[data-pages]').evaluate((pane) => pane.scrollHeight)
    await shown(page, 1)
    const before = await heights()
    for (const number of [3, 20, 21, 22, 250, 251, 499, 500, 2]) {
      await page.locator(`[data-page-link="${number}"]`).click()
      await shown(page, number)
      await page.waitForFunction(() => document.querySelectorAll('[data-page] img').length <= 12)
      assert.ok(Math.abs((await heights()) - before) < 2, 'nothing jumps')
    }
    assert.equal(await page.locator('canvas').count(), 0)
    await page.close()
  })

  it('draws 10,000 words as one element and names the one under the pointer', async () => {
    const page = await open(1)
    await shown(page, 1)
    const count = () => page.evaluate(() => document.querySelectorAll('*').length)
    const before = await count()
    await showWords(page)
    await page.waitForFunction(() => (document.querySelector('[data-layer-path]')?.getAttribute('d')?.match(/M/g)?.length ?? 0) === 10_000)
    assert.equal(await count(), before)
    const frame = await page.locator('[data-page="1"]').boundingBox()
    assert.ok(frame)
    await page.mouse.move(frame.x + 0.503 * frame.width, frame.y + 0.103 * frame.height)
    await page.waitForFunction(() => document.querySelector('[data-layer-text]')?.textContent === 'w1050')
    await page.close()
  })

  it('knows where a word stands on a page that was turned, and on one with a remark below it', async () => {
    const page = await open(1)
    await shown(page, 1)
    await showWords(page)
    await page.waitForFunction(() => document.querySelector('[data-layer-path]')?.getAttribute('d') !== '')
    const sheet = page.locator('[data-sheet]')
    const upright = await sheet.boundingBox()
    const figure = await page.locator('[data-page="1"]').boundingBox()
    assert.ok(upright && figure && figure.height > upright.height + 10, 'the remark stands below the sheet')
    // Clockwise by a quarter: what stood at (x, y) comes to (1 − y, x).
    for (const [x, y] of [
      [0.503, 0.103],
      [1 - 0.103, 0.503],
      [1 - 0.503, 1 - 0.103],
      [0.103, 1 - 0.503],
    ] as const) {
      await page.locator('[data-layer-text]').evaluate((caption) => {
        caption.textContent = ''
      })
      // The pointer can only be where the window is.
      await page.locator('[data-pages]').evaluate(
        (pane, [across, down]) => {
          const frame = pane.querySelector('[data-sheet]')!.getBoundingClientRect()
          pane.scrollBy({ left: frame.left + across * frame.width - 400, top: frame.top + down * frame.height - 500, behavior: 'instant' })
        },
        [x, y] as const,
      )
      const frame = await sheet.boundingBox()
      assert.ok(frame)
      await page.mouse.move(frame.x + x * frame.width, frame.y + y * frame.height)
      await page.waitForFunction(() => document.querySelector('[data-layer-text]')?.textContent === 'w1050')
      await page.locator('[data-zoom="turn"]').click()
    }
    const again = await sheet.boundingBox()
    assert.deepEqual([again?.width, again?.height], [upright.width, upright.height])
    // Straightened by two degrees about its middle: a word at (0.503, 0.103) moves along.
    await page.locator('[data-pages]').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('BracketRight')
    assert.equal(await sheet.evaluate((paper) => getComputedStyle(paper).rotate), '2deg')
    await page.locator('[data-pages]').evaluate((pane) => pane.scrollTo({ top: 0, left: 0, behavior: 'instant' }))
    const slanted = await sheet.boundingBox()
    assert.ok(slanted)
    const [cos, sin] = [Math.cos(Math.PI / 90), Math.sin(Math.PI / 90)]
    const [dx, dy] = [(0.503 - 0.5) * upright.width, (0.103 - 0.5) * upright.height]
    await page.mouse.move(slanted.x + slanted.width / 2 + dx * cos - dy * sin, slanted.y + slanted.height / 2 + dx * sin + dy * cos)
    await page.waitForFunction(() => document.querySelector('[data-layer-text]')?.textContent === 'w1050')
    await page.close()
  })

  it('turns pages that hold no picture at the moment by their own shape', async () => {
    const page = await open(PAGES)
    await shown(page, 1)
    await page.locator('[data-zoom="turn"]').click()
    const shapes = await page
      .locator('[data-sheet]')
      .evaluateAll((sheets) => [
        ...new Set(sheets.map((sheet) => `${(sheet as HTMLElement).style.width} ${(sheet as HTMLElement).style.margin}`)),
      ])
    assert.equal(shapes.length, 1, shapes.join(' and '))
    await page.close()
  })

  it('shows small pictures of the pages when asked for, only of those in sight, and they lead to their pages', async () => {
    const page = await open(PAGES)
    await shown(page, 1)
    asked.length = 0
    await page.locator('[data-open-thumbs]').click()
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[data-thumbs] img')?.complete)
    const small = asked.filter((path) => path.includes('/small?v='))
    assert.ok(small.length > 0 && small.length < 60, `${small.length} small pictures were asked for`)
    await page.locator('[data-thumbs] a').nth(5).click()
    await shown(page, 6)
    await page.locator('[data-thumbs] a[data-page-link="6"][aria-current]').waitFor()
    assert.equal(await page.locator('[data-thumbs] a[aria-current]').count(), 1)
    await page.close()
  })

  it('grows and shrinks by keys, and finds a text on every page', async () => {
    const page = await open(3)
    await shown(page, 1)
    const width = async () => (await page.locator('[data-page="1"]').boundingBox())?.width ?? 0
    const fit = await width()
    await page.locator('[data-pages]').focus()
    await page.keyboard.press('Equal')
    assert.ok((await width()) > fit)
    await page.keyboard.press('Digit0')
    assert.equal(await width(), fit)
    await page.keyboard.press('Slash')
    asked.length = 0
    await page.keyboard.insertText('w')
    await page.locator('[data-find-count]', { hasText: 'one more letter' }).waitFor()
    assert.deepEqual(asked, [], 'one letter stands on every page: none is fetched for it')
    await page.keyboard.insertText('1050 W1051')
    await page.locator('[data-find-count]', { hasText: '3 places' }).waitFor()
    const marked = await page.locator('[data-page="3"] [data-find-path]').getAttribute('d')
    // Words 50 and 51 of the hundred in row 10: x 0.50 to 0.51 + 0.008, y 0.10 to 0.108.
    const box = (marked?.match(/[\d.]+/g) ?? []).map((part) => Number(Number(part).toFixed(4)))
    assert.deepEqual(box, [0.5, 0.1, 0.518, 0.108, 0.5])
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('[data-page="3"] [data-find-path]').getAttribute('d'), '')
    await page.close()
  })
})

const REMARK = {
  code: 'low_resolution',
  message: { en: 'Only 72 dpi: scan it again', ru: 'Всего 72 точки на дюйм: отсканируйте ещё раз' },
} as const

function documentOf(pages: number, { review, styles }: Awaited<ReturnType<typeof buildAssets>>): string {
  const made = Array.from({ length: pages }, (_, i) => ({
    index: i + 1,
    width: 1240,
    height: 1754,
    source: 'text',
    engine: null,
    words: 0,
    error: null,
    quality: { grade: 'poor', dpi: 72, sharpness: 1, letterPx: 20, reasons: [REMARK] },
    image: { sha256: String(i).padStart(64, '0'), bytes: 1, mediaType: 'image/png' },
  })) satisfies Result['pages']
  const view = h(PageView, { documentId: 'made', pages: made, fields: [], language: 'en', editable: false })
  return `<!doctype html><html lang="en"><link rel="stylesheet" href="${styles}"><main class="wide"><div class="desk">${renderToString(view)}</div></main><script type="module" src="${review}"></script></html>`
}

function manyWords() {
  return Array.from({ length: WORDS / 100 }, (_, row) =>
    lineOf(
      Array.from({ length: 100 }, (_, column) => {
        const [x0, y0] = [column / 100, row / 100]
        return { text: `w${row * 100 + column}`, box: { x0, y0, x1: x0 + 0.008, y1: y0 + 0.008 }, confidence: null }
      }),
    ),
  )
}
