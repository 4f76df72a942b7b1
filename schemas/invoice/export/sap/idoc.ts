import { Decimal } from '../../../../core/rules/index.ts'
import { element as el } from '../../../../core/xml-write.ts'
import { type ExportContext, type ExportFormat, type Lack, setting } from '../../../export.ts'
import { missing, refused } from '../../../shared/trade/export/lacks.ts'
import type { Invoice, InvoiceLine, InvoiceParty } from '../../schema.ts'
import { CODE_MAP, codeFor } from '../code-map.ts'
import { CREDIT_NOTE_TYPES, positiveCredit } from '../en16931/index.ts'

const NAME = /^[A-Z0-9_]{1,10}$/
const QUALIFIER = /^[0-9A-Z]{2,3}$/

/**
 * IDoc INVOIC02 as XML. Sites disagree about the qualifiers of dates and sums (some take 010 for the gross amount), so they are settings with the
 * commonest values.
 */
export const sapIdocFormat: ExportFormat<Invoice> = {
  name: 'idoc.xml',
  caption: { en: 'SAP: IDoc INVOIC02', ru: 'SAP: IDoc INVOIC02' },
  mediaType: 'application/xml; charset=utf-8',
  settings: [
    setting('sender', 'Sender: partner', 'Отправитель', NAME, 'DOCKET'),
    setting('senderPort', 'Sender: port', 'Порт отправителя', NAME, 'DOCKET'),
    setting('receiver', 'Receiver: partner', 'Получатель', NAME),
    setting('receiverPort', 'Receiver: port', 'Порт получателя', NAME),
    setting('supplierRole', 'PARVW of the supplier', 'PARVW поставщика', /^[A-Z]{2}$/, 'LF'),
    setting('dateQualifier', 'IDDAT of the invoice date', 'IDDAT даты счёта', QUALIFIER, '012'),
    setting('sumNet', 'SUMID of the net total', 'SUMID суммы без НДС', QUALIFIER, '010'),
    setting('sumGross', 'SUMID of the gross total', 'SUMID суммы с НДС', QUALIFIER, '011'),
    setting('sumTax', 'SUMID of the tax total', 'SUMID суммы НДС', QUALIFIER, '005'),
    setting('taxCodes', 'Tax codes by rate', 'Коды налога по ставкам', CODE_MAP, '19=V1,7=V2,0=V0,E=V0'),
    setting('lineNet', 'QUALF of a line net amount', 'QUALF суммы строки', QUALIFIER, '003'),
  ],
  leavesOut: [
    ...[
      'dueDate',
      'paymentTerms',
      'buyerReference',
      'contractRef',
      'precedingInvoice',
      'note',
      'deliveryDate',
      'period',
      'payee',
      'shipTo',
    ],
    ...[
      'consignor',
      'consignee',
      'payment',
      'pageSubtotals',
      'allowances',
      'charges',
      'signatories',
      'lineAmountsIncludeTax',
      'taxes[].base',
      'taxes[].type',
    ],
    'taxes[].exemptionReason',
    ...['linesNet', 'allowances', 'charges', 'prepaid', 'rounding', 'due', 'inWords', 'lineCount'].map((name) => `totals.${name}`),
    ...['seller', 'buyer'].flatMap((who) => ['tradeName', 'taxRegId', 'inn', 'kpp', 'legalId', 'contact'].map((name) => `${who}.${name}`)),
    ...[
      'description',
      'gtin',
      'unitRaw',
      'priceBaseQty',
      'allowances',
      'charges',
      'tax',
      'gross',
      'originCountry',
      'customsDecl',
      'excise',
    ].map((name) => `lines[].${name}`),
  ],
  lacks: (data, { settings }) => [...idocLacks(data), ...uncoded(data, settings)],
  write: (data, context) => new TextEncoder().encode(idoc(positiveCredit(data), context)),
}

function segment(name: string, fields: Readonly<Record<string, string | null>>, inner: readonly string[] = []): string {
  const own = Object.entries(fields).map(([field, value]) => (value === '' ? '' : el(field, value)))
  return el(name, [...own, ...inner], { SEGMENT: '1' })
}

