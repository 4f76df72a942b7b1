import { z } from 'zod'
import type { Reading } from '../reading.ts'
import { PAGE_SIGNALS, pageSignals } from './page-signals.ts'
import { type ClassSigns, SIGN_SIGNALS, signSignals } from './signs.ts'

export { PAGE_SIGNALS } from './page-signals.ts'
export { type ClassSigns, linesSpeakingFor, SIGN_SIGNALS } from './signs.ts'

/**
 * Conditional logit: the score of a kind of paper is `signs` · its signs + `pages[kind]` · what the paper looks like. A kind that was not trained on
 * has no weights of the second sort and is known by its signs.
 */
export const ClassifierModel = z
  .object({
    version: z.string(),
    signs: z.record(z.string(), z.number()),
    pages: z.record(z.string(), z.record(z.string(), z.number())),
  })
  .readonly()
export type ClassifierModel = z.infer<typeof ClassifierModel>

export interface ToTell {
  readonly name: string
  readonly signs: ClassSigns
  /** What the type that reads this kind thinks of the reading, 0..1; null = it says nothing. */
  readonly judgement: number | null
}

/** A kind of paper and how likely it is, 0..1. */
export interface Guess {
  readonly name: string
  readonly probability: number
}

/** What the model sees of a reading: the signals of every kind and of the pages. */
export function signalsOf(reading: Reading, classes: readonly ToTell[]) {
  return {
    pages: pageSignals(reading),
    signs: new Map(classes.map(({ name, signs, judgement }) => [name, signSignals(reading, signs, judgement)])),
  }
}

/** All kinds, the likeliest first; probabilities add up to 1. Nothing on the pages = nothing to tell, an empty list. */
export function tellClass(reading: Reading, classes: readonly ToTell[], model: ClassifierModel): readonly Guess[] {
  if (reading.pages.every(({ lines, codes = [] }) => lines.length === 0 && codes.length === 0)) return []
  const signals = signalsOf(reading, classes)
  const scores = classes.map(({ name }) => ({ name, score: scoreOf(name, signals.signs.get(name)!, signals.pages, model) }))
  const most = Math.max(...scores.map(({ score }) => score))
  const weights = scores.map(({ name, score }) => ({ name, weight: Math.exp(score - most) }))
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  return weights.map(({ name, weight }) => ({ name, probability: weight / all })).sort((a, b) => b.probability - a.probability)
}

function scoreOf(name: string, signs: readonly number[], pages: readonly number[], model: ClassifierModel): number {
  const own = model.pages[name] ?? {}
  const shown = SIGN_SIGNALS.reduce((sum, signal, i) => sum + (model.signs[signal] ?? 0) * signs[i]!, 0)
  return PAGE_SIGNALS.reduce((sum, signal, i) => sum + (own[signal] ?? 0) * pages[i]!, shown)
}
