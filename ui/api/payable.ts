import type { ApprovedRecord, DocumentRow } from '../../adapters/db/index.ts'
import { conform } from '../../core/assess/index.ts'
import type { Localised } from '../../core/finding.ts'
import { accountKeyOf } from '../../core/master-data/index.ts'
import type { Result } from '../../core/result.ts'
import { BANK_DETAILS, secondPersonReasons } from '../../core/second-person.ts'
import type { DocumentType, Payable } from '../../schemas/define.ts'
import type { ExportFormat } from '../../schemas/export.ts'
import type { UiDeps } from '../deps.ts'

/** Why no payment order may be made. */
export type Refusal = 'not_approved' | 'two_people' | 'not_listed' | 'lacks'

export type ToPay =
  | { readonly kind: 'refused'; readonly why: Refusal; readonly lacks: readonly Localised[] }
  | {
      readonly kind: 'payable'
      readonly record: ApprovedRecord
      readonly data: unknown
      readonly format: ExportFormat
      readonly payable: Payable
    }

/** A stand-in for the person's own account: what the record lacks does not depend on it. */
const ANY_PAYER = {
  payerAccount: '0'.repeat(20),
  payerBank: '-',
  payerBik: '0'.repeat(9),
  payerCorrAccount: '0'.repeat(20),
  orderNumber: '1',
  orderDate: '',
  orderAmount: '',
  orderPurpose: '',
}

/**
 * Whether a payment order may be made of the document now. Changed bank details need two people, whatever the record says: those that had changed when
 * it was approved, and those that the list of suppliers no longer knows.
 */
export async function toPay(
  deps: UiDeps,
  organisationId: string,
  row: DocumentRow,
  type: DocumentType | undefined,
  result: Result | null,
): Promise<ToPay> {
  const refused = (why: Refusal, lacks: readonly Localised[] = []): ToPay => ({ kind: 'refused', why, lacks })
  const hasChanged = result !== null && bankChanged(result)
  const record = row.status === 'approved' ? await deps.records.latestOf(organisationId, row.id) : null
  const format = type?.exports?.find(({ name }) => name === type.payment?.format)
  if (!record || !result || !type?.payment || !format) return refused(hasChanged ? 'two_people' : 'not_approved')
  const data = conform(type.schema, record.data).data
  const payable = type.payment.of(data)
  const isTwice = await deps.paymentDrafts.twoApproved(organisationId, row.id, row.run)
  if (hasChanged && !isTwice) return refused('two_people')
  if (!isTwice && !(await isListed(deps, organisationId, result, payable))) return refused('not_listed')
  const lacks = format.lacks(data, { recordId: record.id, approvedAt: record.approvedAt, settings: ANY_PAYER })
  if (lacks.length > 0)
    return refused(
      'lacks',
      lacks.map(({ message }) => message),
    )
  return { kind: 'payable', record, data, format, payable }
}

function bankChanged({ findings }: Result): boolean {
  const reasons = secondPersonReasons({ findings, headline: { amount: null, currency: null }, hasAmount: false }, [])
  return reasons.includes(BANK_DETAILS)
}

/** True as well where the list has nothing to say: no such supplier, or none of its accounts. */
async function isListed(deps: UiDeps, organisationId: string, result: Result, { account, bik }: Payable): Promise<boolean> {
  const code = result.matched?.seller?.company?.code
  const company = code === undefined ? null : await deps.companies.get(organisationId, 'supplier', code)
  if (!company || company.accounts.length === 0 || account === null) return true
  const key = accountKeyOf(account, bik)
  return company.accounts.some((one) => accountKeyOf(one.account, one.bik) === key)
}
