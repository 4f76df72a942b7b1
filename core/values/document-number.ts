import { plainCharacters } from './characters.ts'
import { type DateContext, parseDate } from './date.ts'

export interface NumberAndDate {
  /** As printed: zeros and letters kept. */
  readonly number: string
  /** ISO, null when none is printed or it cannot be read for sure. */
  readonly date: string | null
}

const TITLED =
  /(?:№|N[o°º]?\.?|Nr\.?|#)\s?([\p{L}\d][\p{L}\d/\\_.-]*(?:\s?[/-]\s?[\p{L}\d]+)*)(?:\s+(?:от|from|of|dated|vom|du)\s+(.+))?$/iu

/** Reads «Счёт № 00000123 от 12.03.2026»: the number after its sign and the date that follows. */
export function parseNumberAndDate(raw: string, context: DateContext = {}): NumberAndDate | null {
  const found = TITLED.exec(plainCharacters(raw))
  if (!found) return null
  const date = found[2] ? parseDate(found[2].replace(/[,;)]+$/, ''), context) : null
  return { number: found[1]!.replace(/[.,;]+$/, ''), date: date?.kind === 'value' ? date.value : null }
}
