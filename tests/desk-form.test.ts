import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findChromium, openBrowser, signedInContext } from './ui/browser.ts'
import { twoTablesPdf } from './ui/two-tables-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

const COLUMNS = ['name', 'quantity', 'unitPrice', 'net']
const PAPER = ['Copy paper A4, box', '10', '10', '100.00']
const INK = ['Ink black', '2', '20', '40.00']
const TONER = ['Toner yellow', '3', '20', '60.00']

describe('the form of the desk', { skip }, () => {
  let world: World
  let browser: Browser
  let who: SignedIn
  let id: string
  let page: Page

  before(async () => {
    world = await createWorld()
    browser = await openBrowser(chromium ?? '')
    who = await world.person()
    const headers = { 'X-File-Name': 't-1.pdf' }
    const sent = await world.ask(who, '/api/v1/documents', { method: 'POST', body: Buffer.from(await twoTablesPdf()), headers })
    id = ((await sent.json()) as { id: string }).id
    await world.work()
    page = await (await signedInContext(browser, world, who)).newPage()
    await page.goto(`${world.url}/documents/${id}`)
    await page.locator('.scripted [data-review]').waitFor()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  const cell = (row: number, column: string) => page.locator(`[name="field:lines[${row}].${column}"]`)
  const rows = (): Promise<readonly (readonly string[])[]> =>
    page
      .locator('[data-growing] tbody tr')
      .evaluateAll(
        (all, columns) =>
          all
            .map((row) => columns.map((column) => row.querySelector<HTMLInputElement>(`[name$="].${column}"]`)?.value ?? ''))
            .filter((cells) => cells.some((text) => text !== '')),
        COLUMNS,
      )
  const undo = () => page.keyboard.press('Control+KeyZ')

  it('doubles a line, and one step takes it back', async () => {
    await cell(1, 'net').focus()
    await page.keyboard.press('Alt+KeyC')
    assert.deepEqual(await rows(), [PAPER, INK, INK, TONER])
    await undo()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })

  it('divides a name at the caret and joins it again, with both places on the page', async () => {
    await cell(0, 'name').focus()
    await cell(0, 'name').evaluate((input: HTMLInputElement) => input.setSelectionRange(10, 10))
    await page.keyboard.press('Alt+KeyK')
    assert.deepEqual(await rows(), [['Copy paper', '10', '10', '100.00'], ['A4, box', '', '', ''], INK, TONER])
    await cell(0, 'name').focus()
    await page.keyboard.press('Alt+KeyJ')
    assert.deepEqual(await rows(), [['Copy paper A4, box', '10', '10', '100.00'], INK, TONER])
    await undo()
    await undo()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })

  it('does not join lines whose figures differ, and says so', async () => {
    await cell(1, 'name').focus()
    await page.keyboard.press('Alt+KeyJ')
    await page.getByText('Both lines hold figures that differ').waitFor()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })

  it('puts a text into all lines below, by the button as well', async () => {
    await cell(0, 'quantity').focus()
    await page.locator('[data-row-edit="fill"]').click()
    assert.deepEqual(
      (await rows()).map(([, quantity]) => quantity),
      ['10', '10', '10'],
    )
    await undo()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })

  it('exchanges two columns that were taken for each other', async () => {
    await cell(0, 'quantity').focus()
    await page.locator('[data-exchange]').selectOption('unitPrice')
    assert.deepEqual(await rows(), [PAPER, ['Ink black', '20', '2', '40.00'], ['Toner yellow', '20', '3', '60.00']])
    await undo()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })

  it('offers the amount that follows from a changed quantity and puts it in only when asked', async () => {
    await cell(1, 'quantity').fill('7')
    await page.locator('[data-third]', { hasText: '140.00' }).waitFor()
    assert.equal(await cell(1, 'net').inputValue(), '40.00')
    await page.keyboard.press('Alt+Equal')
    assert.deepEqual((await rows())[1], ['Ink black', '7', '20', '140.00'])
    await cell(1, 'net').fill('70.00')
    await page.locator('[data-third]', { hasText: '10' }).click()
    assert.deepEqual((await rows())[1], ['Ink black', '7', '10', '70.00'])
    assert.ok(await page.locator('[data-third]').isHidden())
  })

  it('shows the fields that need a person first or in the order of the form, and keeps the choice', async () => {
    const paths = () =>
      page.locator('.field[data-path^="totals."]').evaluateAll((fields) => fields.map(({ dataset }) => (dataset as { path: string }).path))
    const [first = ''] = await paths()
    assert.equal(first, 'totals.net', 'it does not agree with the lines')
    await page.keyboard.press('Alt+KeyO')
    assert.ok(await page.locator('[data-attention]').isHidden())
    const inOrder = await paths()
    const legend = page.locator('[data-section="totals"] legend')
    assert.equal(await legend.textContent(), 'Totals')
    assert.equal(await page.locator('[data-section="totals"] [data-path="totals.net"]').count(), 1)
    assert.ok(inOrder.indexOf('totals.net') < inOrder.indexOf('totals.gross'))
    await page.reload()
    await page.locator('.scripted [data-review]').waitFor()
    assert.ok(await page.locator('[data-attention]').isHidden())
    await page.keyboard.press('Alt+KeyO')
    assert.deepEqual(await paths(), ['totals.net', ...inOrder.filter((path) => path !== 'totals.net')])
  })

  it('marks the field whose place is under the pointer', async () => {
    const [, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ((await page.locator('[data-path="number"]').getAttribute('data-box')) ?? '')
      .split(' ')
      .map(Number)
    const sheet = await page.locator('[data-sheet]').boundingBox()
    assert.ok(sheet && x1 > 0)
    await page.mouse.move(sheet.x + ((x0 + x1) / 2) * sheet.width, sheet.y + ((y0 + y1) / 2) * sheet.height)
    await page.locator('[data-path="number"].pointed').waitFor()
    await page.mouse.move(sheet.x + 0.99 * sheet.width, sheet.y + ((y0 + y1) / 2) * sheet.height)
    await page.waitForFunction(() => document.querySelector('.pointed') === null)
  })

  it('takes the keys that a person has put elsewhere, and refuses one that stands twice', async () => {
    const keys = await page.context().newPage()
    await keys.goto(`${world.url}/account/keys`)
    const field = keys.locator('[name="duplicateLine"]')
    await field.focus()
    await keys.keyboard.press('Alt+KeyJ')
    assert.equal(await field.inputValue(), 'Alt+J')
    await keys.locator('button.primary').click()
    await keys.getByText('Alt+J stands at two commands').waitFor()
    await keys.locator('[name="duplicateLine"]').focus()
    await keys.keyboard.press('Alt+KeyQ')
    await keys.locator('button.primary').click()
    await keys.getByText('The keys are saved').waitFor()
    await page.goto(`${world.url}/documents/${id}`)
    await page.locator('.scripted [data-review]').waitFor()
    const before = await rows()
    await cell(2, 'net').focus()
    await page.keyboard.press('Alt+KeyC')
    assert.deepEqual(await rows(), before)
    await page.keyboard.press('Alt+KeyQ')
    assert.equal((await rows()).length, before.length + 1)
  })
})
