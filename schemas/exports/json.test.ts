import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { conform } from '../../core/assess/index.ts'
import type { DocumentType } from '../define.ts'
import { writeExport } from '../export.ts'
import { bytesIn, GERMAN, invoiceWith } from '../invoice/export/sample-invoice.ts'
import { invoice } from '../invoice/index.ts'
import { documentTypes } from '../registry.ts'
import { recordSchema } from './json.ts'

const context = { recordId: 'r-1', approvedAt: '2026-03-13T10:00:00.000Z', settings: {} }
const validatorOf = (type: DocumentType<never>) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(recordSchema(type.name, type.schema))
}
const fileOf = <Data>(type: DocumentType<Data>, data: Data) => {
  const format = type.exports?.find(({ name }) => name === 'json')
  assert.ok(format, `${type.name} has no JSON export`)
  return JSON.parse(Buffer.from(bytesIn(writeExport(format, data, context))).toString('utf8'))
}

describe('the JSON of a record', () => {
  for (const type of documentTypes.filter((one) => one.exports))
    it(`of type ${type.name} is as its published schema says, even where nothing is known`, () => {
      const valid = validatorOf(type as never)
      assert.equal(valid(fileOf(type, conform(type.schema, {}).data)), true, JSON.stringify(valid.errors))
    })

  it('has every value, absent ones as null, and the schema takes nothing else', () => {
    const valid = validatorOf(invoice as never)
    const file = fileOf(invoice, invoiceWith(GERMAN))
    assert.equal(valid(file), true, JSON.stringify(valid.errors))
    assert.equal(file.data.totals.gross, '279.60')
    assert.equal(file.data.totals.prepaid, null)
    assert.equal(valid({ ...file, data: { ...file.data, totals: { ...file.data.totals, gross: 279.6 } } }), false)
    assert.equal(valid({ ...file, data: { ...file.data, more: 1 } }), false)
    assert.equal(valid({ ...file, id: null }), false)
  })
})
