import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { decideAcceptance, NO_TERMS } from '../core/acceptance/index.ts'
import { conform } from '../core/assess/index.ts'
import type { Field, Source } from '../core/field.ts'
import { specPath } from '../core/paths.ts'
import { type DocumentType, headlineOf, promisedOf, type RuleContext } from './define.ts'
import { documentClasses, documentTypes } from './registry.ts'

const NOTHING = { pages: [] }
const PLACE = { page: 1, box: null, text: 'x' }
const context: RuleContext = { today: '2026-11-21', history: [], ownTaxIds: [], derived: new Set() }
const CYRILLIC = /\p{Script=Cyrillic}|^(?:IBAN|GTIN|BIC|№)/u

/** Paths of the leaves, lists as `lines[].net`. */
function leavesOf(schema: unknown, path = ''): readonly string[] {
  if (schema instanceof z.ZodReadonly) return leavesOf(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, `${path}[]`)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

const isGroup = (type: DocumentType, path: string) => type.fields.some((spec) => spec.path.startsWith(`${path}.`))
const isField = (type: DocumentType, path: string) => type.fields.some((spec) => spec.path === specPath(path))

describe('the registry', () => {
  it('names every type and every kind of paper once', () => {
    const types = documentTypes.map(({ name }) => name)
    const classes = documentClasses.map(({ name }) => name)
    assert.deepEqual(types, [...new Set(types)])
    assert.deepEqual(classes, [...new Set(classes)])
    for (const name of types) assert.match(name, /^[a-z]+(?:-[a-z]+)*$/)
  })
})

for (const type of documentTypes)
  describe(`the document type ${type.name}`, () => {
    it('is a folder of its name with tests beside the source', () => {
      const folder = new URL(`./${type.name}/`, import.meta.url)
      assert.ok(existsSync(new URL('index.ts', folder)))
      assert.ok(readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.test.ts')))
    })

    it('has one field for every leaf of its schema and no other', () => {
      const paths = type.fields.map(({ path }) => path)
      assert.deepEqual(paths, [...new Set(paths)])
      assert.deepEqual(paths.toSorted(), leavesOf(type.schema).toSorted())
    })

    it('speaks Russian and English', () => {
      for (const { en, ru } of [
        type.caption,
        ...type.classes.map(({ caption }) => caption),
        ...type.fields.map(({ caption }) => caption),
      ]) {
        assert.notEqual(en.trim(), '')
        assert.match(ru, CYRILLIC, en)
      }
    })

    it('points only at fields it has', () => {
      const { number, date, partner, amount, currency } = type.headline
      const single = [...number, ...date, ...partner, ...amount, ...currency, ...promisedOf(type)]
      const watched = [...(type.watched?.data ?? []), ...Object.entries(type.watched?.codes ?? {}).flat(2)]
      const sums = type.fields.flatMap(({ sumsTo }) => sumsTo ?? [])
      const products = type.fields.flatMap(({ product }) => (product ? [product.quantity, product.price] : []))
      for (const path of [...single, ...watched, ...sums, ...products]) assert.ok(isField(type, path), path)
      for (const path of Object.values(type.truth).flat()) assert.ok(isField(type, path) || isGroup(type, path), path)
      for (const path of Object.values(type.truthLines).flat())
        for (const key of path.split('+')) assert.ok(isField(type, `lines[].${key}`), path)
    })

    it('claims at least one kind of paper', () => assert.ok(type.classes.length > 0))

    it('finds nothing on no page: no value, no wrong finding, no error', () => {
      const { data, misfits } = conform(type.schema, {})
      assert.deepEqual(misfits, [])
      assert.ok(type.recognise(NOTHING) < 0.5)
      assert.deepEqual(type.readPages(NOTHING), [])
      assert.deepEqual(type.readCodes?.(NOTHING) ?? [], [])
      assert.deepEqual(type.scorePages?.(NOTHING) ?? [], [])
      assert.deepEqual(type.derive?.(data) ?? {}, {})
      assert.deepEqual(type.check(data, context).findings, [])
      assert.deepEqual(type.historyKeys(data), [])
      assert.deepEqual(Object.values(headlineOf(type, data)), [null, null, null, null, null])
    })

    it('is never accepted without a person or a decision of the owner, however sure its values are', () => {
      for (const source of ['text', 'ocr', 'llm', 'qr'] satisfies Source[]) {
        const sure: Field = { value: 'x', raw: 'x', source, confidence: 1, evidence: [PLACE], checks: [], candidates: [] }
        const fields = Object.fromEntries(promisedOf(type).map((path) => [path.replaceAll('[]', '[0]'), sure]))
        const candidate = {
          fields,
          promised: Object.keys(fields),
          objections: [],
          unmeasured: [],
          score: 1,
          engines: [],
          key: 'k',
          gross: '1.00',
          draw: 1,
        }
        const { basis, reasons } = decideAcceptance(candidate, NO_TERMS)
        assert.deepEqual([basis, reasons.map(({ code }) => code)], [null, ['not_calibrated']])
      }
    })

    it('misses something where nothing was read, so that an empty record asks for a person', () => {
      const { data } = conform(type.schema, {})
      assert.ok(type.missing ? type.missing(data as never).length > 0 : type.fields.some(({ required }) => required))
    })

    it('leaves as JSON and as a table', () => {
      const names = (type.exports ?? []).map(({ name }) => name)
      assert.deepEqual(names, [...new Set(names)])
      assert.ok(names.includes('json') && names.includes('csv') && names.includes('xlsx'), names.join())
    })
  })
