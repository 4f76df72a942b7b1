import type { Evidence } from '../field.ts'
import { coverage } from '../geometry.ts'
import type { Reading, Word } from '../reading.ts'

export interface Legibility {
  /** OCR confidence of the least and of the average word behind a value, 0..1. */
  readonly lowest: number
  readonly mean: number
}

/** How well the words of the evidence could be read; null where they carry no confidence (text layer, structured data). */
export function legibility(evidence: readonly Evidence[], reading: Reading): Legibility | null {
  const confidences = evidence.flatMap(({ page, box }) => {
    if (box === null) return []
    const words: readonly Word[] = reading.pages.find((one) => one.index === page)?.lines.flatMap((line) => line.words) ?? []
    return words.flatMap((word) => (word.confidence !== null && coverage(word.box, box) > 0.5 ? [word.confidence] : []))
  })
  if (confidences.length === 0) return null
  return { lowest: Math.min(...confidences), mean: confidences.reduce((sum, one) => sum + one, 0) / confidences.length }
}
