import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { emptyDataDir, type Stack, signIn, startStack, type Visitor } from './kill/stack.ts'
import { findChromium, openBrowser } from './ui/browser.ts'
import { letterPdf, photo, priceListPdf } from './ui/unknown-papers.ts'
import { eventually } from './workflow/wait.ts'
import { temporalBinary } from './workflow/world.ts'

const chromium = findChromium()
const skip = chromium === null || !(await temporalBinary()) ? 'wants Chromium and a Temporal server; see `npm test`' : false

interface Guess {
  readonly name: string
  readonly type: string | null
  readonly because: readonly { readonly page: number; readonly text: string }[]
}

/** The whole product as a person starts it: papers that no type reads, from the upload to the person who says what they are. */
describe('papers of unknown type', { skip }, () => {
  let stack: Stack
  let visitor: Visitor
  let browser: Browser
  let page: Page
  let data: Awaited<ReturnType<typeof emptyDataDir>>
  const ids = { letter: '', prices: '', photo: '' }

  before(async () => {
    data = await emptyDataDir()
    stack = await startStack(data.dir)
    visitor = await signIn(stack)
    ids.letter = await visitor.upload(stack, letterPdf(), 'letter.pdf')
    ids.prices = await visitor.upload(stack, priceListPdf(), 'prices.pdf')
    ids.photo = await visitor.upload(stack, await photo(), 'photo.jpg')
    browser = await openBrowser(chromium ?? '')
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(120_000)
    await context.addCookies([visitor.cookie])
    page = await context.newPage()
    for (const id of Object.values(ids))
      await eventually('the paper at the desk', async () => (await read(id)).status === 'review', 180_000)
  })
  after(async () => {
    await browser?.close()
    await stack?.kill('SIGTERM')
    await data.remove()
  })

  const json = async (path: string) => (await visitor.ask(stack, `/api/v1${path}`)).json() as Promise<Record<string, unknown>>
  const read = (id: string) => json(`/documents/${id}`)
  const guessesOf = async (id: string) => ((await json(`/documents/${id}/result`)).parts as { guesses: Guess[] }[])[0]?.guesses ?? []
  const listed = async (query: string) => ((await json(`/documents?${query}`)).items as { id: string }[]).map(({ id }) => id).sort()

  it('come to a person with the best guesses and the words that speak for each; nothing is lost and no record is made up', async () => {
    for (const id of Object.values(ids)) {
      const result = await json(`/documents/${id}/result`)
      assert.deepEqual([result.type, result.status, result.data], ['unknown', 'review', {}])
    }
    const [best, second] = await guessesOf(ids.prices)
    assert.deepEqual([best?.name, best?.type, best?.because[0]?.text, best?.because[0]?.page], ['other', null, 'PRICE LIST AUTUMN', 1])
    assert.ok((second?.because.length ?? 0) > 0)
    assert.equal((await guessesOf(ids.letter))[0]?.name, 'other')
    assert.deepEqual(await guessesOf(ids.photo), [], 'a picture without words says nothing')
    assert.deepEqual((await json('/records')).items, [])
    assert.deepEqual(await listed('type=unknown&status=review'), Object.values(ids).sort())
    assert.deepEqual(await listed('type=invoice'), [])
  })

  it('are told by their filter on the list', async () => {
    await page.goto(`${stack.url}/documents?status=review`)
    await page.locator('#type').selectOption('unknown')
    await page.locator('search button[type=submit]').click()
    await page.waitForURL('**type=unknown**')
    assert.equal(await page.locator('[data-row]').count(), 3)
  })

  it('are read at once as the guess that one keystroke takes', async () => {
    await page.goto(`${stack.url}/documents/${ids.prices}`)
    await page.locator('.scripted [data-guess="1"]').waitFor()
    assert.match(await page.locator('.guesses').innerText(), /«PRICE LIST AUTUMN» \(page 1\)/)
    assert.ok((await page.locator('.boxes-found').count()) > 0, 'the places are marked on the page')
    await page.keyboard.press('Alt+Digit1')
    await page.locator('[data-review] [name="field:merchant.name"]').waitFor({ state: 'attached' })
    assert.deepEqual([(await read(ids.prices)).type, (await read(ids.prices)).status], ['receipt', 'review'])
    const { typeConfidence, reclassifiedFrom } = await json(`/documents/${ids.prices}/result`)
    assert.deepEqual([typeConfidence, reclassifiedFrom], [1, 'unknown'])
  })

  it('may be named by hand where there is no guess, and stay rejectable', async () => {
    await page.goto(`${stack.url}/documents/${ids.photo}`)
    await page.getByText('Nothing on the pages says what it is').waitFor()
    assert.equal(await page.locator('[data-approve]').count(), 0)
    const seen = await read(ids.photo)
    const approved = await visitor.ask(stack, `/api/v1/documents/${ids.photo}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${seen.version}"` },
      body: JSON.stringify({ action: 'approve' }),
    })
    assert.equal(approved.status, 409, 'what nobody has named cannot be approved')
    assert.equal((await read(ids.photo)).status, 'review')
    const { version } = await read(ids.letter)
    assert.equal(await visitor.reject(stack, ids.letter, Number(version), 'review-letter-1'), 200)
    assert.equal((await read(ids.letter)).status, 'rejected')
    assert.deepEqual((await json('/records')).items, [])
  })
})
