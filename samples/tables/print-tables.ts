import type { Browser } from 'playwright-core'
import { type Printed, printPages } from '../print.ts'
import type { TablePage } from './table-page.ts'

const SIZES = ['100%', '82%', '66%']

/** Prints the page, in smaller type when it is too long for its paper. Throws RangeError when no size fits. */
export async function printTables(browser: Browser, { sheet, css, html }: TablePage): Promise<Printed> {
  let tooLong: RangeError | null = null
  for (const size of SIZES) {
    try {
      return await printPages(browser, sheet, `${css} .page { font-size: ${size} }`, [html])
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      tooLong = error
    }
  }
  throw tooLong
}
