import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

describe('the desk keeps what people type', { skip }, () => {
  let world: World
  let browser: Browser

  before(async () => {
    world = await createWorld()
    browser = await openBrowser(chromium ?? '')
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  /** A document of its own organisation, read and waiting for a person. */
  const waiting = (who: SignedIn, number: string) => sendInvoice(world, who, { number })
  const signedIn = (who: SignedIn) => signedInContext(browser, world, who)
  const open = async (context: BrowserContext, id: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${world.url}/documents/${id}`)
    await page.locator('.scripted [data-review]').waitFor()
    return page
  }
  const fill = async (page: Page, path: string, text: string) => {
    const input = page.locator(`[name="field:${path}"]`)
    const section = page.locator('details.empty-fields', { has: input })
    if ((await section.count()) > 0) await section.evaluate((details) => details.setAttribute('open', ''))
    await input.fill(text)
  }
  const text = (page: Page, path: string) => page.locator(`[name="field:${path}"]`).inputValue()
  const told = (page: Page, state: string) => page.locator('[data-save-state]', { hasText: state }).waitFor()

  it('brings a draft back after the browser was closed, without a save', async () => {
    const who = await world.person()
    const id = await waiting(who, 'D-1')
    const first = await signedIn(who)
    const page = await open(first, id)
    await fill(page, 'note', 'Half a thought')
    await told(page, 'Draft kept')
    await first.close()
    const again = await open(await signedIn(who), id)
    assert.equal(await text(again, 'note'), 'Half a thought')
    await told(again, 'Your draft')
    // A draft is no decision: the document itself has not changed.
    assert.equal((await world.documents.get(who.organisationId, id))?.version, 3)
  })

  it('loses nothing of what is typed without a network, and sends it when the network is back', async () => {
    const who = await world.person()
    const id = await waiting(who, 'D-2')
    const context = await signedIn(who)
    const page = await open(context, id)
    await context.setOffline(true)
    await fill(page, 'note', 'Typed in the tunnel')
    await told(page, 'No connection')
    await fill(page, 'paymentTerms', 'And this as well')
    await page.keyboard.press('Control+KeyS')
    await told(page, 'No connection')
    await context.setOffline(false)
    await told(page, 'Draft kept')
    await page.keyboard.press('Control+KeyS')
    await told(page, 'Saved')
    assert.deepEqual([await text(page, 'note'), await text(page, 'paymentTerms')], ['Typed in the tunnel', 'And this as well'])
  })

  it('loses nothing when the browser is closed before the network is back', async () => {
    const who = await world.person()
    const id = await waiting(who, 'D-3')
    const context = await signedIn(who)
    const page = await open(context, id)
    await context.setOffline(true)
    await fill(page, 'note', 'Typed in the tunnel')
    await told(page, 'No connection')
    await page.close()
    await context.setOffline(false)
    const again = await open(context, id)
    assert.equal(await text(again, 'note'), 'Typed in the tunnel')
    // It may have gone out with the last attempt of the closing page: what counts is that the server has it and this computer no longer.
    await again.waitForFunction(() => Object.keys(localStorage).length === 0)
    assert.match(await (await world.ask(who, `/documents/${id}`)).text(), /Typed in the tunnel/)
  })

  it('has the picture of the next document before that is opened', async (t) => {
    const who = await world.person()
    const ids = [await waiting(who, 'N-1'), await waiting(who, 'N-2')]
    const context = await signedIn(who)
    const ahead = context.waitForEvent('requestfinished', (request) => request.url().includes(`/documents/${ids[1]}/pages/1?v=`))
    const page = await open(context, ids[0] ?? '')
    await ahead
    assert.equal((await world.documents.get(who.organisationId, ids[1] ?? ''))?.version, 3, 'looking ahead opens nothing')
    await page.evaluate(() =>
      addEventListener('keydown', () => sessionStorage.setItem('pressed', String(performance.timeOrigin + performance.now())), true),
    )
    await page.keyboard.press('Alt+PageDown')
    await page.waitForURL(`**/documents/${ids[1]}`, { waitUntil: 'commit' })
    // From the key to the frame that shows the picture, as the browser itself tells it.
    const shownMs = await page.evaluate(
      () =>
        new Promise<number>((painted) =>
          new PerformanceObserver((list) => {
            const picture = list.getEntries().find((entry) => (entry as PerformanceEntry & { url: string }).url.includes('/pages/1?v='))
            if (picture) painted(performance.timeOrigin + picture.startTime - Number(sessionStorage.getItem('pressed')))
          }).observe({ type: 'largest-contentful-paint', buffered: true }),
        ),
    )
    t.diagnostic(`the next document stands there with its picture ${Math.round(shownMs)} ms after the key`)
    const transferred = await page.evaluate(() => {
      const picture = document.querySelector<HTMLImageElement>('[data-page="1"] img')?.src ?? ''
      return performance.getEntriesByName(picture).map((entry) => (entry as PerformanceResourceTiming).transferSize)
    })
    assert.deepEqual(transferred, [0])
  })

  it('takes steps back and forward over several fields', async () => {
    const who = await world.person()
    const page = await open(await signedIn(who), await waiting(who, 'D-4'))
    const before = await text(page, 'number')
    await fill(page, 'number', 'X-1')
    await fill(page, 'currency', 'EUR')
    await page.keyboard.press('Control+KeyZ')
    assert.deepEqual([await text(page, 'number'), await text(page, 'currency')], ['X-1', 'GBP'])
    await page.keyboard.press('Control+KeyZ')
    assert.equal(await text(page, 'number'), before)
    await page.keyboard.press('Control+KeyY')
    assert.equal(await text(page, 'number'), 'X-1')
  })

  it('merges two browsers field by field: nobody is asked about fields that only one of them changed', async () => {
    const who = await world.person()
    const id = await waiting(who, 'D-5')
    const first = await open(await signedIn(who), id)
    const second = await open(await signedIn(who), id)
    await fill(first, 'note', 'From the first')
    await fill(second, 'paymentTerms', 'From the second')
    await first.keyboard.press('Control+KeyS')
    await told(first, 'Saved')
    await second.keyboard.press('Control+KeyS')
    await told(second, 'Saved')
    assert.deepEqual([await text(second, 'note'), await text(second, 'paymentTerms')], ['From the first', 'From the second'])
    assert.equal(await second.getByRole('alert').count(), 0)
  })

  it('shows a colleague who works on a document, leaves it out of the colleague’s queue, and lets it be taken over', async () => {
    const anna = await world.person('Anna')
    const boris = await world.colleague(anna, 'reviewer', 'Boris')
    const ids = [await waiting(anna, 'D-6'), await waiting(anna, 'D-7')]
    const annas = await open(await signedIn(anna), ids[0] ?? '')
    await annas.locator('[data-held]').waitFor()
    const other = await (await signedIn(boris)).newPage()
    await other.goto(`${world.url}/documents/next`)
    assert.match(other.url(), new RegExp(`${ids[1]}$`))
    await other.goto(`${world.url}/documents/${ids[0]}`)
    await other.getByText('Anna has been working on this document').waitFor()
    assert.equal(await other.locator('[data-approve]').count(), 0)
    await other.getByRole('button', { name: 'Take it over' }).click()
    await other.locator('[data-approve]').waitFor()
  })

  it('sets a document aside with a reason, by keyboard, and ends the queue with a summary', async () => {
    const who = await world.person()
    const ids = [await waiting(who, 'D-8'), await waiting(who, 'D-9')]
    const page = await open(await signedIn(who), ids[0] ?? '')
    await page.keyboard.press('F9')
    await page.keyboard.type('Waits for a coll')
    await page.keyboard.press('Enter')
    await page.locator('[data-aside="postponed"] button[type=submit]').press('Enter')
    await page.waitForURL(`**/documents/${ids[1]}`)
    await page.keyboard.press('Shift+F9')
    await page.locator('[data-aside="escalated"] button[type=submit]').press('Enter')
    await page.waitForURL('**/documents/done')
    assert.match(await page.locator('main').innerText(), /Postponed\s+1[\s\S]*2 documents wait/)
    await page.goto(`${world.url}/documents/${ids[0]}`)
    await page.getByText('postponed this document').waitFor()
    assert.match(await page.locator('main').innerText(), /Waits for a colleague/)
  })

  it('leaves nothing unsent behind after signing out, and gives it to nobody else', async () => {
    const who = await world.person()
    const id = await waiting(who, 'D-20')
    const context = await signedIn(who)
    const page = await open(context, id)
    await context.route('**/draft', (route) => route.abort())
    await fill(page, 'note', 'Not for the next one')
    await told(page, 'on this computer')
    const shelves = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('docket-draft:')))
    assert.deepEqual(await shelves(), [`docket-draft:${who.userId}:${id}:1`])
    await page.locator('form[action="/sign-out"] button').click()
    await page.waitForURL('**/sign-in?out=1')
    await page.waitForFunction(() => localStorage.length === 0)
    assert.deepEqual(await shelves(), [])
    await context.close()
  })

  it('offers decisions only to those who may make them', async () => {
    const who = await world.person('Approver', 'approver')
    const id = await waiting(who, 'D-21')
    const shown = async (role: 'uploader' | 'auditor' | 'approver') => {
      const html = await (await world.ask(await world.colleague(who, role), `/documents/${id}`)).text()
      return ['value="save"', 'data-approve', 'data-open-reject', 'data-open-escalate', 'data-editable'].filter((mark) =>
        html.includes(mark),
      )
    }
    assert.deepEqual([await shown('uploader'), await shown('auditor')], [[], []])
    assert.deepEqual(await shown('approver'), ['value="save"', 'data-approve', 'data-open-reject', 'data-open-escalate', 'data-editable'])
  })
})
