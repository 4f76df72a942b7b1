import type { Candidate, Evidence, ValueKind } from '../field.ts'
import { boundingBox, overlap } from '../geometry.ts'
import type { DocumentLocale } from '../values/index.ts'
import type { NumberedWord } from './numbered-rows.ts'
import type { Answer } from './read-answers.ts'
import { valueInWords } from './value-in-words.ts'

/** Why a model's value was not taken. */
export type Ungrounded = 'no_such_words' | 'scattered_words' | 'not_in_words'

/** What ranks a model's value among the candidates; scaled by how well the words were read. It is no probability. */
const SCORE = 0.7
const PROSE: ReadonlySet<ValueKind> = new Set(['text', 'name', 'address'])
const MOST_LINES = 8 // of one address or term
const LINE_GAP = 2.5 // line heights between two lines of one value

export interface Grounding {
  readonly words: ReadonlyMap<number, NumberedWord>
  readonly locale: DocumentLocale
  /** The word as the model saw it. */
  readonly said: (word: NumberedWord) => string
}

/**
 * The value as it is printed in the words that the model points at; the model's own writing only chooses among them. Where both differ the printed one
 * is offered to a person and never taken. Words of one value stand next to each other: nothing can be put together from pieces of a page.
 */
export function groundAnswer(answer: Answer, kind: ValueKind, { words, locale, said }: Grounding): Candidate | Ungrounded {
  const chosen = [...new Set(answer.words)].map((id) => words.get(id))
  if (chosen.length === 0 || chosen.some((word) => word === undefined)) return 'no_such_words'
  const runs = runsOf(chosen as readonly NumberedWord[])
  if (runs === null || (!PROSE.has(kind) && runs.length > 1) || !together(runs)) return 'scattered_words'
  const all = runs.flat()
  const found = valueInWords(answer.value, kind, { real: all.map(({ text }) => text).join(' '), said: all.map(said).join(' ') }, locale)
  if (found === null) return 'not_in_words'
  return {
    path: answer.path,
    value: found.value,
    raw: all.map(({ word }) => word.text).join(' '),
    source: 'llm',
    extractor: 'llm',
    score: Math.round(SCORE * legibility(all) * 1000) / 1000,
    evidence: runs.map(evidenceOf),
    ...(!found.agrees && { proposal: true }),
  }
}

/** Words by line, each line's without a gap, in reading order; null where words of a line are left out in the middle. */
function runsOf(words: readonly NumberedWord[]): readonly (readonly NumberedWord[])[] | null {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()].map((run) => run.toSorted((a, b) => a.at - b.at))
  const whole = lines.every((run) => run.every((word, i) => i === 0 || word.at - run[i - 1]!.at === 1))
  return whole ? lines.toSorted((a, b) => a[0]!.id - b[0]!.id) : null
}

/** Lines of one value follow each other down one column of one page. */
function together(runs: readonly (readonly NumberedWord[])[]): boolean {
  if (runs.length > MOST_LINES) return false
  return runs.every((run, i) => {
    if (i === 0) return true
    const [above, below] = [boxOf(runs[i - 1]!), boxOf(run)]
    const height = Math.max(above.y1 - above.y0, below.y1 - below.y0)
    const near = below.y0 - above.y1 < LINE_GAP * height && run[0]!.page === runs[i - 1]![0]!.page
    return near && overlap(above.x0, above.x1, below.x0, below.x1) > 0
  })
}

function boxOf(run: readonly NumberedWord[]) {
  return boundingBox(run.map(({ word }) => word.box))
}

function evidenceOf(run: readonly NumberedWord[]): Evidence {
  return { page: run[0]!.page, box: boxOf(run), text: run.map(({ word }) => word.text).join(' ') }
}

function legibility(words: readonly NumberedWord[]): number {
  return Math.min(1, ...words.map(({ word }) => word.confidence ?? 1))
}
