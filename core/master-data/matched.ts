import { z } from 'zod'
import { OrderMatch } from '../orders/order-match.ts'
import { Company } from './company.ts'

/**
 * Which company a party is. `known`: certain, by tax id or account; the entry stands here as it was when the document was checked, so that a later run
 * with other master data explains itself. `proposed`: for a person, best first, with how alike the names are (0..1). `unknown`: nothing resembles it.
 */
export const CompanyMatch = z
  .object({
    state: z.enum(['known', 'proposed', 'unknown']),
    by: z.enum(['taxId', 'account', 'name']).nullable(),
    company: Company.readonly().nullable(),
    proposals: z.array(z.object({ code: z.string(), name: z.string(), score: z.number().min(0).max(1) }).readonly()).readonly(),
  })
  .readonly()
export type CompanyMatch = z.infer<typeof CompanyMatch>

/** What master data says about a document; null = the organisation keeps no such list, so nothing follows from not being in it. */
export const Matched = z
  .object({ seller: CompanyMatch.nullable(), buyer: CompanyMatch.nullable(), order: OrderMatch.nullable().optional() })
  .readonly()
export type Matched = z.infer<typeof Matched>
