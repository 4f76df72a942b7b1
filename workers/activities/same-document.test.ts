import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { parseXml } from '../../adapters/xml/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { sameDocument } from './same-document.ts'

const UBL = await readFile('samples/invoice/e-invoice-ubl/document.xml', 'utf8')
const same = (other: string) => sameDocument({ types: documentTypes, parseXml }, Buffer.from(UBL), Buffer.from(other))

describe('sameDocument', () => {
  it('looks at values, not at spelling', () => {
    assert.ok(same(UBL))
    assert.ok(same(UBL.replaceAll(/>\s+</g, '><')))
  })

  it('sees another amount, number or account, and does not trust what it cannot read', () => {
    assert.equal(same(UBL.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$19999.00')), false)
    assert.equal(same(UBL.replace(/(<cbc:ID>)[^<]*/, '$1OTHER-1')), false)
    assert.equal(same(UBL.slice(0, 500)), false)
    assert.equal(same('<order/>'), false)
  })
})
