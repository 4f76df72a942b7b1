import { type Box, overlap } from '../../core/geometry.ts'
import type { Word } from '../../core/reading.ts'

const DOUBTED = 0.5
const SURE = 0.9
const SAME_PLACE = 0.5

/**
 * Figures read by two engines. PP-OCR loses Cyrillic letters but reads figures well, so it is asked again where Tesseract read a word that is
 * mostly digits: agreement keeps the better confidence, disagreement keeps both readings and a confidence that no threshold accepts.
 */
export function withSecondOpinion(word: Word, second: readonly Word[]): Word {
  if (!mostlyDigits(word.text)) return word
  const other = second.find((w) => w.text.length > 1 && samePlace(w.box, word.box) && mostlyDigits(w.text))
  if (!other) return word
  if (digits(other.text) === digits(word.text)) return { ...word, confidence: Math.max(word.confidence ?? 0, other.confidence ?? 0) }
  const better = (other.confidence ?? 0) >= SURE ? other : word
  return {
    text: better.text,
    box: word.box,
    confidence: Math.min(DOUBTED, word.confidence ?? DOUBTED),
    otherReadings: [...(word.otherReadings ?? []), better === other ? word.text : other.text],
  }
}

function mostlyDigits(text: string): boolean {
  return 2 * digits(text).length >= text.length && text.length > 1
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}

function samePlace(a: Box, b: Box): boolean {
  const shared = overlap(a.x0, a.x1, b.x0, b.x1)
  return shared > SAME_PLACE * Math.max(a.x1 - a.x0, b.x1 - b.x0)
}
