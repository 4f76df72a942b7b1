import { Decimal } from '../../../../../core/rules/index.ts'
import { okeiOf } from '../../../../../core/values/index.ts'
import { element as el, group } from '../../../../../core/xml-write.ts'
import type { ExportContext } from '../../../../export.ts'
import type { TradeLine, TradePaper, TradeParty } from '../../schema.ts'
import { russianDay } from '../russian.ts'
import { FACT, type UpdKind } from './kinds.ts'
import { CURRENCIES, netPrice, personName, rateText } from './values.ts'

/** @ИдФайл and the file's name: receiver, sender, day, record. Without ids of the exchange the participants are ИНН and КПП. */
export function fileId({ seller, buyer }: TradePaper, { recordId, approvedAt, settings }: ExportContext): string {
  const own = ({ inn, kpp }: TradeParty) => `${inn ?? ''}${kpp ?? ''}`
  const day = approvedAt.slice(0, 10).replaceAll('-', '')
  return `ON_NSCHFDOPPR_${settings.receiver || own(buyer)}_${settings.sender || own(seller)}_${day}_${recordId}_0_0_0_0_0_00`
}

/** Of a record without lacks. The order of elements is the schema's (ON_NSCHFDOPPR 5.03). */
export function writeUpd(data: TradePaper, kind: UpdKind, context: ExportContext): string {
  const document = el('Документ', [invoiceOf(data), tableOf(data), transferOf(data, kind), signerOf(data)], {
    КНД: '1115131',
    Функция: kind.function,
    ПоФактХЖ: FACT,
    НаимДокОпр: kind.title,
    ДатаИнфПр: russianDay(context.approvedAt),
    ВремИнфПр: context.approvedAt.slice(11, 19).replaceAll(':', '.'),
    НаимЭконСубСост: data.seller.name,
  })
  const file = el('Файл', [document], { ИдФайл: fileId(data, context), ВерсФорм: '5.03', ВерсПрог: 'Docket' })
  return `<?xml version="1.0" encoding="windows-1251"?>\n${file}\n`
}

function invoiceOf(data: TradePaper): string {
  const { number, issueDate, note } = data
  const [КодОКВ, НаимОКВ] = CURRENCIES[data.currency!]!
  return el(
    'СвСчФакт',
    [
      el('СвПрод', partyOf(data.seller, bankOf(data)), { СокрНаим: data.seller.tradeName }),
      el('СвПокуп', partyOf(data.buyer, ''), { СокрНаим: data.buyer.tradeName }),
      el('ДенИзм', [], { КодОКВ, НаимОКВ }),
      note === null
        ? null
        : el('ИнфПолФХЖ1', [el('ТекстИнф', [], { Идентиф: 'Примечание', Значен: cut(note.replace(/\s+/g, ' '), 2000) })]),
    ],
    { НомерДок: number, ДатаДок: russianDay(issueDate!) },
  )
}

function partyOf({ name, inn, kpp, legalId, address, contact }: TradeParty, bank: string): readonly string[] {
  const person = inn?.length === 12 ? personName(name) : null
  const who = person
    ? el('СвИП', [el('ФИО', [], person)], { ИННФЛ: inn, ОГРНИП: /^\d{15}$/.test(legalId ?? '') ? legalId : null })
    : el('СвЮЛУч', [], { НаимОрг: name, ИННЮЛ: inn, КПП: kpp })
  const { zip, region, city, line1, line2 } = address
  const text = [zip, region, city, line1, line2].filter((part) => part !== null).join(', ')
  return [
    el('ИдСв', [who]),
    // An address in one text is allowed where its parts are not those of the state register.
    text === '' ? '' : el('Адрес', [el('АдрИнф', [], { КодСтр: '643', НаимСтран: 'Россия', АдрТекст: cut(text, 1000) })]),
    bank,
    group('Контакт', [el('Тлф', contact.phone), el('ЭлПочта', contact.email)]),
  ]
}

