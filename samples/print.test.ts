import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { centre } from '../core/geometry.ts'
import { findChromium, openChromium } from './chromium.ts'
import { createSample } from './create-sample.ts'
import { layouts } from './layouts/index.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: install it or set CHROMIUM_PATH' : false

/** A box may cut a glyph's side bearing: half a point on A4. */
const SLACK = 0.001

describe('the places of printed values', { skip }, () => {
  let browser: Browser
  const reader = createPdfReader({ memoryMb: 800, timeoutMs: 20_000, maxPages: 20 })
  before(async () => {
    browser = await openChromium(chromium ?? '')
  })
  after(async () => {
    await browser?.close()
    await reader.close()
  })

  // A multi-page letter, a landscape sheet, American paper.
  for (const [name, seed] of [
    ['de-letter', 's5'],
    ['ru-facture', 's9'],
    ['us-classic', 's6'],
  ] as const) {
    it(`are where the text layer has them: ${name}`, async () => {
      const { pdf, expected } = await createSample(browser, layouts.find((layout) => layout.name === name)!, seed)
      const { pages } = await reader.text(pdf)
      assert.equal(pages.length, Math.max(...Object.values(expected.evidence).map(({ page }) => page)))
      for (const [path, { page, box, text }] of Object.entries(expected.evidence)) {
        const inside = pages[page - 1]!.words.filter((word) => {
          const { y } = centre(word.box)
          return y > box.y0 && y < box.y1 && word.box.x1 > box.x0 + SLACK && word.box.x0 < box.x1 - SLACK
        })
        assert.ok(plain(inside.map((word) => word.text).join('')).includes(plain(text)), `${path}: ${text}`)
      }
    })
  }

  it('come out the same for the same seed', async () => {
    const [layout] = layouts
    const [one, two] = [await createSample(browser, layout!, 'twice'), await createSample(browser, layout!, 'twice')]
    assert.equal(JSON.stringify(one.expected), JSON.stringify(two.expected))
    assert.ok(Buffer.from(one.pdf).equals(two.pdf), 'the PDFs differ')
  })
})

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
