import type { Lack } from '../../../export.ts'
import type { Invoice } from '../../schema.ts'
import { documentDemands } from './demands/document.ts'
import { lineDemands } from './demands/lines.ts'
import { partyDemands } from './demands/parties.ts'
import { paymentDemands } from './demands/payment.ts'
import { taxDemands } from './demands/taxes.ts'
import { totalDemands } from './demands/totals.ts'
import { prepare } from './prepare.ts'

export { CREDIT_NOTE_TYPES } from './codes.ts'
export { positiveCredit } from './credit.ts'
export { prepare } from './prepare.ts'
export { CHANGE_REASON, exemptionCode } from './reasons.ts'

/** What EN 16931 (model and rules of its validation artefacts 1.3.16) demands and the record does not give. */
export function en16931Lacks(given: Invoice): readonly Lack[] {
  const data = prepare(given)
  const demands = [documentDemands, partyDemands, totalDemands, taxDemands, lineDemands, paymentDemands]
  return demands.flatMap((demand) => demand(data))
}

/** For these the norm has no place in either syntax. */
export const EN16931_LEAVES_OUT = [
  'contractRef.name',
  'contractRef.date',
  'seller.inn',
  'seller.kpp',
  'buyer.inn',
  'buyer.kpp',
  'buyer.taxRegId',
  'consignor',
  'consignee',
  'payment.bankName',
  'payment.bik',
  'payment.corrAccount',
  'totals.inWords',
  'totals.lineCount',
  'pageSubtotals',
  'lines[].unitRaw',
  'lines[].tax',
  'lines[].gross',
  'lines[].customsDecl',
  'lines[].excise',
  'signatories',
] as const
