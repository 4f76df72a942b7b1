import type { Figures } from '../../../adapters/db/index.ts'
import { type Step, stepOf } from '../../../core/figures/index.ts'
import type { Language } from '../../language.ts'
import type { Question } from './asked.ts'

/** Who asks, and what about: all that a figure needs to be counted and told. */
export interface Ask {
  readonly figures: Figures
  readonly organisationId: string
  readonly userId: string
  readonly question: Question
  readonly language: Language
  readonly types: readonly { readonly name: string; readonly caption: string }[]
}

export function stepOfAsk({ question }: Ask): Step {
  return stepOf(question.period)
}

/** What a document type is called; '' was never told. */
export function typeCaption({ types }: Ask, name: string, unknown: string): string {
  return types.find((type) => type.name === name)?.caption ?? (name === '' ? unknown : name)
}
