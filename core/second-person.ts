import { z } from 'zod'
import type { Finding } from './finding.ts'
import type { Reason, ShownHeadline } from './result.ts'
import { dec } from './rules/index.ts'

/** Findings that no single person may wave through: whoever changes where money goes should not be alone. Not even a set aside one stops asking. */
const NEEDS_SECOND_PERSON: readonly string[] = ['BANK-CHANGED']

/** Up to this total one person is enough. `currency` '*' = every currency without a limit of its own. */
export const SecondPersonLimit = z
  .object({ currency: z.string().regex(/^([A-Z]{3}|\*)$/), amount: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/) })
  .readonly()
export type SecondPersonLimit = z.infer<typeof SecondPersonLimit>

interface ToConfirm {
  readonly findings: readonly Finding[]
  readonly headline: Pick<ShownHeadline, 'amount' | 'currency'>
  /** Documents of this type have a total; one whose total is not known may be above any limit. */
  readonly hasAmount: boolean
}

/** Why two people have to approve the document; empty = one is enough. */
export function secondPersonReasons(document: ToConfirm, limits: readonly SecondPersonLimit[]): readonly Reason[] {
  return [
    ...(document.findings.some(({ ruleId }) => NEEDS_SECOND_PERSON.includes(ruleId)) ? [BANK_DETAILS] : []),
    ...(document.hasAmount && isAboveLimit(document.headline, limits) ? [AMOUNT] : []),
  ]
}

function isAboveLimit({ amount, currency }: ToConfirm['headline'], limits: readonly SecondPersonLimit[]): boolean {
  if (limits.length === 0) return false
  const limit = limits.find((one) => one.currency === currency) ?? limits.find((one) => one.currency === '*')
  if (limit === undefined || amount === null || !/^-?\d+(\.\d+)?$/.test(amount)) return true
  return dec(amount).abs().gt(dec(limit.amount))
}

/** Two people have to approve because the money would go elsewhere than before. */
export const BANK_DETAILS: Reason = {
  code: 'second_person_bank_details',
  message: {
    en: 'The bank details differ from the known ones. Two people have to approve the document.',
    ru: 'Банковские реквизиты отличаются от известных. Документ утверждают два человека.',
  },
}
const AMOUNT: Reason = {
  code: 'second_person_amount',
  message: {
    en: 'The total is above the limit for one person, or not known. Two people have to approve the document.',
    ru: 'Сумма больше предела для одного человека или неизвестна. Документ утверждают два человека.',
  },
}
