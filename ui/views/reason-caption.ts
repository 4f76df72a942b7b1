import type { Language } from '../language.ts'
import { queueTexts } from '../texts/queues.ts'

/** A reason in a few words, by its code; a code of a newer version speaks for itself. */
export function reasonCaption(code: string, language: Language): string {
  const captions: Readonly<Record<string, string>> = queueTexts(language).reasons
  return captions[code] ?? code
}
