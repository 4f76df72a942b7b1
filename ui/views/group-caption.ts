import type { Language } from '../language.ts'
import { fieldGroupTexts } from '../texts/field-groups.ts'

/** Heading of a group or a table of fields; a type of the user's own may have others, which name themselves. */
export function groupCaption(name: string, language: Language): string {
  const captions: Readonly<Record<string, string>> = fieldGroupTexts(language)
  return captions[name] ?? name
}
