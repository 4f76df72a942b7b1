import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { createSample } from '../samples/create-sample.ts'
import { layouts } from '../samples/layouts/index.ts'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { type Reviewed, reviewByKeyboard, truthIn } from './ui/keyboard-reviewer.ts'
import { createWorld, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false
const DOCUMENTS = 30
const KEPT = new URL('./keystrokes.json', import.meta.url)

interface Kept {
  readonly documents: number
  /** Keys and typed characters per document. */
  readonly median: number
  readonly p90: number
}

/** 30 generated documents of 18 layouts through the desk, keyboard only (DOMAIN 5.5). `DOCKET_KEEP_KEYSTROKES=1` writes a new record. */
describe('a reviewer without a mouse', { skip }, () => {
  let world: World
  let browser: Browser
  const reviewed: (Reviewed & { readonly layout: string })[] = []

  before(async () => {
    world = await createWorld()
    browser = await openBrowser(chromium ?? '')
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  it('approves 30 documents one after the other', async () => {
    const who = await world.person()
    const drawn = layouts.slice(0, 18)
    const truths = new Map<string, { readonly data: unknown; readonly layout: string }>()
    for (let at = 0; at < DOCUMENTS; at++) {
      const layout = drawn[at % drawn.length]!
      const { pdf, expected } = await createSample(browser, layout, `desk-${at}`)
      const headers = { 'X-File-Name': `${at}.pdf` }
      const sent = await world.ask(who, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf), headers })
      truths.set(((await sent.json()) as { id: string }).id, { data: expected.data, layout: layout.name })
      await world.work()
    }
    const context = await signedInContext(browser, world, who)
    const page = await context.newPage()
    await page.goto(`${world.url}/documents/next`)
    for (let turn = 0; turn < DOCUMENTS && !page.url().endsWith('/documents/done'); turn++) {
      await page.locator('.scripted [data-review][data-editable]').waitFor()
      const truth = truths.get(page.url().split('/').at(-1) ?? '')
      assert.ok(truth, page.url())
      const here = page.url()
      reviewed.push({ ...(await reviewByKeyboard(page, truthIn(truth.data))), layout: truth.layout })
      assert.notEqual(page.url(), here, `${truth.layout} could not be approved by keyboard`)
    }
    assert.equal(page.url().split('/').at(-1), 'done')
  })

  it('presses one key for a document without doubts, and three per question at most', () => {
    // Enter confirms; Delete and Enter empty; Alt+Down, a digit and Enter choose. A question that only a refused approval raises costs that approval too.
    for (const { asked, late, keys, layout } of reviewed)
      assert.ok(keys <= 1 + 3 * asked + late, `${layout}: ${keys} keys for ${asked} questions, ${late} of them late`)
    for (const { open, keys, typed } of reviewed) if (open === 0 && typed === 0) assert.equal(keys, 1)
  })

  it('has not become slower for the hands', async (t) => {
    const strokes = reviewed.map(({ keys, typed }) => keys + typed)
    const now: Kept = { documents: reviewed.length, median: quantile(strokes, 0.5), p90: quantile(strokes, 0.9) }
    const ms = reviewed.map((one) => Math.round(one.ms))
    t.diagnostic(
      `keystrokes per document: median ${now.median}, p90 ${now.p90}; by machine ${quantile(ms, 0.5)} ms, p90 ${quantile(ms, 0.9)} ms`,
    )
    for (const one of reviewed) t.diagnostic(`${one.layout}: ${one.open} open, ${one.keys} keys, ${one.typed} characters`)
    if (process.env.DOCKET_KEEP_KEYSTROKES === '1') await writeFile(KEPT, `${JSON.stringify(now, null, 2)}\n`)
    const kept = JSON.parse(await readFile(KEPT, 'utf8')) as Kept
    assert.ok(now.median <= kept.median, `the median rose from ${kept.median} to ${now.median}`)
    assert.ok(now.p90 <= 60, `DOMAIN allows 60 keystrokes for nine of ten documents, not ${now.p90}`)
  })
})

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
