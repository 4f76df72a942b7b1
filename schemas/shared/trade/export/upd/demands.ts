import type { Lack } from '../../../../export.ts'
import type { TradeLine, TradePaper } from '../../schema.ts'
import { missing, refused } from '../lacks.ts'
import { outOfBounds } from './bounds.ts'
import type { UpdKind } from './kinds.ts'
import { CURRENCIES, netPrice, personName, rateText } from './values.ts'

/** What the scheme and the order's own rules demand. Addresses are those of a счёт-фактура: the other function does without. */
export function updLacks(data: TradePaper, kind: UpdKind): readonly Lack[] {
  const { number, issueDate, currency, totals, lines, deliveryDate, period, signatories, contractRef } = data
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  const transfer = deliveryDate !== null || (period.start !== null && period.end !== null)
  const named = contractRef.number !== null || contractRef.date !== null || contractRef.name !== null
  return [
    ...gone('number', number),
    ...gone('issueDate', issueDate),
    ...gone('currency', currency),
    ...(currency !== null && !(currency in CURRENCIES)
      ? [refused('currency', 'КодОКВ', 'The code of this currency is not known.', 'Код этой валюты неизвестен.')]
      : []),
    ...(data.typeCode !== null && data.typeCode !== '380'
      ? [refused('typeCode', 'Функция', 'Only an invoice is a счёт-фактура.', 'Счётом-фактурой может быть только счёт.')]
      : []),
    ...party(data, 'seller', kind),
    ...party(data, 'buyer', kind),
    ...(transfer ? [] : [missing('deliveryDate', 'ДатаПер')]),
    ...(named && (contractRef.number === null || contractRef.date === null)
      ? [missing(contractRef.number === null ? 'contractRef.number' : 'contractRef.date', 'ОснПер')]
      : []),
    ...gone('totals.net', totals.net),
    ...gone('totals.gross', totals.gross),
    ...(signatories[0] === undefined || personName(signatories[0].name) === null ? [missing('signatories[0].name', 'Подписант')] : []),
    ...(lines.length === 0 ? [missing('lines[].name', 'СведТов')] : []),
    ...lines.flatMap((line, i) => lineLacks(line, `lines[${i}]`, data.lineAmountsIncludeTax === true)),
    ...(data.allowances.length + data.charges.length > 0
      ? [
          refused(
            ['allowances', 'charges'],
            null,
            'The document has no discounts of its own.',
            'В документе нет скидок и надбавок на весь документ.',
          ),
        ]
      : []),
    ...outOfBounds(data),
  ]
}

function party(data: TradePaper, who: 'seller' | 'buyer', kind: UpdKind): readonly Lack[] {
  const { name, inn, address } = data[who]
  const somewhere = [address.line1, address.city, address.region].some((part) => part !== null)
  return [
    ...(name === null ? [missing(`${who}.name`, 'НаимОрг')] : []),
    ...(inn === null ? [missing(`${who}.inn`, 'ИННЮЛ')] : []),
    ...(inn?.length === 12 && personName(name) === null
      ? [refused(`${who}.name`, 'ФИО', 'A sole trader is named in full.', 'У предпринимателя указываются фамилия и имя.')]
      : []),
    ...(somewhere || kind.function === 'ДОП' ? [] : [missing(`${who}.address.line1`, 'Адрес')]),
    ...(address.country !== null && address.country !== 'RU'
      ? [refused(`${who}.address.country`, 'КодСтр', 'Parties with ИНН have an address in Russia.', 'У сторон с ИНН адрес российский.')]
      : []),
  ]
}

function lineLacks(line: TradeLine, at: string, includesTax: boolean): readonly Lack[] {
  const rate = rateText(line)
  const price = line.quantity === null ? null : netPrice(line, includesTax)
  const gone = (field: string, value: string | null) => (value === null ? [missing(`${at}.${field}`)] : [])
  return [
    ...gone('name', line.name),
    ...gone('net', line.net),
    ...gone('gross', line.gross),
    ...(line.quantity !== null && (price === null || Number(price) <= 0)
      ? [refused(`${at}.unitPrice`, 'ЦенаТов', 'A quantity needs a price above zero.', 'При количестве нужна цена больше нуля.')]
      : []),
    ...(rate === null ? [refused(`${at}.taxRate`, 'НалСт', 'The format has no such rate.', 'В формате нет такой ставки.')] : []),
    ...(rate !== null && rate !== 'без НДС' ? gone('tax', line.tax) : []),
  ]
}
