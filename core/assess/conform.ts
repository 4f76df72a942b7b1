import { z } from 'zod'

export interface Conformed<Data> {
  readonly data: Data
  /** Paths whose value does not fit the schema, or that the schema does not know. */
  readonly misfits: readonly string[]
}

/** Brings loose nested values into a type's shape: every leaf of the schema is there, null where nothing (fitting) was given. */
export function conform<Data>(schema: z.ZodType<Data>, loose: unknown): Conformed<Data> {
  const misfits: string[] = []
  const data = shape(schema, loose, '', misfits)
  return { data: schema.parse(data), misfits }
}

function shape(schema: unknown, loose: unknown, path: string, misfits: string[]): unknown {
  const inner = schema instanceof z.ZodReadonly ? schema.unwrap() : schema
  if (inner instanceof z.ZodObject) return shapeObject(inner, loose, path, misfits)
  if (inner instanceof z.ZodArray) {
    if (loose !== undefined && !Array.isArray(loose)) misfits.push(path)
    return Array.isArray(loose) ? Array.from(loose, (item, i) => shape(inner.element, item, `${path}[${i}]`, misfits)) : []
  }
  if (loose === undefined || loose === null) return null
  if (!(inner instanceof z.ZodType)) throw new TypeError(`No schema at ${path}`)
  const parsed = inner.safeParse(loose)
  if (parsed.success) return parsed.data
  misfits.push(path)
  return null
}

function shapeObject(schema: z.ZodObject, loose: unknown, path: string, misfits: string[]): unknown {
  const given = typeof loose === 'object' && loose !== null && !Array.isArray(loose) ? (loose as Record<string, unknown>) : {}
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (loose !== undefined && loose !== null && given !== loose) misfits.push(path)
  for (const key of Object.keys(given)) if (!(key in schema.shape)) misfits.push(at(key))
  return Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, shape(part, given[key], at(key), misfits)]))
}
