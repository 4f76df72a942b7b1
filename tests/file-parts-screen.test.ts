import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { bundlePdf } from './ui/bundle-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()
const first = { number: 'BN-1001', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00', more: 1 }
const second = {
  number: 'QX-2002',
  date: '14 April 2026',
  net: '200.00',
  tax: '40.00',
  gross: '240.00',
  seller: 'Harbour Cranes Limited',
  more: 1,
}

describe('moving pages between the documents of a file', { skip: chromium ? false : 'no Chromium here' }, () => {
  let world: World
  let who: SignedIn
  let browser: Browser
  let context: BrowserContext
  before(async () => {
    world = await createWorld()
    who = await world.person('Anna Petrova', 'admin')
    browser = await openBrowser(chromium as string)
    // The basic path: no script at all.
    context = await signedInContext(browser, world, who, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const json = async <T>(path: string) => (await (await world.ask(who, path)).json()) as T
  const parts = async (id: string) =>
    (await json<{ parts: { id: string; status: string; pages: { first: number; last: number } }[] }>(`/api/v1/documents/${id}`)).parts
  const ranges = async (id: string) => (await parts(id)).map(({ pages }) => `${pages.first}-${pages.last}`)
  const events = async (id: string) =>
    (await json<{ items: { kind: string; actor: string; reason: { message: string } | null }[] }>(`/api/v1/documents/${id}/events`)).items
  const fieldOf = async (id: string, path: string) =>
    (
      await json<{ fields: Record<string, { value: unknown; source: string; evidence: { page: number }[] }> }>(
        `/api/v1/documents/${id}/result`,
      )
    ).fields[path]
  const opened = async (path: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${world.url}${path}`)
    return page
  }
  /** A mark set or taken by key alone. */
  const toggle = async (page: Page, number: number) => {
    await page.locator(`input[name=start][value="${number}"]`).focus()
    await page.keyboard.press('Space')
  }
  const divide = async (page: Page) => {
    await page.getByRole('button', { name: /Divide so/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
    await page.close()
    await world.work()
    await world.work()
  }
  const uploaded = async () => {
    const body = new Uint8Array(await bundlePdf(first, second))
    const { id } = (await (await world.ask(who, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    await world.work()
    return id
  }

  it('moves a page by key without script, reads only what changed, and keeps what was corrected on pages that stay', async () => {
    const id = await uploaded()
    const [, two] = await parts(id)
    const version = (await world.documents.get(who.organisationId, two!.id))!.version
    const saved = await world.ask(who, `/api/v1/documents/${two!.id}/review`, {
      method: 'POST',
      body: JSON.stringify({ action: 'save', fields: { number: 'QX-2002-B' } }),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    assert.equal(saved.status, 200)

    const page = await opened(`/documents/${id}/pages`)
    assert.deepEqual(
      await page.locator('input[name=start]:checked').evaluateAll((marks) => marks.map((mark) => (mark as HTMLInputElement).value)),
      ['3'],
    )
    await toggle(page, 2)
    await toggle(page, 3)
    await divide(page)

    assert.deepEqual(await ranges(id), ['1-1', '2-4'])
    const number = await fieldOf(two!.id, 'number')
    assert.deepEqual([number?.value, number?.source], ['QX-2002-B', 'human'])
    assert.equal((await fieldOf(two!.id, 'totals.gross'))?.evidence[0]?.page, 2, 'its page has another number now')
    const moved = (await events(two!.id)).find(({ kind }) => kind === 'pages_moved')
    assert.deepEqual([moved?.actor, moved?.reason?.message], ['Anna Petrova', '2–4'])
  })

  it('merges two documents, and splits them again', async () => {
    const id = await uploaded()
    const [, two] = await parts(id)
    const merging = await opened(`/documents/${two!.id}/pages`)
    await toggle(merging, 3)
    await divide(merging)
    assert.deepEqual(await ranges(id), ['1-4'])
    const gone = await world.documents.get(who.organisationId, two!.id)
    assert.deepEqual([gone?.status, gone?.reason?.code], ['rejected', 'pages_moved'])

    const splitting = await opened(`/documents/${id}/pages`)
    await toggle(splitting, 3)
    await divide(splitting)
    assert.deepEqual(await ranges(id), ['1-2', '3-4'])
    const [one, again] = await parts(id)
    assert.deepEqual([(await fieldOf(one!.id, 'number'))?.value, (await fieldOf(again!.id, 'number'))?.value], ['BN-1001', 'QX-2002'])
    assert.notEqual(again!.id, two!.id)
  })

  it('changes nothing of what somebody else changed meanwhile', async () => {
    const id = await uploaded()
    const [mine, theirs] = [await opened(`/documents/${id}/pages`), await opened(`/documents/${id}/pages`)]
    await toggle(theirs, 2)
    await divide(theirs)
    await toggle(mine, 3)
    await mine.getByRole('button', { name: /Divide so/ }).click()
    await mine.getByRole('alert').waitFor()
    assert.match((await mine.getByRole('alert').textContent()) ?? '', /Nothing was changed/)
    assert.deepEqual(await ranges(id), ['1-1', '2-2', '3-4'])
    await mine.close()
  })

  it('has no violation that axe can find and fits 320 pixels, in both languages', async () => {
    const id = await uploaded()
    for (const locale of ['ru-RU', 'en-GB']) {
      const seen = await signedInContext(browser, world, who, { locale, viewport: { width: 320, height: 800 } })
      const page = await seen.newPage()
      for (const path of [`/documents/${id}/pages`, `/documents/${id}`]) {
        await page.goto(`${world.url}${path}`)
        await page.locator('h1').first().waitFor()
        await page.evaluate(axe.source)
        const violations = await page.evaluate(async () => {
          const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          })
          return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)
        })
        assert.deepEqual(violations, [], `${locale} ${path}`)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${locale} ${path} fits`)
      }
      await seen.close()
    }
  })
})
