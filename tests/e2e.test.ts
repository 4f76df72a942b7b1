import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { findChromium, openBrowser } from './ui/browser.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

const invoices = (from: number) =>
  [0, 1, 2].map((i) => ({
    name: `invoice-${from + i}.pdf`,
    mimeType: 'application/pdf',
    buffer: invoicePdf({ number: `NW-${from + i}`, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }),
  }))

describe('in a real browser', { skip }, () => {
  let world: World
  let browser: Browser
  let reviewer: SignedIn
  const complaints: string[] = []

  before(async () => {
    world = await createWorld()
    world.keepWorking()
    browser = await openBrowser(chromium ?? '')
    reviewer = await world.person()
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  const context = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const fresh = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options })
    // Reading three documents on a busy machine takes its time; every wait is for a condition.
    fresh.setDefaultTimeout(120_000)
    fresh.on('console', (message) => {
      // A refused request is a line on the console too; what counts here is script and policy.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
    })
    fresh.on('weberror', (error) => complaints.push(String(error.error())))
    return fresh
  }
  const signIn = async (page: Page) => {
    const token = await world.accounts.createLink(reviewer.userId)
    await page.goto(`${world.url}/sign-in?token=${token}`)
    await page
      .getByRole('button', { name: /Sign in|Войти/ })
      .last()
      .click()
    await page.waitForURL('**/documents')
  }
  const drop = async (page: Page, files: ReturnType<typeof invoices>) => {
    const data = await page.evaluateHandle(
      (items) => {
        const transfer = new DataTransfer()
        for (const { name, mimeType, base64 } of items)
          transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: mimeType }))
        return transfer
      },
      files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') })),
    )
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
    await page.locator('.drag-veil').waitFor()
    await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  }

  it('signs in once by link, drops three files, watches them being read, corrects a field and approves by keyboard', async () => {
    const page = await (await context()).newPage()
    await signIn(page)
    const list = page.url()
    await drop(page, invoices(1))
    await page.getByText('3 files uploaded').waitFor()
    // Nobody reloads: the rows change by themselves.
    await page.locator('.status--review').nth(2).waitFor()
    assert.equal(page.url(), list)

    await page.keyboard.press('KeyJ')
    await page.keyboard.press('Enter')
    await page.locator('[data-review]').waitFor()
    assert.equal(await page.locator('.page img').evaluate((image) => (image as HTMLImageElement).naturalWidth > 400), true)
    const note = page.locator('[name="field:note"]')
    await page.locator('details.empty-fields', { has: note }).locator('summary').click()
    await note.fill('Paid by card')
    await page.keyboard.press('Control+KeyS')
    await page.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    assert.equal(await note.inputValue(), 'Paid by card')
    assert.equal(await page.locator('.field--human', { has: note }).count(), 1)

    const id = page.url().split('/').at(-1) ?? ''
    for (const override of await page.locator('[data-override]').all()) await override.fill('Checked on paper')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    const row = await world.documents.get(reviewer.organisationId, id)
    assert.equal(row?.status, 'approved')
    const records = (await (await world.ask(reviewer, '/api/v1/records')).json()) as {
      items: { documentId: string; data: { note: string } }[]
    }
    assert.equal(records.items.find(({ documentId }) => documentId === id)?.data.note, 'Paid by card')
  })

  it('finds the field of a clicked box and shows the box of a focused field', async () => {
    const page = await (await context()).newPage()
    await signIn(page)
    await page
      .locator('tr', { has: page.locator('.status--review') })
      .first()
      .locator('a')
      .click()
    const gross = page.locator('[data-path="totals.gross"]')
    const [, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ((await gross.getAttribute('data-box')) ?? '').split(';')[0]?.split(' ').map(Number) ?? []
    const box = await page.locator('.page').first().boundingBox()
    assert.ok(box && x1 > x0)
    await page
      .locator('.page')
      .first()
      .click({ position: { x: ((x0 + x1) / 2) * box.width, y: ((y0 + y1) / 2) * box.height } })
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'field:totals.gross')
    assert.match((await page.locator('[data-active]').first().getAttribute('d')) ?? '', /^M/)
  })

  it('shows the words that were read, and the text of the one under the pointer', async () => {
    const page = await (await context()).newPage()
    await signIn(page)
    await drop(page, invoices(60))
    await page.getByRole('link', { name: 'NW-60' }).click()
    const words = page.getByRole('button', { name: 'Words' })
    const more = page.locator('[data-more] summary')
    await more.click()
    await words.click()
    await page.waitForFunction(() => (document.querySelector('[data-layer-path]')?.getAttribute('d') ?? '') !== '')
    assert.equal(await words.getAttribute('aria-pressed'), 'true')
    await page.keyboard.press('Escape')
    const number = page.locator('[data-path="number"]')
    const [, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ((await number.getAttribute('data-box')) ?? '').split(';')[0]?.split(' ').map(Number) ?? []
    const frame = await page.locator('[data-page="1"]').boundingBox()
    assert.ok(frame)
    await page.mouse.move(frame.x + ((x0 + x1) / 2) * frame.width, frame.y + ((y0 + y1) / 2) * frame.height)
    await page.waitForFunction(() => document.querySelector('[data-layer-text]')?.textContent === 'NW-60')
    await more.click()
    await words.click()
    await page.waitForFunction(() => document.querySelector('[data-layer-path]')?.getAttribute('d') === '')
  })

  it('fills the focused field from the words clicked on the page, in the notation of the document, with their place', async () => {
    const page = await (await context()).newPage()
    await signIn(page)
    await drop(page, invoices(61))
    await page.getByRole('link', { name: 'NW-61' }).click()
    const id = page.url().split('/').at(-1) ?? ''
    const note = page.locator('[name="field:note"]')
    await page.locator('details.empty-fields', { has: note }).locator('summary').click()
    await note.focus()
    const frame = await page.locator('[data-page="1"]').boundingBox()
    const numbers = (await page.locator('[data-path="number"]').getAttribute('data-box')) ?? ''
    const [, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.split(';')[0]?.split(' ').map(Number) ?? []
    assert.ok(frame && x1 > x0)
    // The number's box belongs to the number: only with Ctrl its words go to another field.
    await page.keyboard.down('Control')
    await page.mouse.click(frame.x + ((x0 + x1) / 2) * frame.width, frame.y + ((y0 + y1) / 2) * frame.height)
    await page.keyboard.up('Control')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="field:note"]')?.value === 'NW-61')
    await page.keyboard.press('Control+KeyS')
    await page.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    const result = (await (await world.ask(reviewer, `/api/v1/documents/${id}/result`)).json()) as {
      fields: Record<string, { value: string; evidence: { page: number; text: string }[] }>
    }
    assert.equal(result.fields.note?.value, 'NW-61')
    assert.deepEqual(
      result.fields.note?.evidence.map(({ page: index, text }) => [index, text]),
      [[1, 'NW-61']],
    )
  })

  it('keeps both values when two people save the same version', async () => {
    const first = await (await context()).newPage()
    await signIn(first)
    await first
      .locator('tr', { has: first.locator('.status--review') })
      .first()
      .locator('a')
      .click()
    const second = await (await context()).newPage()
    await signIn(second)
    await second.goto(first.url())
    for (const [page, text] of [
      [first, 'From the first'],
      [second, 'From the second'],
    ] as const) {
      const field = page.locator('[name="field:paymentTerms"]')
      await page.locator('details.empty-fields', { has: field }).locator('summary').click()
      await field.fill(text)
    }
    await first.keyboard.press('Control+KeyS')
    await first.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    await second.keyboard.press('Control+KeyS')
    const conflict = second.getByRole('alert')
    await conflict.waitFor()
    assert.match(await conflict.innerText(), /From the second[\s\S]*From the first/)
    assert.equal(await second.locator('[name="field:paymentTerms"]').inputValue(), 'From the second')
    await second.keyboard.press('Control+KeyS')
    await second.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
  })

  it('does the same without script: form upload, correction with a mistake, save, reject', async () => {
    const page = await (await context({ javaScriptEnabled: false, locale: 'ru-RU' })).newPage()
    await signIn(page)
    await page.goto(`${world.url}/upload`)
    await page.locator('#files').setInputFiles(invoices(11))
    await page.getByRole('button', { name: 'Загрузить' }).click()
    assert.equal(await page.getByText('Принят', { exact: true }).count(), 3)
    await page.getByRole('link', { name: 'Открыть' }).first().click()
    const id = page.url().split('/').at(-1) ?? ''
    await world.inReview(reviewer, id)
    await page.reload()
    await page.locator('[name="field:totals.net"]').fill('много денег')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    assert.equal(await page.locator('[name="field:totals.net"]').inputValue(), 'много денег')
    assert.ok(await page.getByText('Напишите сумму').isVisible())
    await page.locator('[name="field:totals.net"]').fill('1 100,00')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.waitForURL(/saved=1|blocked=/)
    assert.equal(await page.locator('[name="field:totals.net"]').inputValue(), '1\u00a0100,00')
    await page.locator('[data-reject] summary').click()
    await page.locator('#reject-reason').selectOption('arithmetic_error')
    await page.locator('button[value=reject]').click()
    await page.getByRole('heading', { name: 'Документ отклонён' }).waitFor()
    assert.equal((await world.documents.get(reviewer.organisationId, id))?.status, 'rejected')
  })

  it('fits 320 pixels without sideways scrolling, in both languages and themes', async () => {
    for (const locale of ['en-GB', 'ru-RU'])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await (await context({ locale, colorScheme, viewport: { width: 320, height: 700 } })).newPage()
        await signIn(page)
        const first = await page.locator('.documents a').first().getAttribute('href')
        for (const path of ['/documents', '/upload', first ?? '/']) {
          await page.goto(`${world.url}${path}`)
          const wide = await page.evaluate(() =>
            document.documentElement.scrollWidth <= 320
              ? []
              : [...document.querySelectorAll('main *')]
                  .filter((e) => e.getBoundingClientRect().right > 321 && !e.closest('.lines-frame, .pages'))
                  .map((e) => e.outerHTML.slice(0, 80)),
          )
          assert.deepEqual(wide, [], `${path} ${locale} ${colorScheme}`)
        }
        await page.context().close()
      }
  })

  it('has targets of 24 pixels, a label for every input and nothing against the content policy', async () => {
    const page = await (await context()).newPage()
    await signIn(page)
    await page.locator('.documents a').first().click()
    await page.locator('h1').waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, .button, select, summary, input:not([type=hidden]):not([type=checkbox])')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ text: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
        .map(({ text }) => text),
    )
    assert.deepEqual(small, [])
    const unlabelled = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')]
        .filter((input) => !input.labels?.length && !input.getAttribute('aria-label'))
        .map((input) => input.outerHTML.slice(0, 80)),
    )
    assert.deepEqual(unlabelled, [])
    assert.deepEqual(complaints, [])
  })
})
