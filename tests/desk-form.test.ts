import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { findChromium } from './ui/browser.ts'
import { atDesk, INK, linesOf, openTwoTablesDesk, PAPER, sendToDesk, TONER, type TwoTablesDesk } from './ui/two-tables-desk.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

describe('the form of the desk', { skip }, () => {
  let desk: TwoTablesDesk
  let page: Page

  before(async () => {
    desk = await openTwoTablesDesk(chromium ?? '')
    page = await desk.open()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
  })
  after(() => desk?.close())

  const cell = (row: number, column: string) => page.locator(`[name="field:lines[${row}].${column}"]`)
  const rows = () => linesOf(page)
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

  it('does not join lines that both hold an amount, and says so, not even two equal ones', async () => {
    await cell(1, 'name').focus()
    await page.keyboard.press('Alt+KeyJ')
    await page.getByText('Both lines hold an amount').waitFor()
    assert.deepEqual(await rows(), [PAPER, INK, TONER])
    await page.keyboard.press('Alt+KeyC')
    await cell(1, 'name').focus()
    await page.keyboard.press('Alt+KeyJ')
    assert.deepEqual(await rows(), [PAPER, INK, INK, TONER], 'one of two equal amounts would be gone')
    await undo()
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

  it('takes the offer back when the line under it has become another one', async () => {
    await cell(1, 'quantity').fill('8')
    await page.locator('[data-third]', { hasText: '80.00' }).waitFor()
    await cell(0, 'name').focus()
    await page.keyboard.press('Alt+KeyC')
    await page.locator('[data-third]').waitFor({ state: 'hidden' })
    const before = await rows()
    await cell(1, 'net').focus()
    await page.keyboard.press('Alt+Equal')
    assert.deepEqual(await rows(), before)
    assert.deepEqual(before.slice(0, 2), [PAPER, PAPER])
    await undo()
    await undo()
  })

  it('does not exchange a column of codes for one of texts, and keeps a code that its list does not know', async () => {
    const xml = await readFile('samples/invoice/e-invoice-ubl/document.xml', 'utf8')
    // A wrong sum brings it to the desk.
    const doubtful = xml
      .replace('<cbc:PayableAmount currencyID="EUR">735.65', '<cbc:PayableAmount currencyID="EUR">735.99')
      .replace('<cac:ClassifiedTaxCategory><cbc:ID>S', '<cac:ClassifiedTaxCategory><cbc:ID>ZZ')
    const id = await sendToDesk(desk.world, desk.who, Buffer.from(doubtful), 'ubl.xml')
    const invoice = await page.context().newPage()
    await atDesk(invoice, `${desk.world.url}/documents/${id}`)
    const codes = () =>
      invoice.locator('[name$=".taxCategory"]').evaluateAll((all) => all.map((select) => (select as HTMLSelectElement).value))
    const before = await linesOf(invoice)
    assert.deepEqual(await codes(), ['ZZ', 'S', 'S', 'S', ''])
    assert.equal(await invoice.locator('[data-exchange] option[value="taxCategory"]').count(), 0)
    await invoice.locator('[name="field:lines[0].taxCategory"]').focus()
    await invoice.locator('[data-exchange]').selectOption('name')
    await invoice.getByText('This column holds codes of a list').waitFor()
    assert.deepEqual([await linesOf(invoice), await codes()], [before, ['ZZ', 'S', 'S', 'S', '']])
    await invoice.locator('[name="field:lines[0].name"]').focus()
    await invoice.keyboard.press('Alt+ArrowDown')
    assert.deepEqual(await codes(), ['S', 'ZZ', 'S', 'S', ''])
    await invoice.close()
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

  it('knows how tall its head is also after a save has put another one there', async () => {
    const isKnown = () =>
      page.waitForFunction(() => {
        const tall = document.querySelector<HTMLElement>('.desk-head')?.offsetHeight ?? 0
        return tall > 20 && document.documentElement.style.getPropertyValue('--desk-head') === `${tall}px`
      })
    await isKnown()
    await cell(0, 'name').fill('Paper')
    await page.keyboard.press('Control+KeyS')
    await page.locator('[data-save-state]', { hasText: 'Saved' }).waitFor()
    await isKnown()
    await page.setViewportSize({ width: 700, height: 900 })
    await isKnown()
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('says which of how many documents of the list it is', async () => {
    assert.equal(await page.locator('[data-turn]').textContent(), '1 of 2')
  })

  it('takes the keys that a person has put elsewhere, and refuses one that stands twice', async () => {
    const keys = await page.context().newPage()
    await keys.goto(`${desk.world.url}/account/keys`)
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
    await atDesk(page, `${desk.world.url}/documents/${desk.id}`)
    const button = page.locator('[data-row-edit="duplicate"]')
    assert.equal(await button.getAttribute('aria-keyshortcuts'), 'Alt+Q')
    assert.match((await button.getAttribute('title')) ?? '', /\(Alt\+Q\)$/)
    const before = await rows()
    await cell(2, 'net').focus()
    await page.keyboard.press('Alt+KeyC')
    assert.deepEqual(await rows(), before)
    await page.keyboard.press('Alt+KeyQ')
    assert.equal((await rows()).length, before.length + 1)
  })
})
