import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()

describe('the screen for erasing a document', { skip: chromium ? false : 'no Chromium here' }, () => {
  let world: World
  let admin: SignedIn
  let browser: Browser
  let context: BrowserContext
  before(async () => {
    world = await createWorld()
    admin = await world.person('Anna Petrova', 'admin')
    browser = await openBrowser(chromium as string)
    // The basic path: no script at all.
    context = await signedInContext(browser, world, admin, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  const uploaded = async (number: string) => {
    const body = new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    return id
  }
  const opened = async (id: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${world.url}/documents/${id}`)
    await page.getByRole('link', { name: 'Erase, or forbid erasing…' }).click()
    return page
  }
  const ordered = async (page: Page, reason: string, typed: string) => {
    await page.locator('#reason').fill(reason)
    await page.locator('#typed').fill(typed)
    await page.getByRole('button', { name: 'Erase for good' }).click()
  }
  const exists = async (id: string) => (await world.documents.get(admin.organisationId, id)) !== null
  const events = async (id: string) =>
    (await world.documents.events(admin.organisationId, id)).map(({ kind, reason }) => [kind, reason?.message ?? null])

  it('erases after a reason and the number typed, and nothing for another number', async () => {
    const id = await uploaded('GO-4711')
    const page = await opened(id)
    await page.getByRole('heading', { name: 'Erase a document: GO-4711' }).waitFor()
    await ordered(page, 'The supplier asked for it', 'GO-4712')
    await page.getByText('This is not what stands above. Nothing was erased.').waitFor()
    assert.equal(await page.locator('#reason').inputValue(), 'The supplier asked for it', 'the reason is not typed twice')
    assert.equal(await exists(id), true)
    await ordered(page, 'The supplier asked for it', ' GO-4711 ')
    await page.getByRole('heading', { name: 'The document is erased' }).waitFor()
    assert.equal(await exists(id), false)
    await page.close()
  })

  it('says what is lost of an approved one: its record, and that records are as a rule kept', async () => {
    const id = await uploaded('GO-5001')
    const version = (await world.documents.get(admin.organisationId, id))!.version
    await world.ask(admin, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify({ action: 'approve', fields: {} }),
    })
    await world.work()
    const page = await opened(id)
    await page.getByText('1 approved record', { exact: true }).waitFor()
    await page.getByText('Records of accounts must as a rule be kept for years.').waitFor()
    await ordered(page, 'Order of the court', 'GO-5001')
    await page.getByRole('heading', { name: 'The document is erased' }).waitFor()
    assert.equal(await exists(id), false)
    await page.close()
  })

  it('forbids erasing by a legal hold, names who put it and why, and offers no erasing until it is lifted', async () => {
    const id = await uploaded('GO-5002')
    const page = await opened(id)
    await page.locator('#hold-reason').fill('Tax audit 2026')
    await page.getByRole('button', { name: 'Forbid erasing' }).click()
    await page.getByRole('heading', { name: 'Erasing is forbidden' }).waitFor()
    await page.getByText('Tax audit 2026').waitFor()
    await page.getByText('Anna Petrova').first().waitFor()
    assert.equal(await page.getByRole('button', { name: 'Erase for good' }).count(), 0)
    const form = new URLSearchParams({ reason: 'x', typed: 'GO-5002', version: '2' })
    const pushed = await world.ask(admin, `/documents/${id}/erasure`, { method: 'POST', body: form })
    assert.ok([409, 412].includes(pushed.status), String(pushed.status))
    await page.locator('#hold-reason').fill('The audit is over')
    await page.getByRole('button', { name: 'Lift the legal hold' }).click()
    await page.getByRole('button', { name: 'Erase for good' }).waitFor()
    assert.deepEqual((await events(id)).slice(-2), [
      ['held', 'Tax audit 2026'],
      ['hold_lifted', 'The audit is over'],
    ])
    await page.close()
  })

  it('is for administrators: others see no link and are refused', async () => {
    const id = await uploaded('GO-5003')
    const reviewer = await world.colleague(admin, 'reviewer')
    assert.ok(!(await (await world.ask(reviewer, `/documents/${id}`)).text()).includes('/erasure'))
    const form = new URLSearchParams({ reason: 'x', typed: 'GO-5003', version: '2' })
    for (const [method, path] of [
      ['GET', 'erasure'],
      ['POST', 'erasure'],
      ['POST', 'hold'],
    ] as const) {
      const init = method === 'POST' ? { method, body: form } : {}
      assert.equal((await world.ask(reviewer, `/documents/${id}/${path}`, init)).status, 403, `${method} ${path}`)
      const stranger = await world.person(`Stranger ${method} ${path}`, 'admin')
      assert.equal((await world.ask(stranger, `/documents/${id}/${path}`, init)).status, 404, `${method} ${path}`)
    }
    assert.equal(await exists(id), true)
  })

  it('has no violation that axe can find and fits 320 pixels, in both languages, held and not', async () => {
    const id = await uploaded('GO-5004')
    for (const held of [false, true]) {
      const hold = new URLSearchParams({ action: 'hold', reason: 'Audit' })
      if (held) await world.ask(admin, `/documents/${id}/hold`, { method: 'POST', body: hold })
      for (const locale of ['ru-RU', 'en-GB']) {
        const seen = await signedInContext(browser, world, admin, { locale, viewport: { width: 320, height: 800 } })
        const page = await seen.newPage()
        await page.goto(`${world.url}/documents/${id}/erasure`)
        await page.locator('h1').first().waitFor()
        await page.evaluate(axe.source)
        const violations = await page.evaluate(async () => {
          const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          })
          return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)
        })
        assert.deepEqual(violations, [], `${locale} ${held}`)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${locale} ${held} fits`)
        await seen.close()
      }
    }
  })
})
