import { z } from 'zod'
import { PipelineError } from '../errors.ts'
import type { ValueKind } from '../field.ts'
import { lintWireSchema } from './lint-wire-schema.ts'
import type { JsonSchema } from './port.ts'

/** A field that the model is asked for; `path` as in the type's fields: `lines[].net`. */
export interface AskedField {
  readonly path: string
  readonly kind: ValueKind
}

const MOST_ROWS = 100 // of one part of a document; longer tables are cut
const MOST_WORDS = 60 // of one value
const HIGHEST_ID = 99999

/** Written forms that every decoder enforces (lint-wire-schema.ts). A truth value is printed nowhere, so it is never asked for. */
const FORMS: Readonly<Record<Exclude<ValueKind, 'boolean'>, JsonSchema>> = {
  money: { type: 'string', pattern: '^-?[0-9]{1,12}[.][0-9]{2}$' },
  decimal: { type: 'string', pattern: '^-?[0-9]{1,12}([.][0-9]{1,6})?$' },
  rate: { type: 'string', pattern: '^[0-9]{1,3}([.][0-9]{1,4})?$' },
  date: { type: 'string', pattern: '^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$' },
  time: { type: 'string', pattern: '^[0-2][0-9]:[0-5][0-9]$' },
  code: { type: 'string', pattern: '^[A-Z]{3}$' },
  id: { type: 'string', maxLength: 60 },
  name: { type: 'string', maxLength: 160 },
  text: { type: 'string', maxLength: 400 },
  address: { type: 'string', maxLength: 200 },
}

/**
 * The answer's schema, derived from the type's own: for every asked field null or `{value, words}`, where `words` are the numbers of the words that
 * the value is printed in. Throws `configuration` when a field is none of the type's data, or when the schema would not be enforced everywhere.
 */
export function wireSchema(shape: z.ZodType, fields: readonly AskedField[]): JsonSchema {
  const data = z.toJSONSchema(shape, { unrepresentable: 'any' }) as JsonSchema
  const strangers = fields.filter(({ path, kind }) => kind === 'boolean' || !has(data, path.split('.')))
  const kinds = [...new Set(fields.map(({ kind }) => kind))].filter((kind) => kind !== 'boolean')
  const schema = { ...object(treeOf(fields)), $defs: Object.fromEntries(kinds.map((kind) => [kind, answer(FORMS[kind])])) }
  const problems = [...strangers.map(({ path }) => `${path} is no value of this type that can be printed`), ...lintWireSchema(schema)]
  if (problems.length > 0) throw new PipelineError('configuration', `The schema for language models is not sound: ${problems.join('; ')}`)
  return schema
}

function answer(value: JsonSchema): JsonSchema {
  const words = { type: 'array', items: { type: 'integer', minimum: 1, maximum: HIGHEST_ID }, minItems: 1, maxItems: MOST_WORDS }
  return { anyOf: [{ type: 'null' }, closed({ value, words })] }
}

interface Tree {
  readonly [key: string]: ValueKind | Tree
}

function treeOf(fields: readonly AskedField[]): Tree {
  const root: Record<string, unknown> = {}
  for (const { path, kind } of fields) {
    const steps = path.split('.')
    let at = root
    for (const step of steps.slice(0, -1)) {
      const next = at[step] ?? {}
      at[step] = next
      at = next as Record<string, unknown>
    }
    at[steps.at(-1)!] = kind
  }
  return root as Tree
}

function object(tree: Tree): JsonSchema {
  return closed(
    Object.fromEntries(
      Object.entries(tree).map(([key, node]) => {
        const schema = typeof node === 'string' ? { $ref: `#/$defs/${node}` } : object(node)
        return key.endsWith('[]') ? [key.slice(0, -2), { type: 'array', items: schema, maxItems: MOST_ROWS }] : [key, schema]
      }),
    ),
  )
}

function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** Whether the type's data has something at the end of these steps. */
function has(data: JsonSchema, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true
  const options = [data, ...((data.anyOf as readonly JsonSchema[] | undefined) ?? [])]
  const key = step.replace(/\[\]$/, '')
  return options.some((option) => {
    const child = (option.properties as Readonly<Record<string, JsonSchema>> | undefined)?.[key]
    if (!child) return false
    return has(step.endsWith('[]') ? ((child.items as JsonSchema | undefined) ?? {}) : child, rest)
  })
}

/** The same schema without references, for servers that do not follow them. */
export function withoutReferences(schema: JsonSchema): JsonSchema {
  const { $defs, ...root } = schema
  const definitions = ($defs ?? {}) as Readonly<Record<string, JsonSchema>>
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline)
    if (node === null || typeof node !== 'object') return node
    const { $ref } = node as { readonly $ref?: string }
    if (typeof $ref === 'string') return definitions[$ref.replace('#/$defs/', '')]
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]))
  }
  return inline(root) as JsonSchema
}
