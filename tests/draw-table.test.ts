import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { findChromium } from './ui/browser.ts'
import { linesOf as grid, INK, openTwoTablesDesk, PAPER, TONER, type TwoTablesDesk } from './ui/two-tables-desk.ts'
import { AROUND } from './ui/two-tables-pdf.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

describe('a table that the reviewer draws a box around', { skip }, () => {
  let desk: TwoTablesDesk

  before(async () => {
    desk = await openTwoTablesDesk(chromium ?? '')
  })
  after(() => desk?.close())

  // The whole page on the screen, to draw on all of it.
  const open = () => desk.open({ viewport: { width: 1440, height: 1800 } })
  const READ = [PAPER, INK, TONER]
  /** Where the page stands when nothing scrolls any more. */
  const stillFrame = async (page: Page) => {
    for (let before = -1; ; ) {
      const frame = await page.locator('[data-page="1"]').boundingBox()
      assert.ok(frame)
      if (frame.y === before) return frame
      before = frame.y
      await page.waitForTimeout(200)
    }
  }
  const rowsRead = (page: Page) =>
    page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="field:lines[1].name"]')?.value === 'Ink black')

  it('gives its rows as unsaved entries with their places, one step for undo, and leaves the other rows alone', async () => {
    const page = await open()
    await page.locator('[name="field:lines[1].name"]').fill('Nonsense')
    await page.locator('[name="field:lines[1].net"]').fill('9.99')
    const before = await grid(page)
    assert.notDeepEqual(before, READ)
    const version = (await desk.world.documents.get(desk.who.organisationId, desk.id))?.version
    await page.locator('[data-draw-table]').click()
    const frame = await stillFrame(page)
    await page.mouse.move(frame.x + AROUND.x0 * frame.width, frame.y + AROUND.y0 * frame.height)
    await page.mouse.down()
    await page.mouse.move(frame.x + AROUND.x1 * frame.width, frame.y + AROUND.y1 * frame.height, { steps: 5 })
    await page.mouse.up()
    await rowsRead(page)
    assert.deepEqual(await grid(page), READ)
    const [, , y0 = 0] = ((await page.locator('[data-path="lines[1].net"]').getAttribute('data-box')) ?? '').split(' ').map(Number)
    assert.ok(y0 > AROUND.y0 && y0 < AROUND.y1, String(y0))
    assert.equal((await desk.world.documents.get(desk.who.organisationId, desk.id))?.version, version, 'nothing is saved')
    assert.equal(await page.locator('[data-draw-table]').getAttribute('aria-pressed'), 'false')

    await page.keyboard.press('Control+KeyZ')
    assert.deepEqual(await grid(page), before)
    await page.keyboard.press('Control+KeyY')
    assert.deepEqual(await grid(page), READ)
    await page.keyboard.press('Control+KeyS')
    await page.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    const result = (await (await desk.world.ask(desk.who, `/api/v1/documents/${desk.id}/result`)).json()) as {
      fields: Record<string, { value: string; evidence: readonly { page: number; text: string; box: { y0: number } }[] }>
    }
    const saved = result.fields['lines[2].name']
    assert.deepEqual([saved?.value, saved?.evidence[0]?.page, saved?.evidence[0]?.text], ['Toner yellow', 1, 'Toner yellow'])
    assert.ok((saved?.evidence[0]?.box.y0 ?? 0) > AROUND.y0)
  })

  it('is drawn by keys as well, and replaces what was typed into its rows', async () => {
    const page = await open()
    await page.locator('[name="field:lines[1].name"]').fill('Wrong')
    await page.keyboard.press('Alt+KeyR')
    const chosen = () => page.locator('[data-layer-text]').innerText()
    const press = async (key: string, until: (text: string) => boolean) => {
      for (let left = 80; left > 0; left--) {
        await page.keyboard.press(key)
        if (until(await chosen())) return
      }
      assert.fail(`${key} never came to its word, but to ${await chosen()}`)
    }
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => (document.querySelector('[data-layer-text]')?.textContent ?? '') !== '')
    // The word over the table, then down into it.
    await press('ArrowDown', (text) => text.startsWith('IBAN'))
    await press('ArrowDown', (text) => text === 'Description')
    await press('Shift+ArrowDown', (text) => text.endsWith('Toner'))
    await press('Shift+ArrowRight', (text) => text.endsWith('60.00'))
    await page.keyboard.press('Enter')
    await rowsRead(page)
    assert.deepEqual(await grid(page), READ)
  })

  it('takes borders between its columns from clicks, and a second click takes one away', async () => {
    const page = await open()
    await page.keyboard.press('Alt+KeyR')
    const frame = await stillFrame(page)
    const guides = () => page.locator('[data-page="1"] [data-guides]').getAttribute('d')
    const click = (x: number) => page.mouse.click(frame.x + x * frame.width, frame.y + 0.9 * frame.height)
    await click(0.2)
    assert.notEqual(await guides(), '')
    await click(0.2)
    assert.equal(await guides(), '')
    // Left of the columns of two-tables-pdf.ts: 300, 380 and 480 of 595 points.
    for (const x of [290 / 595, 370 / 595, 470 / 595]) await click(x)
    const asked = page.waitForRequest((request) => request.url().includes('guides='))
    await page.mouse.move(frame.x + AROUND.x0 * frame.width, frame.y + AROUND.y0 * frame.height)
    await page.mouse.down()
    await page.mouse.move(frame.x + AROUND.x1 * frame.width, frame.y + AROUND.y1 * frame.height, { steps: 5 })
    await page.mouse.up()
    assert.equal(new URL((await asked).url()).searchParams.get('guides')?.split(',').length, 3)
    await rowsRead(page)
    assert.deepEqual(await grid(page), READ)
    assert.equal(await guides(), '')
  })

  it('changes nothing where no table stands, and says so', async () => {
    const page = await open()
    const before = await grid(page)
    await page.keyboard.press('Alt+KeyR')
    const frame = await stillFrame(page)
    await page.mouse.move(frame.x + 0.05 * frame.width, frame.y + 0.18 * frame.height)
    await page.mouse.down()
    await page.mouse.move(frame.x + 0.4 * frame.width, frame.y + 0.24 * frame.height, { steps: 3 })
    await page.mouse.up()
    await page.getByText('No rows of a table').waitFor()
    assert.deepEqual(await grid(page), before)
  })
})
