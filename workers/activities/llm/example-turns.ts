import { type Example, sayAnswers } from '../../../core/llm/example.ts'
import { messagesFor } from '../../../core/llm/messages.ts'
import type { NumberedRow, NumberedWord } from '../../../core/llm/numbered-rows.ts'
import type { Message } from '../../../core/llm/port.ts'
import { writeAnswers } from '../../../core/llm/write-answers.ts'
import { type Prepared, sha256 } from './prepare.ts'

/** An approved document as a question and the reply that would have been right; null where that reply would not meet the schema. */
export function exampleTurns(
  example: Example,
  prepared: Prepared,
  say: (word: NumberedWord) => string,
): readonly [question: Message, reply: Message] | null {
  const part = { context: [], rows: example.rows }
  const question = messagesFor({ system: prepared.system, part, numbers: { part: 1, of: 1 }, mark: markOf(example.rows, say), say })[1]!
  const reply = writeAnswers(prepared.schema.json, sayAnswers(example, say))
  return prepared.readAnswers(reply).kind === 'answers' ? [question, { role: 'assistant', text: reply }] : null
}

/** Names the beginning and the end of a document in a question; nobody who wrote the document could know it. */
export function markOf(rows: readonly NumberedRow[], say: (word: NumberedWord) => string): string {
  return sha256(rows.map((row) => row.cells.flat().map(say).join(' ')).join('\n')).slice(0, 16)
}
