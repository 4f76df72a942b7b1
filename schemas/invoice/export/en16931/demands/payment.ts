import type { Lack } from '../../../../export.ts'
import { missing } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../../schema.ts'
import { unknownCode } from './document.ts'

// UNTDID 4461: 1…78 and 91…98 with gaps, and ZZZ (BR-CL-16).
const MEANS = /^(?:[1-9]|[1-6][0-9]|70|7[4-8]|9[1-8]|ZZZ)$/

export function paymentDemands({ payment }: Invoice): readonly Lack[] {
  const { meansCode, iban, account } = payment
  const transfer = meansCode === '30' || meansCode === '58'
  return [
    ...(transfer && iban === null && account === null ? [missing('payment.iban', 'BR-61')] : []),
    ...(meansCode !== null && !MEANS.test(meansCode) ? [unknownCode('payment.meansCode', 'BR-CL-16')] : []),
  ]
}
