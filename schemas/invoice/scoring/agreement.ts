import type { Choice, Option } from '../../../core/extraction/choice.ts'

const CENT = 0.021

/** Log-odds that values say about each other. Chosen by hand; the margin they add to is what thresholds are set on. */
export function totalsAgreement(choice: Choice<Option>): number {
  const [net, tax, gross] = ['net', 'tax', 'gross'].map((key) => amount(choice[`totals.${key}`]))
  let score = 0
  if (net !== null && tax !== null && gross !== null) score += Math.abs(net! + tax! - gross!) < CENT ? 2.5 : -2.5
  if (tax !== null && gross !== null && tax! > 0.35 * gross!) score -= 3
  if (net !== null && gross !== null && net! > gross! + CENT) score -= 2
  // Without tax the net total is the gross total.
  if (net !== null && gross !== null && tax === null && Math.abs(net! - gross!) > CENT) score -= 0.5
  return score
}

function amount(option: Option | null | undefined): number | null {
  return option ? Math.abs(Number(option.value)) : null
}

/** Payment is due on the day of issue or later. */
export function datesAgreement({ issueDate, dueDate }: Choice<Option>): number {
  return issueDate && dueDate && dueDate.value < issueDate.value ? -3 : 0
}

/** Two fields that cannot hold the same value: seller and buyer, the invoice's number and the order's. */
export function differ(a: string, b: string): (choice: Choice<Option>) => number {
  return (choice) => (choice[a] && choice[b] && letters(choice[a].value) === letters(choice[b].value) ? -6 : 0)
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}
