/** Digits of a text that is all digits. */
export function digitsOf(text: string): readonly number[] {
  return [...text].map(Number)
}

/** Σ wᵢ·dᵢ; weights repeat when there are fewer than digits. */
export function weighted(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, i) => sum + digit * weights[i % weights.length]!, 0)
}

/** Remainder of a long number of digits and letters (A = 10 … Z = 35) modulo 97: ISO 7064 MOD 97-10 of IBAN, RF and LEI. */
export function mod97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** Luhn (ISO/IEC 7812-1): cards, SIREN, Italian VAT ids. */
export function luhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? digit : digit * 2
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** GS1 mod 10: weights 3, 1 from the digit left of the check digit. */
export function gs1(digits: readonly number[]): boolean {
  return digits.toReversed().reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0
}

/** ISO 7064 MOD 11,10 over all digits, check digit last: German VAT ids, Croatian OIB. */
export function mod11and10(digits: readonly number[]): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === digits.at(-1)
}
