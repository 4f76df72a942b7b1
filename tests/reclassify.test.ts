import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { emptyDataDir, type Stack, signIn, startStack, type Visitor } from './kill/stack.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import { findChromium, openBrowser } from './ui/browser.ts'
import { eventually } from './workflow/wait.ts'
import { temporalBinary } from './workflow/world.ts'

const chromium = findChromium()
const skip = chromium === null || !(await temporalBinary()) ? 'wants Chromium and a Temporal server; see `npm test`' : false

/** The whole product as a person starts it, with its workflows, in a browser. */
describe('a document of another type than the machine thought', { skip }, () => {
  let stack: Stack
  let visitor: Visitor
  let browser: Browser
  let data: Awaited<ReturnType<typeof emptyDataDir>>
  let page: Page
  let id: string

  before(async () => {
    data = await emptyDataDir()
    stack = await startStack(data.dir)
    visitor = await signIn(stack)
    browser = await openBrowser(chromium ?? '')
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(120_000)
    await context.addCookies([visitor.cookie])
    page = await context.newPage()
    id = await visitor.upload(stack, invoicePdf('R-1'), 'r-1.pdf')
    await eventually('the document at the desk', async () => (await document()).status === 'review', 90_000)
  })
  after(async () => {
    await browser?.close()
    await stack?.kill('SIGTERM')
    await data.remove()
  })

  const document = async () => (await visitor.ask(stack, `/api/v1/documents/${id}`)).json() as Promise<Record<string, unknown>>
  const result = async () => (await visitor.ask(stack, `/api/v1/documents/${id}/result`)).json() as Promise<Record<string, unknown>>
  const kinds = async () => (await visitor.events(stack, id)).map(({ kind }) => kind)

  it('is read again as the type that the reviewer names by keyboard, and comes back to the same page', async () => {
    await page.goto(`${stack.url}/documents/${id}`)
    await page.locator('.scripted [data-review]').waitFor()
    assert.equal((await document()).type, 'invoice')
    await page.keyboard.press('Alt+KeyT')
    await page.keyboard.type('Contr')
    await page.locator('[data-reclassify] button[type=submit]').press('Enter')
    await page.locator('[data-review] [name="field:title"]').waitFor({ state: 'attached' })
    assert.deepEqual([(await document()).type, (await document()).status], ['contract', 'review'])
    const { type, typeConfidence, reclassifiedFrom } = await result()
    assert.deepEqual({ type, typeConfidence, reclassifiedFrom }, { type: 'contract', typeConfidence: 1, reclassifiedFrom: 'invoice' })
    await page.getByText('the machine took it for: Invoice').waitFor()
    await page.locator('details.history summary').click()
    assert.match(await page.locator('details.history').innerText(), /A person named the type[\s\S]*Contract/)
  })

  it('is read as a third type through the API, which wants the version that was seen', async () => {
    const say = (type: string, version: unknown) =>
      visitor.ask(stack, `/api/v1/documents/${id}/type`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ type }),
      })
    const { version } = await document()
    assert.equal((await say('contract', version)).status, 422)
    assert.equal((await say('novel', version)).status, 422)
    assert.equal((await say('receipt', Number(version) - 1)).status, 412)
    const answer = await say('receipt', version)
    assert.deepEqual([answer.status, await answer.json()], [202, { id, status: 'processing' }])
    await eventually('back at the desk', async () => (await document()).status === 'review')
    assert.deepEqual([(await result()).type, (await result()).reclassifiedFrom], ['receipt', 'invoice'])
    assert.deepEqual((await kinds()).slice(-5), [
      'review_requested',
      'reclassified',
      'review_requested',
      'reclassified',
      'review_requested',
    ])
  })

  it('teaches the classifier once it is approved', async () => {
    const { version } = await document()
    const fields = { total: '29.75', date: '2026-11-20', 'merchant.name': 'Specimen Tools GmbH', currency: 'EUR' }
    const overrides = ((await result()).findings as { ruleId: string; severity: string }[]).flatMap(({ ruleId, severity }) =>
      severity === 'error' ? [{ ruleId, reason: 'Seen on paper' }] : [],
    )
    const approved = await visitor.ask(stack, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify({ action: 'approve', fields, overrides }),
    })
    assert.equal(((await approved.json()) as { status: string }).status, 'approved')
    const out = join(data.dir, '..', 'retyped')
    const hook = new URL('../cli/tsx-hook.ts', import.meta.url).pathname
    const main = new URL('../cli/main.ts', import.meta.url).pathname
    const env = { ...process.env, DOCKET_DATA_DIR: data.dir }
    await promisify(execFile)(process.execPath, ['--import', hook, main, 'corrected', '--out', out, '--retyped'], { env })
    const written = await Promise.all((await readdir(out)).map(async (name) => JSON.parse(await readFile(join(out, name), 'utf8'))))
    assert.deepEqual(
      written.map(({ truth }) => [truth.document_class, truth.taken_for]),
      [['receipt', 'invoice']],
    )
    assert.match(JSON.stringify(written[0].reading), /R-1/)
  })
})