function idoc(data: Invoice, { approvedAt, recordId, settings }: ExportContext): string {
  const day = (iso: string | null) => iso?.slice(0, 10).replaceAll('-', '') ?? null
  const sum = (qualifier: string | undefined, value: string | null) =>
    value === null ? '' : segment('E1EDS01', { SUMID: qualifier ?? '', SUMME: new Decimal(value).toFixed(2), WAERQ: data.currency })
  const control = segment('EDI_DC40', {
    TABNAM: 'EDI_DC40',
    DIRECT: '2',
    IDOCTYP: 'INVOIC02',
    MESTYP: 'INVOIC',
    SNDPOR: settings.senderPort!,
    SNDPRT: 'LS',
    SNDPRN: settings.sender!,
    RCVPOR: settings.receiverPort!,
    RCVPRT: 'LS',
    RCVPRN: settings.receiver!,
    CREDAT: day(approvedAt),
    CRETIM: approvedAt.slice(11, 19).replaceAll(':', ''),
    ARCKEY: recordId,
  })
  const body = [
    control,
    segment('E1EDK01', {
      CURCY: data.currency,
      KUNDEUINR: data.buyer.vatId,
      EIGENUINR: data.seller.vatId,
      BSART: isCredit(data) ? 'CRME' : 'INVO',
      BELNR: data.number,
    }),
    partner(settings.supplierRole!, data.seller),
    partner('RE', data.buyer),
    segment('E1EDK02', { QUALF: '009', BELNR: data.number, DATUM: day(data.issueDate) }),
    data.purchaseOrder === null ? '' : segment('E1EDK02', { QUALF: '001', BELNR: data.purchaseOrder }),
    segment('E1EDK03', { IDDAT: settings.dateQualifier!, DATUM: day(data.issueDate) }),
    ...data.taxes.map(({ category, rate, amount }) =>
      segment('E1EDK04', { MWSKZ: codeFor(settings.taxCodes!, category, rate), MSATZ: rate, MWSBT: amount }),
    ),
    ...data.lines.map((line, i) => item(line, i, settings)),
    sum(settings.sumNet, data.totals.net),
    sum(settings.sumGross, data.totals.gross),
    sum(settings.sumTax, data.totals.tax),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('INVOIC02', [el('IDOC', body, { BEGIN: '1' })])}\n`
}

function isCredit({ typeCode }: Invoice): boolean {
  return CREDIT_NOTE_TYPES.has(typeCode ?? '')
}

function partner(role: string, { name, address }: InvoiceParty): string {
  return segment('E1EDKA1', {
    PARVW: role,
    NAME1: name?.slice(0, 35) ?? null,
    NAME2: name?.slice(35, 70) ?? null,
    STRAS: address.line1?.slice(0, 35) ?? null,
    ORT01: address.city?.slice(0, 35) ?? null,
    PSTLZ: address.zip?.slice(0, 9) ?? null,
    LAND1: address.country,
  })
}

function item(line: InvoiceLine, i: number, settings: ExportContext['settings']): string {
  const amount = (qualifier: string, value: string | null) => (value === null ? '' : segment('E1EDP26', { QUALF: qualifier, BETRG: value }))
  return segment('E1EDP01', { POSEX: String((i + 1) * 10).padStart(6, '0'), MENGE: line.quantity, MENEE: line.unit }, [
    line.sellerItemId === null ? '' : segment('E1EDP19', { QUALF: '002', IDTNR: line.sellerItemId }),
    line.name === null ? '' : segment('E1EDP19', { QUALF: '001', KTEXT: line.name.slice(0, 70) }),
    amount('001', line.unitPrice),
    amount(settings.lineNet!, line.net),
    line.taxRate === null
      ? ''
      : segment('E1EDP04', { MWSKZ: codeFor(settings.taxCodes!, line.taxCategory, line.taxRate), MSATZ: line.taxRate }),
  ])
}

/** Every rate has the receiver's own code. */
function uncoded({ taxes, lines }: Invoice, settings: ExportContext['settings']): readonly Lack[] {
  const rates = [
    ...taxes.map(({ category, rate }, i) => [`taxes[${i}].rate`, category, rate] as const),
    ...lines.map(({ taxCategory, taxRate }, i) => [`lines[${i}].taxRate`, taxCategory, taxRate] as const),
  ]
  return rates.flatMap(([field, category, rate]) =>
    rate === null || !settings.taxCodes || codeFor(settings.taxCodes, category, rate) !== null
      ? []
      : [refused(field, 'MWSKZ', 'The setting taxCodes has no code for this rate.', 'В настройке taxCodes нет кода для этой ставки.')],
  )
}

function idocLacks(data: Invoice): readonly Lack[] {
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  return [
    ...gone('number', data.number),
    ...(data.number !== null && data.number.length > 35
      ? [refused('number', 'BELNR', 'At most 35 characters.', 'Не больше 35 знаков.')]
      : []),
    ...gone('issueDate', data.issueDate),
    ...gone('currency', data.currency),
    ...gone('seller.name', data.seller.name),
    ...gone('totals.gross', data.totals.gross),
    ...data.lines.flatMap((line, i) => gone(`lines[${i}].net`, line.net)),
  ]
}
