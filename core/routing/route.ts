import { z } from 'zod'
import { plainVatId } from '../identifiers/index.ts'
import type { Reason, Result } from '../result.ts'
import { dec } from '../rules/index.ts'
import { brokenParts, type KeptRule, type RoutingRule, type Standing } from './rule.ts'

/** What rules are asked about: a document as it was last read or corrected. */
export const RoutingFacts = z
  .object({
    type: z.string(),
    /** The supplier's, as they are compared. */
    taxIds: z.array(z.string()).readonly(),
    /** Its code in master data; null = it is not there for certain. */
    supplier: z.string().nullable(),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
    /** Id of the source in the intake file, or `upload`. */
    source: z.string(),
    /** Someone is to review it blindly: supplier and total are kept out, so that nobody learns them from where it went. */
    hidden: z.boolean(),
  })
  .readonly()
export type RoutingFacts = z.infer<typeof RoutingFacts>

/** The first rule that fits and that nothing is wrong with; null = none. */
export function ruleFor<R extends RoutingRule = KeptRule>(
  rules: readonly R[],
  facts: RoutingFacts,
  standing: Omit<Standing, 'types'>,
): R | null {
  return rules.find((rule) => fits(rule, facts) && brokenParts(rule, standing).length === 0) ?? null
}

function fits({ when }: RoutingRule, facts: RoutingFacts): boolean {
  return (
    (when.type === null || when.type === facts.type) &&
    (when.taxId === null || facts.taxIds.includes(plainVatId(when.taxId))) &&
    (when.supplier === null || when.supplier === facts.supplier) &&
    (when.source === null || when.source === facts.source) &&
    (when.currency === null || when.currency === facts.currency) &&
    isWithin(facts.amount, when)
  )
}

/** A credit note over −500 is as large as an invoice over 500. */
function isWithin(amount: string | null, { least, most }: RoutingRule['when']): boolean {
  if (least === null && most === null) return true
  if (amount === null || !/^-?\d+(\.\d+)?$/.test(amount)) return false
  const size = dec(amount).abs()
  return (least === null || size.gte(dec(least))) && (most === null || size.lte(dec(most)))
}

/** What a result says to the rules. */
export function routingFacts(
  { type, headline, matched, supplierTaxIds = [] }: Pick<Result, 'type' | 'headline' | 'matched' | 'supplierTaxIds'>,
  source: string,
): RoutingFacts {
  return {
    type,
    taxIds: supplierTaxIds,
    supplier: matched?.seller?.state === 'known' ? (matched.seller.company?.code ?? null) : null,
    amount: headline?.amount ?? null,
    currency: headline?.currency ?? null,
    source,
    hidden: false,
  }
}

/** What may be known of a document that somebody is to review blindly. */
export function hiddenFacts({ type, source }: RoutingFacts): RoutingFacts {
  return { type, source, taxIds: [], supplier: null, amount: null, currency: null, hidden: true }
}

/** Two people have to approve because a rule names one of them. */
export const NAMED_APPROVER: Reason = {
  code: 'second_person_named',
  message: {
    en: 'A routing rule names who has to confirm this document. Two people have to approve it.',
    ru: 'Правило маршрута называет того, кто подтверждает этот документ. Документ утверждают два человека.',
  },
}
