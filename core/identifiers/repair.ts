// What OCR confuses with a digit, both ways (DOMAIN: О/O→0, З→3, б→6, В→8, l/I→1, S→5).
const CONFUSED: Readonly<Record<string, string>> = {
  О: '0',
  O: '0',
  о: '0',
  o: '0',
  З: '3',
  з: '3',
  б: '6',
  В: '8',
  B: '8',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  s: '5',
}

/**
 * Reads look-alike letters as digits, one at a time, and accepts only when **exactly one** substitution makes the identifier valid.
 * Null when nothing or more than one thing helps. The result is always shown to a person.
 */
export function repairIdentifier(text: string, valid: (id: string) => boolean | null): string | null {
  const repaired = new Set<string>()
  for (let i = 0; i < text.length; i++) {
    const digit = CONFUSED[text[i]!]
    if (digit === undefined) continue
    const id = text.slice(0, i) + digit + text.slice(i + 1)
    if (valid(id)) repaired.add(id)
  }
  return repaired.size === 1 ? [...repaired][0]! : null
}
