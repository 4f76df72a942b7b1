import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { ValueKind } from '../../../core/field.ts'
import { systemText, type TypePrompt } from '../../../core/llm/messages.ts'
import type { JsonSchema } from '../../../core/llm/port.ts'
import { type Answers, answersReader } from '../../../core/llm/read-answers.ts'
import { wireSchema } from '../../../core/llm/wire-schema.ts'
import type { DocumentType } from '../../../schemas/define.ts'

/** What every question about one type has in common. */
export interface Prepared {
  readonly system: string
  readonly schema: { readonly name: string; readonly json: JsonSchema }
  readonly readAnswers: (reply: string) => Answers
  readonly kinds: ReadonlyMap<string, ValueKind>
  /** Change with every letter of prompt and schema. */
  readonly promptVersion: string
  readonly schemaVersion: string
}

const prepared = new WeakMap<DocumentType, Prepared>()

/** Throws `configuration` when the type's schema cannot be bound. */
export function prepare(type: DocumentType, prompt: TypePrompt): Prepared {
  const known = prepared.get(type)
  if (known) return known
  const fields = type.fields.filter(({ path, kind }) => kind !== 'boolean' && prompt.asks(path))
  const system = systemText(prompt, fields)
  const json = wireSchema(type.schema, fields)
  const made: Prepared = {
    system,
    schema: { name: type.name, json },
    readAnswers: answersReader(json),
    kinds: new Map(fields.map(({ path, kind }) => [path, kind])),
    promptVersion: `${type.name}-${sha256(system).slice(0, 12)}`,
    schemaVersion: sha256(canonicalJson(json)).slice(0, 12),
  }
  prepared.set(type, made)
  return made
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
