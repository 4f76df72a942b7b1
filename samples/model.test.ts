import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conform } from '../core/assess/index.ts'
import { validAccount, validCorrAccount, validIban, validInn, validOgrn, validVatId } from '../core/identifiers/index.ts'
import { checkInvoice } from '../schemas/invoice/rules/index.ts'
import { Invoice } from '../schemas/invoice/schema.ts'
import { type Expected, expectedOf } from './expected.ts'
import { layouts } from './layouts/index.ts'
import { createInvoice } from './model.ts'
import type { PrintedField } from './print.ts'
import { createRandom } from './random.ts'
import type { Layout } from './sample.ts'

const CONTEXT = { today: '2026-11-01', history: [], ownTaxIds: [], derived: new Set<string>() }
const SEEDS = Array.from({ length: 25 }, (_, i) => `model-${i}`)

/** The truth without a browser: the marks are in the HTML already, only their places are not. */
function truthOf(layout: Layout, seed: string): Expected {
  const random = createRandom(`${seed}/${layout.name}`)
  const invoice = createInvoice(layout.plan(random), layout.language, random)
  layout.css(random)
  const fields = layout.pages(invoice, random).flatMap((html, page) =>
    [...html.matchAll(/data-field="([^"]+)"(?: data-value="([^"]*)")?/g)].map(
      ([, path, value]): PrintedField => ({
        path: path!,
        value: value ?? null,
        text: '',
        page: page + 1,
        box: { x0: 0, y0: 0, x1: 0, y1: 0 },
      }),
    ),
  )
  return expectedOf(seed, layout, invoice, fields)
}

describe('the generator of invoices', () => {
  for (const layout of layouts) {
    it(`makes a truth that breaks no rule: ${layout.name}`, () => {
      for (const seed of SEEDS) {
        const { data, misfits } = conform(Invoice, truthOf(layout, seed).data)
        assert.deepEqual(misfits, [], seed)
        const bad = checkInvoice(data, CONTEXT).findings.filter(({ severity }) => severity !== 'info')
        assert.deepEqual(bad, [], `${layout.name} ${seed}`)
        assert.ok(data.number && data.issueDate && data.totals.gross && data.lines.length > 0)
      }
    })
  }

  it('gives the same document for the same seed and another for another', () => {
    const [layout] = layouts
    assert.equal(JSON.stringify(truthOf(layout!, 'a')), JSON.stringify(truthOf(layout!, 'a')))
    assert.notEqual(JSON.stringify(truthOf(layout!, 'a').data), JSON.stringify(truthOf(layout!, 'b').data))
  })

  it('computes check digits', () => {
    for (const seed of SEEDS) {
      for (const layout of layouts) {
        const random = createRandom(seed)
        const { seller, payment } = createInvoice(layout.plan(random), layout.language, random)
        if (seller.inn) assert.ok(validInn(seller.inn) && validOgrn(seller.legalId!))
        if (payment.bik) assert.ok(validAccount(payment.account!, payment.bik) && validCorrAccount(payment.corrAccount!, payment.bik))
        if (payment.iban) assert.ok(validIban(payment.iban), payment.iban)
        if (seller.vatId) assert.ok(validVatId(seller.vatId), seller.vatId)
      }
    }
  })
})
