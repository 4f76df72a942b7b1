import type { Browser } from 'playwright-core'
import type { Invoice } from '../schemas/invoice/schema.ts'
import { type Expected, expectedOf } from './expected.ts'
import { createInvoice } from './model.ts'
import { printPages } from './print.ts'
import { createRandom } from './random.ts'
import type { Layout } from './sample.ts'

export interface Sample {
  readonly pdf: Uint8Array
  readonly expected: Expected
  /** Everything the model knows, also what the page leaves out. */
  readonly invoice: Invoice
}

/** One sample from one seed: model, page, truth. */
export async function createSample(browser: Browser, layout: Layout, seed: string): Promise<Sample> {
  const random = createRandom(`${seed}/${layout.name}`)
  const invoice = createInvoice(layout.plan(random), layout.language, random)
  const css = layout.css(random)
  const { pdf, fields } = await printPages(browser, layout, css, layout.pages(invoice, random))
  return { pdf, invoice, expected: expectedOf(seed, layout, invoice, fields) }
}
