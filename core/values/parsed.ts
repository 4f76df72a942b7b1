/** What came of reading a printed value. `repaired`: look-alike letters were read as digits, so a person should see it. */
export type Parsed<T = string> =
  | { readonly kind: 'value'; readonly value: T; readonly repaired: boolean }
  /** More than one reading is possible; the most likely stands first. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly T[]; readonly repaired: boolean }
  | Invalid

export interface Invalid {
  readonly kind: 'invalid'
  readonly code: 'EMPTY' | 'NOT_A_NUMBER' | 'NOT_A_DATE' | 'DATE_INVALID' | 'NOT_A_RATE'
}

export function invalid(code: Invalid['code']): Invalid {
  return { kind: 'invalid', code }
}

/** The value, or the first candidate of an ambiguous one, or null. */
export function firstValue<T>(parsed: Parsed<T>): T | null {
  if (parsed.kind === 'value') return parsed.value
  return parsed.kind === 'ambiguous' ? (parsed.candidates[0] ?? null) : null
}
