import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { present, readTyped } from './present.ts'

describe('values as people read and write them', () => {
  it('follows the reader’s language and never rounds', () => {
    assert.equal(present('1234567.5', 'money', 'ru'), '1\u00a0234\u00a0567,5')
    assert.equal(present('-1234.005', 'money', 'en'), '-1,234.005')
    assert.equal(present('2026-03-31', 'date', 'ru'), '31.03.2026')
    assert.equal(present('2026-03-31', 'date', 'en'), '31 Mar 2026')
    assert.equal(present(null, 'money', 'en'), '')
  })

  it('reads back exactly what it shows, in both languages', () => {
    const amount = fc
      .tuple(fc.boolean(), fc.nat(999_999_999), fc.nat(99))
      .map(([minus, whole, cents]) => `${minus && whole > 0 ? '-' : ''}${whole}.${String(cents).padStart(2, '0')}`)
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    for (const language of ['en', 'ru'] as const) {
      fc.assert(
        fc.property(amount, (value) =>
          assert.deepEqual(readTyped(present(value, 'money', language), 'money', language), { kind: 'value', value }),
        ),
      )
      fc.assert(
        fc.property(day, (value) =>
          assert.deepEqual(readTyped(present(value, 'date', language), 'date', language), { kind: 'value', value }),
        ),
      )
    }
  })

  it('takes what accountants type', () => {
    const cases = [
      ['1 234,56', 'money', 'ru', '1234.56'],
      ['1,234.56', 'money', 'en', '1234.56'],
      ['1234.56', 'money', 'ru', '1234.56'],
      ['22 %', 'rate', 'ru', '22'],
      ['31.03.2026', 'date', 'en', '2026-03-31'],
      ['31 марта 2026', 'date', 'ru', '2026-03-31'],
      ['2,5', 'decimal', 'ru', '2.5'],
      ['  ООО «Ромашка»  ', 'name', 'ru', 'ООО «Ромашка»'],
    ] as const
    for (const [typed, kind, language, value] of cases) assert.deepEqual(readTyped(typed, kind, language), { kind: 'value', value }, typed)
    assert.deepEqual(readTyped('  ', 'money', 'ru'), { kind: 'value', value: null })
    assert.deepEqual(readTyped('много', 'money', 'ru'), { kind: 'invalid' })
    assert.deepEqual(readTyped('31.02.2026', 'date', 'ru'), { kind: 'invalid' })
  })
})
