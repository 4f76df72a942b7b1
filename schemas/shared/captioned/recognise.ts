import type { ClassSigns } from '../../../core/classification/index.ts'
import { signSignals } from '../../../core/classification/signs.ts'
import type { Reading } from '../../../core/reading.ts'

/** Probability that the reading is of a type known by these signs alone: a title and some of its words. */
export function recogniseBySigns(reading: Reading, signs: ClassSigns): number {
  const [atTop = 0, title = 0, , share = 0, words = 0] = signSignals(reading, signs, null)
  return 1 / (1 + Math.exp(3.2 - 2 * atTop - 2.5 * title - 2 * share - 2 * words))
}
