import type { Browser } from 'playwright-core'
import { type Expected, expectedOf } from '../expected.ts'
import { createInvoice } from '../model.ts'
import { type Printed, printPages } from '../print.ts'
import { createRandom } from '../random.ts'
import { longInvoice } from './long-invoice.ts'
import type { LongStyle } from './long-style.ts'

// From more rows than any sheet holds downwards: a table breaks where the sheet is full.
const ROOM = Array.from({ length: 20 }, (_, i) => 0.9 ** i)

/** One invoice of several sheets from one seed, with fewer rows on a sheet when its lines are long. Throws RangeError when nothing fits. */
export async function printLong(
  browser: Browser,
  seed: string,
  twice: boolean,
): Promise<Printed & { readonly expected: Expected; readonly style: LongStyle }> {
  let tooLong: RangeError | null = null
  for (const room of ROOM) {
    const random = createRandom(`${seed}/long`)
    const layout = longInvoice(random, room, twice)
    const invoice = createInvoice(layout.plan(random), layout.language, random)
    try {
      const printed = await printPages(browser, layout, layout.css(random), layout.pages(invoice, random))
      return { ...printed, expected: expectedOf(seed, layout, invoice, printed.fields), style: layout.style }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      tooLong = error
    }
  }
  throw tooLong
}
