import type { Candidate } from '../../../../core/field.ts'
import { currencyOf } from '../../../../core/values/index.ts'
import type { XmlElement } from '../../../../core/xml.ts'
import { all, type Collector, createCollector, money, one } from '../collect.ts'
import { attribute, russianDate } from './attribute.ts'
import { readUpdLine } from './line.ts'
import { fullName, putName, readUpdBank, readUpdParty } from './party.ts'
import { readUpdTaxes } from './taxes.ts'

/** @Функция: счёт-фактура, счёт-фактура with transfer document, transfer document alone. Reports of agents (СвРК, СвЗК) are no invoices. */
const FUNCTIONS = new Set(['СЧФ', 'СЧФДОП', 'ДОП'])

/** Whether the root is a seller's exchange file ON_NSCHFDOPPR (or its predecessor ON_SCHFDOPPR) with one of the functions above. */
export function isUpd(root: XmlElement): boolean {
  const file = attribute(root, 'ИдФайл')?.text ?? ''
  return root.name === 'Файл' && root.namespace === '' && /^ON_N?SCHFDOPPR_/.test(file) && FUNCTIONS.has(functionOf(root))
}

function functionOf(root: XmlElement): string {
  return attribute(one(root, 'Документ'), 'Функция')?.text ?? ''
}

/**
 * УПД and счёт-фактура as XML: formats 5.03 and 5.02 (order ЕД-7-26/970@) and 5.01 (order ЕД-7-15/820@), whose attributes partly bear other names
 * (left of `|` the newer one). Where a value is «-» or missing nothing is given; VAT «без НДС» is an exemption, not a zero.
 */
export function readUpd(root: XmlElement): readonly Candidate[] {
  const out = createCollector()
  const document = one(root, 'Документ')
  const invoice = one(document, 'СвСчФакт')
  const table = one(document, 'ТаблСчФакт')
  const transfer = one(document, 'СвПродПер/СвПер')
  const seller = one(invoice, 'СвПрод')
  readHeader(out, document, invoice)
  readUpdParty(out, 'seller', seller)
  readUpdBank(out, seller)
  readUpdParty(out, 'buyer', one(invoice, 'СвПокуп'))
  const shipper = one(invoice, 'ГрузОт')
  if (one(shipper, 'ОнЖе')) out.put('consignor', one(shipper, 'ОнЖе'))
  else putName(out, 'consignor', one(shipper, 'ГрузОтпр'))
  putName(out, 'consignee', one(invoice, 'ГрузПолуч'))
  readTransfer(out, transfer)
  readTotals(out, one(table, 'ВсегоОпл'))
  const lines = all(table, 'СведТов')
  lines.forEach((line, i) => {
    readUpdLine(out, `lines[${i}]`, line)
  })
  if (lines.length > 0) out.putValue('lineAmountsIncludeTax', false, lines.slice(0, 1))
  readUpdTaxes(out, lines)
  readSignatories(out, document)
  return out.candidates
}

type Part = XmlElement | undefined

function readHeader(out: Collector, document: Part, invoice: Part): void {
  const number = attribute(invoice, 'НомерДок|НомерСчФ')
  const date = attribute(invoice, 'ДатаДок|ДатаСчФ')
  const kind = attribute(document, 'Функция')
  const correction = one(invoice, 'ИспрДок|ИспрСчФ')
  out.put('number', number)
  out.put('issueDate', date, russianDate)
  if (correction) {
    // A corrected счёт-фактура replaces the one of the same number and date; the correction has a number and date of its own.
    out.putValue('typeCode', '384', [correction])
    out.put('precedingInvoice.number', number)
    out.put('precedingInvoice.date', date, russianDate)
  } else if (kind && kind.text !== 'ДОП') out.putValue('typeCode', '380', [kind])
  out.put('currency', attribute(one(invoice, 'ДенИзм') ?? invoice, 'КодОКВ'), ({ text }) => currencyOf(text))
  out.put('payment.reference', attribute(one(invoice, 'СвПРД'), 'НомерПРД'))
  const notes = all(invoice, 'ИнфПолФХЖ1/ТекстИнф').flatMap((note) => attribute(note, 'Значен') ?? [])
  const fixed = attribute(correction, 'НомИспр|НомИспрСчФ')
  const fixedOn = attribute(correction, 'ДатаИспр|ДатаИспрСчФ')
  const about = fixed && fixedOn ? [`Исправление № ${fixed.text} от ${fixedOn.text}`] : []
  if (about.length + notes.length > 0)
    out.putValue('note', [...about, ...notes.map(({ text }) => text)].join('\n'), [...(fixed ? [fixed] : []), ...notes])
}

/** «Без документа-основания» is the format's way to say that there is no contract. */
const NO_CONTRACT = /^(?:без документа|отсутств)/i

function readTransfer(out: Collector, transfer: Part): void {
  const basis = one(transfer, 'ОснПер')
  const name = attribute(basis, 'РеквНаимДок|НаимОсн')
  if (name && !NO_CONTRACT.test(name.text)) {
    out.put('contractRef.name', name)
    out.put('contractRef.number', attribute(basis, 'РеквНомерДок|НомОсн'))
    out.put('contractRef.date', attribute(basis, 'РеквДатаДок|ДатаОсн'), russianDate)
  }
  out.put('deliveryDate', attribute(transfer, 'ДатаПер'), russianDate)
  out.put('period.start', attribute(transfer, 'ДатаНачПер|ДатаНач'), russianDate)
  out.put('period.end', attribute(transfer, 'ДатаОконПер|ДатаОкон'), russianDate)
}

function readTotals(out: Collector, totals: Part): void {
  out.put('totals.net', attribute(totals, 'СтТовБезНДСВсего'), money)
  out.put('totals.tax', one(totals, 'СумНалВсего/СумНал'), money)
  out.put('totals.gross', attribute(totals, 'СтТовУчНалВсего'), money)
}

/** 5.03 names the signer's position on `Подписант` itself, 5.01 on the element of the person's kind. */
function readSignatories(out: Collector, document: Part): void {
  all(document, 'Подписант').forEach((signer, i) => {
    const kind = one(signer, 'ЮЛ|ИП|ФЛ')
    const person = one(signer, 'ФИО') ?? one(kind, 'ФИО')
    const name = fullName(person)
    out.put(`signatories[${i}].role`, attribute(signer, 'Должн') ?? attribute(kind, 'Должн'))
    if (name !== null) out.putValue(`signatories[${i}].name`, name, [person!])
  })
}
