import type { JsonSchema } from './port.ts'
import type { Answer } from './read-answers.ts'

/** The reply that says these answers, by the schema of `wireSchema`: null for every other field, lists as long as their last answered row. */
export function writeAnswers(schema: JsonSchema, answers: readonly Answer[]): string {
  const byPath = new Map(answers.map(({ path, value, words }) => [path, { value, words }]))
  return JSON.stringify(written(schema, '', byPath))
}

function written(schema: JsonSchema, path: string, answers: ReadonlyMap<string, object>): unknown {
  if (schema.type === 'array') {
    const rows = [...answers.keys()].flatMap((each) =>
      each.startsWith(`${path}[`) ? [Number.parseInt(each.slice(path.length + 1), 10)] : [],
    )
    return Array.from({ length: Math.max(0, ...rows.map((row) => row + 1)) }, (_, row) =>
      written(schema.items as JsonSchema, `${path}[${row}]`, answers),
    )
  }
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined
  if (!properties) return answers.get(path) ?? null
  const at = path === '' ? '' : `${path}.`
  return Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, written(child, `${at}${key}`, answers)]))
}
