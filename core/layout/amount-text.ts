// Two decimals, and no part of a date.
const AMOUNT = /(?<!\d[.,])\d[.,]\d{2}(?![.,]?\d)/

/** Whether a sum of money may stand in the text. */
export function hasAmount(text: string): boolean {
  return AMOUNT.test(text)
}
