import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { queueFor } from './queues.ts'

const all = { name: 'all', type: null, supplier: null, byRule: false }
const bills = { name: 'bills', type: 'bill', supplier: null, byRule: false }
const daisy = { name: 'daisy', type: null, supplier: 'ООО «Ромашка»', byRule: false }
const daisyBills = { name: 'daisy bills', type: 'bill', supplier: 'ООО «Ромашка»', byRule: false }

describe('queueFor', () => {
  const of = (type: string, supplier: string | null, queues = [all, bills, daisy, daisyBills]) =>
    queueFor(queues, { type, supplier })?.name ?? null

  it('takes the queue that says most about the document, whatever the order', () => {
    assert.equal(of('bill', 'ООО "РОМАШКА"'), 'daisy bills')
    assert.equal(of('letter', 'ооо Ромашка'), 'daisy')
    assert.equal(of('bill', 'Другой'), 'bills')
    assert.equal(of('letter', 'Другой'), 'all')
    assert.equal(of('bill', 'ООО «Ромашка»', [bills, daisy]), 'daisy')
  })
  it('gives nothing by itself to a queue that only rules fill', () => {
    assert.equal(of('bill', null, [{ ...bills, byRule: true }, all]), 'all')
  })
  it('needs the supplier to be known for a queue of a supplier', () => {
    assert.equal(of('bill', null), 'bills')
    assert.equal(of('bill', null, [daisy]), null)
  })
})
