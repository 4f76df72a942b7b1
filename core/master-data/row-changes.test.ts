import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CompanyEntry } from './company.ts'
import { rowChanges } from './row-changes.ts'

const company = (values: object) => CompanyEntry.parse({ code: '1', name: 'Northwind', ...values })

describe('rows of a table beside the list', () => {
  it('are new, changed in named fields, or as they are', () => {
    const now = new Map([
      ['1', company({ taxIds: ['GB1', 'GB2'], country: 'GB' })],
      ['2', company({ code: '2', accounts: [{ account: 'A', bik: null, bankName: null }] })],
    ])
    const rows = [
      company({ taxIds: ['GB2', 'GB1'], country: 'GB' }),
      company({ code: '2', accounts: [{ account: 'A' }] }),
      company({ code: '3' }),
    ].map((entry, i) => ({ row: i + 2, entry }))
    assert.deepEqual(
      rowChanges(rows, ({ code }) => now.get(code) ?? null).map(({ row, state, fields }) => [row, state, fields]),
      [
        [2, 'changed', ['taxIds']],
        [3, 'same', []],
        [4, 'new', []],
      ],
    )
  })
})
