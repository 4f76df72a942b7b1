import { parseRate } from '../../../../core/values/index.ts'
import type { XmlElement } from '../../../../core/xml.ts'
import type { Normalise } from '../collect.ts'

/** @НалСт as the rate in per cent («22%», «22/122», «18,03%» → 22); null where no VAT is charged. */
export const rateValue: Normalise = ({ text }) => {
  const rate = parseRate(text)
  return rate.kind === 'rate' ? rate.rate : null
}

/** UNCL 5305 category that @НалСт stands for. */
export const rateCategory: Normalise = ({ text }) => {
  const rate = parseRate(text)
  return rate.kind === 'invalid' ? null : rate.category
}

/** Whether VAT is taken out of a gross amount (22/122): such lines have no net amount to tax. */
export function isCalculated(rate: XmlElement): boolean {
  const parsed = parseRate(rate.text)
  return parsed.kind === 'rate' && parsed.calculated
}
