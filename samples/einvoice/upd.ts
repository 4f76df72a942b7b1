import type { Invoice, InvoiceLine, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { element as el } from './xml.ts'

export type UpdVersion = '5.01' | '5.03'

/**
 * A УПД (счёт-фактура with transfer document) as the tax service's exchange file: order ЕД-7-26/970@ for 5.03, ЕД-7-15/820@ for 5.01. Attributes and
 * their order follow the published schema. The invoice must be in roubles.
 */
export function updOf(invoice: Invoice, version: UpdVersion): string {
  const { number, seller, buyer, currency } = invoice
  if (currency !== 'RUB') throw new RangeError('this writer knows roubles only')
  const old = version === '5.01'
  const id = `ON_NSCHFDOPPR_${buyer.inn}${buyer.kpp}_${seller.inn}${seller.kpp}_20260312_00000000-0000-4000-8000-000000000000`
  return `<?xml version="1.0" encoding="windows-1251"?>\n${el(
    'Файл',
    [
      el(
        'Документ',
        [
          el(
            'СвСчФакт',
            [
              el('СвПрод', [...partyOf(seller, old), bankOf(invoice)]),
              el('ГрузОт', [el('ОнЖе', 'он же')]),
              el('СвПокуп', partyOf(buyer, old)),
              ...(old ? [] : [el('ДенИзм', [], { КодОКВ: '643', НаимОКВ: 'Российский рубль' })]),
              ...(old ? [el('ДопСвФХЖ1', [], { НаимОКВ: 'Российский рубль' })] : []),
            ],
            old
              ? { НомерСчФ: number ?? '', ДатаСчФ: day(invoice.issueDate), КодОКВ: '643' }
              : { НомерДок: number ?? '', ДатаДок: day(invoice.issueDate) },
          ),
          tableOf(invoice, old),
          el('СвПродПер', [el('СвПер', [basisOf(invoice, old)], { СодОпер: 'Товары переданы', ДатаПер: day(invoice.deliveryDate) })]),
          el('Подписант', old ? [el('ЮЛ', [person], { ИННЮЛ: seller.inn ?? '', Должн: 'Директор' })] : [person], {
            ...(old ? { ОблПолн: '0', Статус: '1', ОснПолн: 'Должностные обязанности' } : { Должн: 'Директор', СпосПодтПолном: '1' }),
          }),
        ],
        {
          КНД: '1115131',
          Функция: 'СЧФДОП',
          ПоФактХЖ: 'Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)',
          НаимДокОпр: 'Универсальный передаточный документ',
          ДатаИнфПр: day(invoice.issueDate),
          ВремИнфПр: '10.00.00',
          НаимЭконСубСост: seller.name ?? '',
        },
      ),
    ],
    { ИдФайл: id, ВерсФорм: version, ВерсПрог: 'Docket samples' },
  )}\n`
}

const person = el('ФИО', [], { Фамилия: 'Образцов', Имя: 'Иван', Отчество: 'Петрович' })

function day(iso: string | null): string {
  return (iso ?? '').split('-').toReversed().join('.')
}

function partyOf({ name, inn, kpp, address, contact }: InvoiceParty, old: boolean): readonly string[] {
  const phone = contact.phone ?? ''
  return [
    el('ИдСв', [el('СвЮЛУч', [], { НаимОрг: name ?? '', ИННЮЛ: inn ?? '', КПП: kpp ?? '' })]),
    el('Адрес', [
      el('АдрИнф', [], { КодСтр: '643', АдрТекст: [address.zip, address.city, address.line1].filter((part) => part !== null).join(', ') }),
    ]),
    ...(phone === '' ? [] : [old ? el('Контакт', [], { Тлф: phone }) : el('Контакт', [el('Тлф', phone)])]),
  ]
}

/** `БанкРекв` stands before `Контакт` in the schema; readers take it wherever it is. */
function bankOf({ payment }: Invoice): string {
  const { account, bik, corrAccount, bankName } = payment
  return el('БанкРекв', [el('СвБанк', [], { НаимБанк: bankName ?? '', БИК: bik ?? '', КорСчет: corrAccount ?? '' })], {
    НомерСчета: account ?? '',
  })
}

function basisOf({ contractRef }: Invoice, old: boolean): string {
  const { number, date } = contractRef
  return el(
    'ОснПер',
    [],
    old
      ? { НаимОсн: 'Договор', НомОсн: number ?? '', ДатаОсн: day(date) }
      : { РеквНаимДок: 'Договор', РеквНомерДок: number ?? '', РеквДатаДок: day(date) },
  )
}

function tableOf({ lines, totals }: Invoice, old: boolean): string {
  const free = lines.every(isExempt)
  return el('ТаблСчФакт', [
    ...lines.map((line) => lineOf(line, old)),
    el('ВсегоОпл', [el('СумНалВсего', [free ? el('БезНДС', 'без НДС') : el('СумНал', totals.tax)])], {
      СтТовБезНДСВсего: totals.net ?? '',
      СтТовУчНалВсего: totals.gross ?? '',
    }),
  ])
}

function isExempt({ taxCategory }: InvoiceLine): boolean {
  return taxCategory === 'E'
}

// Rec 20 → ОКЕИ, for the units of the catalogue.
const OKEI: Readonly<Record<string, string>> = {
  H87: '796',
  KGM: '166',
  LTR: '112',
  MTR: '006',
  HUR: '356',
  MON: '362',
  SET: '839',
  PK: '778',
}

function lineOf(line: InvoiceLine, old: boolean): string {
  const unit = line.unitRaw ?? 'шт'
  return el(
    'СведТов',
    [
      ...(old ? [] : [el('ДопСведТов', [], { КодТов: line.sellerItemId ?? '' })]),
      el('Акциз', [el('БезАкциз', 'без акциза')]),
      el('СумНал', [isExempt(line) ? el('БезНДС', 'без НДС') : el('СумНал', line.tax)]),
      ...(old ? [el('ДопСведТов', [], { КодТов: line.sellerItemId ?? '', НаимЕдИзм: unit })] : []),
    ],
    {
      НомСтр: line.no ?? '',
      НаимТов: line.name ?? '',
      ОКЕИ_Тов: OKEI[line.unit ?? ''] ?? '642',
      ...(old ? {} : { НаимЕдИзм: unit }),
      КолТов: line.quantity ?? '',
      ЦенаТов: line.unitPrice ?? '',
      СтТовБезНДС: line.net ?? '',
      НалСт: isExempt(line) ? 'без НДС' : `${line.taxRate}%`,
      СтТовУчНал: line.gross ?? '',
    },
  )
}

const TO_1251 = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]))

/** XML text as bytes in windows-1251, the encoding that the format prescribes; characters it does not have become references (`&#215;`). */
export function windows1251(xml: string): Uint8Array {
  return Uint8Array.from(
    [...xml].flatMap((character) => {
      const byte = TO_1251.get(character)
      return byte === undefined ? [...`&#${character.codePointAt(0)};`].map((digit) => digit.charCodeAt(0)) : [byte]
    }),
  )
}
