import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { AROUND, twoTablesPdf } from './ui/two-tables-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

describe('a table that the reviewer draws a box around', { skip }, () => {
  let world: World
  let browser: Browser
  let who: SignedIn
  let id: string

  before(async () => {
    world = await createWorld()
    browser = await openBrowser(chromium ?? '')
    who = await world.person()
    const headers = { 'X-File-Name': 't-1.pdf' }
    const sent = await world.ask(who, '/api/v1/documents', { method: 'POST', body: Buffer.from(await twoTablesPdf()), headers })
    id = ((await sent.json()) as { id: string }).id
    await world.work()
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  const open = async (): Promise<Page> => {
    // The whole page on the screen, to draw on all of it.
    const context = await signedInContext(browser, world, who, { viewport: { width: 1440, height: 1800 } })
    const page = await context.newPage()
    await page.goto(`${world.url}/documents/${id}`)
    await page.locator('.scripted [data-review]').waitFor()
    return page
  }
  /** Name, quantity, price and net of every row that holds anything. */
  const grid = (page: Page): Promise<readonly (readonly string[])[]> =>
    page
      .locator('[data-growing] tbody tr')
      .evaluateAll((rows) =>
        rows
          .map((row) =>
            ['name', 'quantity', 'unitPrice', 'net'].map((key) => row.querySelector<HTMLInputElement>(`[name$="].${key}"]`)?.value ?? ''),
          )
          .filter((cells) => cells.some((text) => text !== '')),
      )
  const READ = [
    ['Copy paper A4, box', '10', '10', '100.00'],
    ['Ink black', '2', '20', '40.00'],
    ['Toner yellow', '3', '20', '60.00'],
  ]
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
    const version = (await world.documents.get(who.organisationId, id))?.version
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
    assert.equal((await world.documents.get(who.organisationId, id))?.version, version, 'nothing is saved')
    assert.equal(await page.locator('[data-draw-table]').getAttribute('aria-pressed'), 'false')

    await page.keyboard.press('Control+KeyZ')
    assert.deepEqual(await grid(page), before)
    await page.keyboard.press('Control+KeyY')
    assert.deepEqual(await grid(page), READ)
    await page.keyboard.press('Control+KeyS')
    await page.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    const result = (await (await world.ask(who, `/api/v1/documents/${id}/result`)).json()) as {
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
