import type { Behind } from '../../../adapters/db/index.ts'
import { type Period, stepsOf } from '../../../core/figures/index.ts'
import { type Ask, stepOfAsk } from './ask.ts'
import { queryOf } from './asked.ts'

/** Where the documents behind a number are: of the whole period, or of the step that begins at `at`. */
export function hrefTo(ask: Ask, of: Behind['of'], part = '', at: string | null = null, type: string | null = null): string {
  const question = type === null ? ask.question : { ...ask.question, type }
  const query = queryOf(question, part === '' ? {} : { part }, at === null ? undefined : spanAt(ask, at))
  return `/figures/${of}/documents?${query}`
}

/** The days of the step that lie in the period: a week at its edge is cut. */
function spanAt(ask: Ask, at: string): Period {
  const { period } = ask.question
  const steps = stepsOf(period, stepOfAsk(ask))
  const next = steps[steps.indexOf(at) + 1] ?? period.until
  // ISO dates sort as they follow one another.
  const [until = next] = [next, period.until].toSorted()
  return { from: at < period.from ? period.from : at, until }
}
