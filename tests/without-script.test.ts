import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

describe('with script off', { skip }, () => {
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

  it('a document is uploaded, opened from the list, corrected and approved by forms alone', async () => {
    const who = await world.person('Anna', 'admin')
    const context = await signedInContext(browser, world, who, { javaScriptEnabled: false })
    const page = await context.newPage()

    await page.goto(`${world.url}/upload`)
    const buffer = invoicePdf({ number: 'NW-301', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    await page.locator('#files').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByRole('link', { name: 'Open' }).waitFor()
    await world.work()

    await page.goto(`${world.url}/documents`)
    await page.getByRole('link', { name: 'NW-301' }).click()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.locator('[name="field:number"]').fill('NW-310')
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click()
    await page.waitForURL((url) => url.searchParams.size > 0 || !url.pathname.endsWith('/review'))
    const row = await world.documents.get(who.organisationId, id)
    assert.deepEqual([row?.status, row?.summary?.number], ['approved', 'NW-310'])
    // The menu of what is set up opens without script as well.
    await page.goto(`${world.url}/documents`)
    await page.locator('.menu summary').click()
    await page.getByRole('link', { name: 'Acceptance' }).click()
    await page.getByRole('heading', { name: 'Acceptance without a person' }).waitFor()
    await context.close()
  })

  it('the rooms beside the desk save what is put down in their forms', async () => {
    const who = await world.person('Olga', 'admin')
    const context = await signedInContext(browser, world, who, { javaScriptEnabled: false })
    const page = await context.newPage()
    const open = async (path: string) => {
      await page.goto(`${world.url}${path}`)
      assert.equal(await page.locator('html.scripted').count(), 0)
    }

    await open('/routing/rule')
    await page.locator('[name="name"]').fill('Large')
    await page.locator('[name="when.currency"]').fill('GBP')
    await page.locator('[name="when.least"]').fill('1000')
    await page.locator('[name="to.dueHours"]').fill('4')
    await page.locator('form[action="/routing"] button.primary').click()
    await page.getByText('What waits already stays where it is').waitFor()
    await page.getByText('Large').first().waitFor()

    await open('/letters')
    const letter = page.locator('form[action="/letters/templates"]').first()
    await page.locator('details.card summary').first().click()
    await letter.locator('[name="subject"]').fill('About your invoice {number}')
    await letter.locator('button.primary').click()
    await page.getByText('Saved.').waitFor()

    await open('/payments')
    await page.locator('[name="purpose"]').fill('By invoice {number}')
    await page.locator('form[action="/payments/template"] button.primary').click()
    await page.getByText('Saved.').waitFor()
    assert.equal(await page.locator('[name="purpose"]').inputValue(), 'By invoice {number}')

    await open('/calendar')
    const wishes = page.locator('form[action="/calendar/settings"]')
    const folded = page.locator('details', { has: wishes }).locator('summary')
    if ((await folded.count()) > 0) await folded.first().click()
    await wishes.locator('[name="days"]').fill('45, 7')
    await wishes.locator('button.primary').click()
    await page.getByText('Days before: 45, 7').waitFor()

    await open('/account/keys')
    await page.locator('[name="duplicateLine"]').fill('Alt+Q')
    await page.locator('form[action="/account/keys"] button.primary').click()
    await page.getByText('The keys are saved').waitFor()
    assert.equal(await page.locator('[name="duplicateLine"]').inputValue(), 'Alt+Q')
    await context.close()
  })
})
