import type { Field, ValueKind } from '../field.ts'
import type { Box } from '../geometry.ts'
import { specPath } from '../paths.ts'
import type { Reading } from '../reading.ts'
import { detectLocale } from '../values/index.ts'
import { groundAnswer } from './ground-answer.ts'
import { type NumberedRow, type NumberedWord, numberRows } from './numbered-rows.ts'
import type { Answer } from './read-answers.ts'

/** An approved document as a question with its right answers. */
export interface Example {
  readonly rows: readonly NumberedRow[]
  readonly answers: readonly Answer[]
}

export interface Approved {
  readonly reading: Reading
  readonly range: { readonly first: number; readonly last: number }
  readonly fields: Readonly<Record<string, Field>>
  /** Of the fields that a model is asked for. */
  readonly kinds: ReadonlyMap<string, ValueKind>
}

const LEAST_ANSWERS = 3
const LEAST_SHARE = 0.6 // of the approved values; an example that leaves out what is printed teaches to leave out

/**
 * What a model should have answered: every approved value that stands in the words of its evidence. Values that a person knew from elsewhere are left out.
 * Null where too few values can be pointed at.
 */
export function exampleOf({ reading, range, fields, kinds }: Approved): Example | null {
  const rows = numberRows(reading, range)
  const all = rows.flatMap(({ cells }) => cells.flat())
  const grounding = {
    words: new Map(all.map((word) => [word.id, word])),
    locale: detectLocale(reading.pages.flatMap(({ lines }) => lines.map(({ text }) => text))),
    said: ({ text }: NumberedWord) => text,
  }
  const approved = Object.entries(fields).flatMap(([path, field]) => {
    const kind = kinds.get(specPath(path))
    return kind === undefined || typeof field.value !== 'string' ? [] : [{ path, kind, value: field.value, evidence: field.evidence }]
  })
  const answers = approved.flatMap(({ path, kind, value, evidence }): readonly Answer[] => {
    const words = all.filter(({ page, word }) => evidence.some((at) => at.page === page && at.box !== null && holds(at.box, word.box)))
    if (words.length === 0) return []
    const answer = { path, value, words: words.map(({ id }) => id) }
    const grounded = groundAnswer(answer, kind, grounding)
    return typeof grounded === 'string' || grounded.proposal || grounded.value !== value ? [] : [answer]
  })
  return answers.length >= LEAST_ANSWERS && answers.length >= LEAST_SHARE * approved.length ? { rows, answers } : null
}

/** The middle of the word lies inside. */
function holds(box: Box, word: Box): boolean {
  const [x, y] = [(word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2]
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1
}

/** The same answers in the words as they may leave the house: surrogates are letter by letter as long as what they stand for. */
export function sayAnswers({ rows, answers }: Example, say: (word: NumberedWord) => string): readonly Answer[] {
  const words = new Map(rows.flatMap(({ cells }) => cells.flat().map((word) => [word.id, word] as const)))
  return answers.flatMap((answer): readonly Answer[] => {
    const chosen = answer.words.flatMap((id) => words.get(id) ?? [])
    const [real, said] = [chosen.map(({ text }) => text).join(' '), chosen.map(say).join(' ')]
    if (real === said) return [answer]
    const value = pieceOf(said, real, answer.value)
    return value === null ? [] : [{ ...answer, value }]
  })
}

/** The piece of `said` at the place where `real` has the letters and digits of `value`; blanks only where the value has some. */
function pieceOf(said: string, real: string, value: string): string | null {
  const places = Array.from(real, (_, i) => i).filter((i) => SIGN.test(real[i]!))
  const at = places
    .map((i) => real[i]!.toLowerCase())
    .join('')
    .indexOf(signs(value))
  if (at < 0 || signs(value) === '') return null
  const piece = said.slice(places[at], places[at + signs(value).length - 1]! + 1)
  return /\s/.test(value) ? piece : piece.replace(/\s/g, '')
}

const SIGN = /[\p{L}\p{N}]/u

function signs(text: string): string {
  return [...text]
    .filter((one) => SIGN.test(one))
    .join('')
    .toLowerCase()
}
