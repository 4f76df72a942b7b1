import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Finding } from '../../core/finding.ts'
import type { Result } from '../../core/result.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { findingLine } from './letter-draft.ts'

const type = documentTypes.find(({ name }) => name === 'invoice')!
const price = (raw: string | null, source = 'text') =>
  ({ fields: { 'lines[1].unitPrice': { value: '12.75', raw, source } } }) as unknown as Result
const finding: Finding = {
  ruleId: 'ORDER-PRICE',
  severity: 'error',
  fields: ['lines[1].unitPrice'],
  message: {
    en: 'The price is higher than ordered. Check it with the buyer.',
    ru: 'Цена выше заказанной. Сверьте с покупателем.',
  },
  expected: '12.5',
  actual: '12.75',
  delta: '0.25',
} as Finding
const line = (result: Result, language: 'en' | 'ru' = 'en') => findingLine(finding, { result, type, language })

describe('a finding in a letter', () => {
  it('names line, field and both numbers in the spelling of the page, without what the reviewer is to do', () => {
    assert.equal(line(price('12,75')), 'Line 2, Unit price: The price is higher than ordered. (expected: 12,5; on your document: 12,75)')
    assert.match(line(price('12.75'), 'ru'), /^Строка 2, .*: Цена выше заказанной\. \(ожидалось: 12\.5; в вашем документе: 12\.75\)$/)
  })

  it('writes a number that a person has typed, or that stands among words, as the language does', () => {
    assert.match(line(price('12,75', 'human')), /expected: 12\.5; on your document: 12\.75/)
    assert.match(line(price('EUR 12,75 per box'), 'ru'), /ожидалось: 12,5; в вашем документе: 12,75/)
  })
})
