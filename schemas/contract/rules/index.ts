import { foldNumber } from '../../../core/identifiers/index.ts'
import { reportOf } from '../../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../../define.ts'
import type { Contract } from '../schema.ts'
import { amountRules } from './amount.ts'
import { dateRules } from './dates.ts'
import { duplicateRules } from './duplicates.ts'
import { partyRules } from './parties.ts'

/** Changes whenever a rule changes meaning. */
export const CONTRACT_RULES_VERSION = '1'

export function checkContract(data: Contract, context: RuleContext): RuleReport {
  return reportOf([...dateRules(data, context), ...partyRules(data), ...amountRules(data), ...duplicateRules(data, context)])
}

/** The same contract again: number and date, with one of its parties. */
export function contractHistoryKeys({ number, signDate, parties }: Contract): readonly { readonly kind: string; readonly key: string }[] {
  if (number === null || signDate === null) return []
  return parties.flatMap(({ inn, name }) => {
    const party = inn ?? name
    return party === null ? [] : [{ kind: 'duplicate', key: `contract|${foldNumber(number)}|${signDate}|${foldNumber(party)}` }]
  })
}

/** A contract has a title, a date and two parties. */
export function missingInContract({ title, signDate, parties }: Contract): readonly string[] {
  const named = parties.filter(({ name }) => name !== null).length
  return [
    ...(title === null ? ['title'] : []),
    ...(signDate === null ? ['signDate'] : []),
    ...(named < 2 ? [`parties[${named}].name`] : []),
  ]
}
