import type { Localised } from '../../../../../core/finding.ts'
import { encodeSingleByte, inCharset } from '../../../../../core/single-byte.ts'
import type { ExportContext, ExportFormat } from '../../../../export.ts'
import type { TradePaper } from '../../schema.ts'
import { updLacks } from './demands.ts'
import { ACT_OF_WORK, INVOICE_AND_TRANSFER, type UpdKind } from './kinds.ts'
import { fileId, writeUpd } from './write.ts'

const PARTICIPANT = /^[0-9A-Za-z-]{0,46}$/

/**
 * The tax service's exchange file 5.03, order ЕД-7-26/970@: what 1C loads by itself. It is not signed, so it is a file for booking, no original.
 */
const formatOf = (kind: UpdKind, caption: Localised): ExportFormat<TradePaper, Uint8Array> => ({
  name: 'upd.xml',
  caption,
  mediaType: 'application/xml; charset=windows-1251',
  settings: [
    {
      name: 'sender',
      caption: { en: 'Sender id in the exchange', ru: 'Идентификатор отправителя ЭДО' },
      otherwise: '',
      pattern: PARTICIPANT,
    },
    {
      name: 'receiver',
      caption: { en: 'Receiver id in the exchange', ru: 'Идентификатор получателя ЭДО' },
      otherwise: '',
      pattern: PARTICIPANT,
    },
  ],
  leavesOut: [
    ...['dueDate', 'paymentTerms', 'buyerReference', 'purchaseOrder', 'precedingInvoice', 'payee', 'shipTo', 'consignor', 'consignee'],
    ...['payment.meansCode', 'payment.reference', 'payment.iban', 'payment.bic', 'taxes', 'pageSubtotals', 'allowances', 'charges'],
    ...['linesNet', 'allowances', 'charges', 'prepaid', 'rounding', 'due', 'inWords', 'lineCount'].map((name) => `totals.${name}`),
    ...['vatId', 'taxRegId', 'contact.name'].flatMap((name) => [`seller.${name}`, `buyer.${name}`]),
    ...['priceBaseQty', 'allowances', 'charges', 'originCountry', 'customsDecl'].map((name) => `lines[].${name}`),
  ],
  lacks: (data) => updLacks(data, kind),
  fileName: (data, context) => `${fileId(data, context)}.xml`,
  write: (data, context) => encoded(data, kind, context),
})

/** УПД: счёт-фактура with transfer document. */
export const updFormat = formatOf(INVOICE_AND_TRANSFER, { en: 'УПД 5.03 (Russian transfer document)', ru: 'УПД 5.03 (XML ФНС)' })

/** The same file with function ДОП: an act of work or services and nothing for tax. Of a paper whose `deliveryDate` is the day of acceptance. */
export const updActFormat = formatOf(ACT_OF_WORK, { en: 'УПД 5.03, function ДОП (act)', ru: 'УПД 5.03, функция ДОП (акт, XML ФНС)' })

/** The format prescribes windows-1251; what it lacks is written as character references, as XML allows. */
function encoded(data: TradePaper, kind: UpdKind, context: ExportContext): Uint8Array {
  const text = [...writeUpd(data, kind, context)].map((character) =>
    inCharset(character, 'windows-1251') ? character : `&#${character.codePointAt(0)};`,
  )
  return encodeSingleByte(text.join(''), 'windows-1251').bytes
}
