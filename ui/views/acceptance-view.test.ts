import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentTypes } from '../../schemas/registry.ts'
import { shownType } from './acceptance-view.ts'

const invoice = documentTypes.find(({ confidence }) => confidence !== undefined)!
const promised = ['number']
const caption = invoice.fields.find(({ path }) => path === 'number')!.caption

describe('a type on the screen of acceptance', () => {
  it('names the promised fields whose accuracy nobody has measured', () => {
    const { confidence: model, ...unfitted } = { ...invoice, promised }
    assert.deepEqual(shownType(unfitted, 'ru').unmeasured, [caption.ru])
    const few = { ...model!, evidence: { number: { values: 12, groups: 12, off: 0.02 } } }
    assert.deepEqual(shownType({ ...unfitted, confidence: few }, 'en').unmeasured, [caption.en])
    const enough = { ...model!, evidence: { number: { values: 60, groups: 12, off: 0.02 } } }
    assert.deepEqual(shownType({ ...unfitted, confidence: enough }, 'en').unmeasured, [])
  })

  it('says of which party a name is', () => {
    const { confidence: _, ...unfitted } = { ...invoice, promised: ['seller.name', 'buyer.name'] }
    assert.deepEqual(shownType(unfitted, 'ru').unmeasured, ['Продавец: Наименование', 'Покупатель: Наименование'])
  })
})
