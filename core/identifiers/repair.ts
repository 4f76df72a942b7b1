import { DIGIT_LOOK_ALIKES } from '../values/characters.ts'

/**
 * Reads look-alike letters as digits, one at a time, and accepts only when **exactly one** substitution makes the identifier valid.
 * Null when nothing or more than one thing helps. The result is always shown to a person.
 */
export function repairIdentifier(text: string, valid: (id: string) => boolean | null): string | null {
  const repaired = new Set<string>()
  for (let i = 0; i < text.length; i++) {
    const digit = DIGIT_LOOK_ALIKES[text[i]!]
    if (digit === undefined) continue
    const id = text.slice(0, i) + digit + text.slice(i + 1)
    if (valid(id)) repaired.add(id)
  }
  return repaired.size === 1 ? [...repaired][0]! : null
}
