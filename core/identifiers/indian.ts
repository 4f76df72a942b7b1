const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GSTIN as printed: state, PAN (five letters, four digits, a letter), number of the registration, Z, check character. */
export const GSTIN_FORM = /^(?:0[1-9]|[1-3]\d|97|99)[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/

/** Indian GST registration, 15 characters. Check character: Luhn over base 36 with factors 1, 2 from the left (GSTN, as in python-stdnum `in_.gstin`). */
export function validGstin(gstin: string): boolean {
  if (!GSTIN_FORM.test(gstin)) return false
  const sum = [...gstin.slice(0, 14)].reduce((total, character, i) => {
    const product = ALPHABET.indexOf(character) * (i % 2 === 0 ? 1 : 2)
    return total + Math.floor(product / 36) + (product % 36)
  }, 0)
  return ALPHABET[(36 - (sum % 36)) % 36] === gstin[14]
}