/** Characters, not code units: half of one would be none. */
function cut(text: string, max: number): string {
  return [...text].slice(0, max).join('')
}

function bankOf({ payment: { account, bik, corrAccount, bankName } }: TradePaper): string {
  if (account === null) return ''
  const bank = { НаимБанк: bankName, БИК: /^\d{9}$/.test(bik ?? '') ? bik : null, КорСчет: corrAccount }
  return el('БанкРекв', [el('СвБанк', [], bank)], { НомерСчета: account })
}

function tableOf(data: TradePaper): string {
  const { lines, totals } = data
  const free = lines.every((line) => rateText(line) === 'без НДС')
  const tax = free ? el('БезНДС', 'без НДС') : el('СумНал', totals.tax ?? taxOf(lines))
  return el('ТаблСчФакт', [
    ...lines.map((line, i) => lineOf(line, i, data.lineAmountsIncludeTax === true)),
    el('ВсегоОпл', [el('СумНалВсего', [tax])], { СтТовБезНДСВсего: totals.net, СтТовУчНалВсего: totals.gross }),
  ])
}

/** Where the total is not stated, it is that of the lines: each has its tax. */
function taxOf(lines: readonly TradeLine[]): string {
  return lines.reduce((sum, { tax }) => sum.plus(tax ?? 0), new Decimal(0)).toFixed(2)
}

// «Code not given»: the format's way to say that ОКЕИ does not have the unit.
const NO_OKEI = '0000'

function lineOf(line: TradeLine, index: number, includesTax: boolean): string {
  const rate = rateText(line)
  const hasUnit = line.unitRaw !== null || line.unit !== null
  // A code of the unit demands a quantity; shorter article numbers stand in fourteen digits with noughts before them (GS1).
  const code = hasUnit && line.quantity !== null ? ((line.unit && okeiOf(line.unit)) ?? NO_OKEI) : null
  const more = { КодТов: line.sellerItemId, ГТИН: line.gtin?.padStart(14, '0') ?? null, ХарактерТов: line.description }
  return el(
    'СведТов',
    [
      Object.values(more).some((value) => value !== null) ? el('ДопСведТов', [], more) : null,
      el('Акциз', [line.excise === null ? el('БезАкциз', 'без акциза') : el('СумАкциз', line.excise)]),
      el('СумНал', [rate === 'без НДС' ? el('БезНДС', 'без НДС') : el('СумНал', line.tax)]),
    ],
    {
      НомСтр: String(index + 1),
      НаимТов: line.name,
      ОКЕИ_Тов: code,
      НаимЕдИзм: hasUnit ? (line.unitRaw ?? line.unit) : null,
      КолТов: line.quantity,
      ЦенаТов: netPrice(line, includesTax),
      СтТовБезНДС: line.net,
      НалСт: rate,
      СтТовУчНал: line.gross,
    },
  )
}

function transferOf({ deliveryDate, period, contractRef }: TradePaper, kind: UpdKind): string {
  const day = (iso: string | null) => (iso === null ? null : russianDay(iso))
  const basis =
    contractRef.number === null
      ? el('БезДокОснПер', '1')
      : el('ОснПер', [], {
          РеквНаимДок: contractRef.name ?? 'Договор',
          РеквНомерДок: contractRef.number,
          РеквДатаДок: day(contractRef.date),
        })
  return el('СвПродПер', [
    el('СвПер', [basis], {
      СодОпер: kind.operation,
      ДатаПер: day(deliveryDate),
      ДатаНачПер: day(period.start),
      ДатаОконПер: day(period.end),
    }),
  ])
}

function signerOf({ signatories: [signer] }: TradePaper): string {
  return el('Подписант', [el('ФИО', [], personName(signer?.name ?? null) ?? {})], { Должн: signer?.role ?? null, СпосПодтПолном: '1' })
}
