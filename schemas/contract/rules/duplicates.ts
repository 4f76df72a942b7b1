import { found, type Outcome } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Contract } from '../schema.ts'

/** The same number, date and party has been here before. */
export function duplicateRules({ number, signDate }: Contract, { history }: RuleContext): readonly Outcome[] {
  if (number === null || signDate === null) return []
  const same = history.some(({ data }) => data.number === number && data.signDate === signDate)
  if (!same) return []
  return [
    found('DUPLICATE-CONTRACT', 'warning', ['number', 'signDate'], {
      en: 'A contract with this number, date and party is already here.',
      ru: 'Договор с таким номером, датой и стороной уже есть.',
    }),
  ]
}
