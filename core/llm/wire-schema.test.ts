import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { documentTypes } from '../../schemas/registry.ts'
import { lintWireSchema } from './lint-wire-schema.ts'
import { answersReader } from './read-answers.ts'
import { wireSchema, withoutReferences } from './wire-schema.ts'

const Shape = z.object({
  number: z.string().nullable(),
  seller: z.object({ name: z.string().nullable() }),
  lines: z.array(z.object({ net: z.string().nullable() })),
})
const FIELDS = [
  { path: 'number', kind: 'id' },
  { path: 'seller.name', kind: 'name' },
  { path: 'lines[].net', kind: 'money' },
] as const
const schema = wireSchema(Shape, FIELDS)

describe('the schema that goes to a language model', () => {
  it('follows the shape of the type: every key required, nothing further, null for absent', () => {
    assert.deepEqual(schema.required, ['number', 'seller', 'lines'])
    const read = answersReader(schema)
    const full = { number: { value: 'A-1', words: [3] }, seller: { name: null }, lines: [{ net: { value: '10.00', words: [7, 8] } }] }
    assert.deepEqual(read(JSON.stringify(full)), {
      kind: 'answers',
      answers: [
        { path: 'number', value: 'A-1', words: [3] },
        { path: 'lines[0].net', value: '10.00', words: [7, 8] },
      ],
    })
    for (const wrong of [
      { ...full, seller: {} },
      { ...full, more: 1 },
      { ...full, number: { value: 'A-1', words: [] } },
      { ...full, number: { value: 'A-1', words: [0] } },
      { ...full, lines: [{ net: { value: '10', words: [7] } }] },
      { ...full, lines: [{ net: { value: '1e9', words: [7] } }] },
    ])
      assert.equal(read(JSON.stringify(wrong)).kind, 'broken')
    assert.equal(read(`\`\`\`json\n${JSON.stringify(full)}\n\`\`\``).kind, 'answers')
  })

  it('is refused when a field is no data of the type', () => {
    assert.throws(() => wireSchema(Shape, [{ path: 'seller.vatId', kind: 'id' }]), /seller\.vatId/)
    assert.throws(() => wireSchema(Shape, [{ path: 'number', kind: 'boolean' }]), /number/)
  })

  it('finds what servers do not enforce', () => {
    const problems = (property: object) =>
      lintWireSchema({ type: 'object', properties: { a: property }, required: ['a'], additionalProperties: false })
    const unsafe = [
      { type: 'string', pattern: '^\\d{10}$' },
      { type: 'string', pattern: '[0-9]{10}' },
      { type: 'string', pattern: '^(?=a)a$' },
      { type: 'string', pattern: '^[0-9]+$' },
      { type: 'string' },
      { type: 'string', maxLength: 10, format: 'date' },
      { type: 'number' },
      { type: 'integer', minimum: 0 },
      { type: 'array', items: { type: 'null' } },
      { type: 'object', properties: { b: { type: 'null' } }, required: [], additionalProperties: false },
      { type: 'object', properties: {}, required: [] },
    ]
    for (const property of unsafe) assert.equal(problems(property).length, 1, JSON.stringify(property))
    assert.deepEqual(problems({ type: 'string', pattern: '^[0-9]{10}$' }), [])
  })

  for (const type of documentTypes.filter(({ prompt }) => prompt))
    it(`of ${type.name} is portable, with and without references`, () => {
      const asked = type.fields.filter(({ path, kind }) => kind !== 'boolean' && type.prompt!.asks(path))
      const made = wireSchema(type.schema, asked)
      assert.deepEqual(lintWireSchema(made), [])
      const flat = withoutReferences(made)
      assert.deepEqual(lintWireSchema(flat), [])
      assert.equal(JSON.stringify(flat).includes('$ref'), false)
      assert.ok(asked.length > 5)
    })
})
