import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, signedInContext } from './browser.ts'
import { twoTablesPdf } from './two-tables-pdf.ts'
import { createWorld, type SignedIn, type World } from './world.ts'

const COLUMNS = ['name', 'quantity', 'unitPrice', 'net']
export const PAPER = ['Copy paper A4, box', '10', '10', '100.00']
export const INK = ['Ink black', '2', '20', '40.00']
export const TONER = ['Toner yellow', '3', '20', '60.00']

export interface TwoTablesDesk {
  readonly world: World
  readonly browser: Browser
  readonly who: SignedIn
  readonly id: string
  /** The desk with the document, in a window of its own; its script is up. */
  open(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** An invoice with two tables that was read and waits for a person, in a world and a browser of its own. */
export async function openTwoTablesDesk(chromium: string): Promise<TwoTablesDesk> {
  const world = await createWorld()
  const browser = await openBrowser(chromium)
  const who = await world.person()
  const id = await sendToDesk(world, who, Buffer.from(await twoTablesPdf()), 't-1.pdf')
  return {
    world,
    browser,
    who,
    id,
    async open(options) {
      const page = await (await signedInContext(browser, world, who, options)).newPage()
      await atDesk(page, `${world.url}/documents/${id}`)
      return page
    },
    async close() {
      await browser.close()
      await world.close()
    },
  }
}

export async function sendToDesk(world: World, who: SignedIn, body: Buffer<ArrayBuffer>, fileName: string): Promise<string> {
  const sent = await world.ask(who, '/api/v1/documents', { method: 'POST', body, headers: { 'X-File-Name': fileName } })
  await world.work()
  return ((await sent.json()) as { id: string }).id
}

/** Goes to a document and waits for the script of the desk. */
export async function atDesk(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('.scripted [data-review]').waitFor()
}

/** Name, quantity, price and net of every line that holds anything. */
export function linesOf(page: Page): Promise<readonly (readonly string[])[]> {
  return page
    .locator('[data-growing] tbody tr')
    .evaluateAll(
      (rows, columns) =>
        rows
          .map((row) => columns.map((column) => row.querySelector<HTMLInputElement>(`[name$="].${column}"]`)?.value ?? ''))
          .filter((cells) => cells.some((text) => text !== '')),
      COLUMNS,
    )
}
