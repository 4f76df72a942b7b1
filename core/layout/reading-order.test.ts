import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layOutPage } from './index.ts'
import { pageOfText } from './text-grid.ts'

const read = (text: string) => layOutPage(pageOfText(text)).lines.map((line) => line.text)

describe('order of reading', () => {
  it('goes down one column of text and then down the other, also where their paragraphs begin at the same height', () => {
    const order = read(`
Terms of delivery and payment of the firm

the first column begins here       the second column begins
and has a second line of text      and goes on in its turn

a paragraph of the first one       a paragraph of the second
that ends here                     that ends here as well`)
    assert.deepEqual(
      order.map((text) => text.split(' ').slice(0, 5).join(' ')),
      [
        'Terms of delivery and payment',
        'the first column begins here',
        'and has a second line',
        'a paragraph of the first',
        'that ends here',
        'the second column begins',
        'and goes on in its',
        'a paragraph of the second',
        'that ends here as well',
      ],
    )
  })

  it('reads a caption and then its value', () => {
    assert.deepEqual(
      read(`
Invoice number       RE-2041
Date                 12.03.2026
Customer             104711`),
      ['Invoice number', 'RE-2041', 'Date', '12.03.2026', 'Customer', '104711'],
    )
  })

  it('reads parties one after the other', () => {
    assert.deepEqual(
      read(`
Seller               Buyer
Example Ltd          Model Inc
High Street          Low Road`),
      ['Seller', 'Example Ltd', 'High Street', 'Buyer', 'Model Inc', 'Low Road'],
    )
  })

  it('reads a table row by row, and in a row cell by cell', () => {
    assert.deepEqual(
      read(`
Item            Qty       Price
Blue widget       2       10.00
with handle
Red widget        1        5.50
Green widget      4        2.50`),
      ['Item', 'Qty', 'Price', 'Blue widget', 'with handle', '2', '10.00', 'Red widget', '1', '5.50', 'Green widget', '4', '2.50'],
    )
  })
})
