import { leaves, specPath } from '../../../../../core/paths.ts'
import { Decimal } from '../../../../../core/rules/index.ts'
import type { Lack } from '../../../../export.ts'
import type { TradePaper } from '../../schema.ts'
import { refused } from '../lacks.ts'

/** What the scheme (ON_NSCHFDOPPR 5.03) allows for one value; by the record's path. A value out of these bounds would make an invalid file. */
interface Bound {
  readonly rule: string
  readonly holds: (value: string) => boolean
  readonly en: string
  readonly ru: string
}

const atMost = (rule: string, max: number): Bound => ({
  rule,
  // The scheme counts characters, and so does the spread; a code unit is not one.
  holds: (value) => [...value].length <= max,
  en: `At most ${max} characters.`,
  ru: `Не длиннее ${max} знаков.`,
})

const number = (rule: string, digits: number, decimals: number, least: (value: Decimal) => boolean, en: string, ru: string): Bound => ({
  rule,
  holds: (text) => {
    const value = new Decimal(text)
    return least(value) && value.decimalPlaces() <= decimals && value.precision(true) <= digits
  },
  en,
  ru,
})

const amount = (rule: string) =>
  number(rule, 19, 2, (value) => !value.isNegative(), 'An amount in kopecks, not below zero.', 'Сумма с копейками, не меньше нуля.')
const sum = (rule: string) => number(rule, 19, 2, () => true, 'An amount in kopecks.', 'Сумма с копейками.')
const matching = (rule: string, pattern: RegExp, en: string, ru: string): Bound => ({ rule, holds: (value) => pattern.test(value), en, ru })

// Region and office of the tax service are never 00.
const INN = /^(?!00)\d{10}(?:\d{2})?$/
const KPP = /^(?!00)\d{4}[\dA-Z]{2}\d{3}$/
const DAY = /^(?:19|20)\d{2}-/

const inn = matching('ИННЮЛ', INN, 'Ten or twelve digits, not beginning with 00.', 'Десять или двенадцать цифр, первые две не 00.')
const kpp = matching('КПП', KPP, 'Nine characters, not beginning with 00.', 'Девять знаков, первые два не 00.')
const day = (rule: string) => matching(rule, DAY, 'A day of the years 1900 to 2099.', 'День с 1900 по 2099 год.')

const BOUNDS: Readonly<Record<string, Bound>> = {
  number: atMost('НомерДок', 1000),
  issueDate: day('ДатаДок'),
  deliveryDate: day('ДатаПер'),
  'period.start': day('ДатаНачПер'),
  'period.end': day('ДатаОконПер'),
  'seller.name': atMost('НаимОрг', 1000),
  'buyer.name': atMost('НаимОрг', 1000),
  'seller.tradeName': atMost('СокрНаим', 510),
  'buyer.tradeName': atMost('СокрНаим', 510),
  'seller.inn': inn,
  'buyer.inn': inn,
  'seller.kpp': kpp,
  'buyer.kpp': kpp,
  'seller.contact.phone': atMost('Тлф', 255),
  'buyer.contact.phone': atMost('Тлф', 255),
  'seller.contact.email': atMost('ЭлПочта', 255),
  'buyer.contact.email': atMost('ЭлПочта', 255),
  'payment.account': atMost('НомерСчета', 34),
  'payment.bankName': atMost('НаимБанк', 1000),
  'payment.corrAccount': atMost('КорСчет', 34),
  'contractRef.name': atMost('РеквНаимДок', 255),
  'contractRef.number': atMost('РеквНомерДок', 255),
  'contractRef.date': day('РеквДатаДок'),
  'totals.net': sum('СтТовБезНДСВсего'),
  'totals.tax': amount('СумНалВсего'),
  'totals.gross': sum('СтТовУчНалВсего'),
  'signatories[].role': atMost('Должн', 255),
  'lines[].name': atMost('НаимТов', 2000),
  'lines[].description': atMost('ХарактерТов', 1000),
  'lines[].sellerItemId': atMost('КодТов', 100),
  'lines[].gtin': matching('ГТИН', /^\d{8,14}$/, 'Eight to fourteen digits.', 'От восьми до четырнадцати цифр.'),
  'lines[].unitRaw': atMost('НаимЕдИзм', 255),
  'lines[].quantity': number('КолТов', 26, 11, (value) => value.gt(0), 'A quantity above zero.', 'Количество больше нуля.'),
  'lines[].unitPrice': number('ЦенаТов', 26, 11, (value) => !value.isNegative(), 'Not below zero.', 'Не меньше нуля.'),
  'lines[].net': amount('СтТовБезНДС'),
  'lines[].tax': amount('СумНал'),
  'lines[].gross': amount('СтТовУчНал'),
  'lines[].excise': sum('СумАкциз'),
}

/** Every value of the record that the scheme would not take, with the scheme's own name for it. */
export function outOfBounds(data: TradePaper): readonly Lack[] {
  return leaves(data).flatMap(([path, value]) => {
    const bound = BOUNDS[specPath(path)]
    return bound === undefined || typeof value !== 'string' || bound.holds(value) ? [] : [refused(path, bound.rule, bound.en, bound.ru)]
  })
}
