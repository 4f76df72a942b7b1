import { z } from 'zod'
import type { JsonSchema } from './port.ts'

/** A value with the numbers of its words; `path` with list indices: `lines[0].net`. */
export interface Answer {
  readonly path: string
  readonly value: string
  readonly words: readonly number[]
}

export type Answers =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  /** In words for the model; no part of its reply is repeated. */
  | { readonly kind: 'broken'; readonly problems: readonly string[] }

const MOST_PROBLEMS = 3
const MOST_LETTERS = 2_000_000

/** Parses a reply against the schema that the model was given. A fence round the JSON is forgiven, nothing else. */
export function answersReader(schema: JsonSchema): (reply: string) => Answers {
  const Reply = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema)
  return (reply) => {
    if (reply.length > MOST_LETTERS) return broken('the reply is far too long')
    let json: unknown
    try {
      json = JSON.parse(withoutFence(reply))
    } catch {
      return broken('the reply is not one complete JSON document')
    }
    const parsed = Reply.safeParse(json)
    if (parsed.success) return { kind: 'answers', answers: answersIn(parsed.data, '') }
    return broken(...parsed.error.issues.slice(0, MOST_PROBLEMS).map(({ path, code }) => `${path.join('.') || 'the reply'}: ${code}`))
  }
}

function broken(...problems: readonly string[]): Answers {
  return { kind: 'broken', problems }
}

function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text
}

function answersIn(node: unknown, path: string): readonly Answer[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => answersIn(item, `${path}[${i}]`))
  if (node === null || typeof node !== 'object') return []
  if (isAnswer(node)) return [{ path, value: node.value, words: node.words }]
  return Object.entries(node).flatMap(([key, child]) => answersIn(child, path === '' ? key : `${path}.${key}`))
}

function isAnswer(node: object): node is { readonly value: string; readonly words: readonly number[] } {
  return 'words' in node && Array.isArray(node.words) && 'value' in node && typeof node.value === 'string'
}
