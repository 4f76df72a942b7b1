import type { JsonSchema } from './port.ts'

/**
 * What makes «bound to a schema» untrue on some server, as places in words; empty = portable. Decoders quietly drop what they cannot compile
 * (`\d`, look-around, patterns without anchors, bounds of numbers), let optional keys go missing, and never end a string or a list without a bound.
 */
export function lintWireSchema(schema: JsonSchema, at = '$'): readonly string[] {
  const own = problemsOf(schema).map((problem) => `${at}: ${problem}`)
  return [...own, ...children(schema).flatMap(([name, child]) => lintWireSchema(child, `${at}.${name}`))]
}

function problemsOf(schema: JsonSchema): readonly string[] {
  const problems: string[] = []
  const { type, properties, required, additionalProperties, items, maxItems, maxLength, pattern, format } = schema
  if (type === 'object') {
    const keys = Object.keys((properties as object | undefined) ?? {})
    const listed = new Set((required as readonly string[] | undefined) ?? [])
    if (keys.some((key) => !listed.has(key))) problems.push('every key must be required; absent is null')
    if (additionalProperties !== false) problems.push('further keys must be forbidden')
  }
  if (type === 'array' && (typeof maxItems !== 'number' || items === undefined)) problems.push('a list needs items and maxItems')
  if (type === 'string' && pattern === undefined && schema.enum === undefined && typeof maxLength !== 'number')
    problems.push('a text needs maxLength, a pattern or an enum')
  if (typeof pattern === 'string') problems.push(...patternProblems(pattern))
  if (format !== undefined) problems.push('format is a hint at best; say it as a pattern')
  if (type === 'number') problems.push('bounds of numbers are not enforced; use a text with a pattern')
  if (type === 'integer' && (typeof schema.minimum !== 'number' || typeof schema.maximum !== 'number'))
    problems.push('a whole number needs minimum and maximum')
  return problems
}

function patternProblems(pattern: string): readonly string[] {
  const problems: string[] = []
  if (/\\/.test(pattern)) problems.push('backslashes in a pattern: write out classes, put signs into brackets')
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) problems.push('a pattern must be anchored on both sides')
  if (/\(\?/.test(pattern)) problems.push('no look-around and no named groups')
  if (/[*+]|\{\d+,\}/.test(pattern.replace(/\[[^\]]*\]/g, ''))) problems.push('repetition must be bounded')
  return problems
}

function children(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const maps = ['properties', '$defs'].flatMap((key) => Object.entries((schema[key] as Record<string, JsonSchema> | undefined) ?? {}))
  const lists = ((schema.anyOf as readonly JsonSchema[] | undefined) ?? []).map((each, i) => [`anyOf${i}`, each] as const)
  const items = schema.items === undefined ? [] : [['items', schema.items as JsonSchema] as const]
  return [...maps, ...lists, ...items]
}
