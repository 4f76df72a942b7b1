import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { readTradePages } from '../read-pages.ts'

const taxesOf = (text: string) =>
  readTradePages(readingOfText(text))
    .filter(({ path }) => /^taxes\[\d\]\.(?:rate|base|amount)$/.test(path))
    .map(({ path, value }) => `${path} ${value}`)

describe('a tax printed in halves', () => {
  it('stays two entries of the breakdown, though rate and amount are the same', () => {
    const page = `Taxable amount                       1,000.00
CGST 9%                                 90.00
SGST 9%                                 90.00
Grand total                           1,180.00`
    assert.deepEqual(taxesOf(page), ['taxes[0].rate 9', 'taxes[0].amount 90.00', 'taxes[1].rate 9', 'taxes[1].amount 90.00'])
  })

  it('of one name, printed twice, is one entry', () => {
    const page = `Net                                  1,000.00
VAT 20%                                200.00
VAT 20%                                200.00
Total                                 1,200.00`
    assert.deepEqual(taxesOf(page), ['taxes[0].rate 20', 'taxes[0].amount 200.00'])
  })
})
