import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseXml } from '../../adapters/xml/index.ts'
import { conform } from '../../core/assess/index.ts'
import { setAt } from '../../core/paths.ts'
import { ExportRefused, leftOut, writeExport } from '../export.ts'
import { actExports } from './export.ts'
import { Act } from './schema.ts'

type Values = Readonly<Record<string, string | boolean>>
const context = { recordId: '11111111-2222-4333-8444-555555555555', approvedAt: '2026-04-02T10:20:30.000Z', settings: {} }
const format = (name: string) => {
  const found = actExports.find((one) => one.name === name)
  assert.ok(found, name)
  return found
}

/** A month of cleaning: 30000.00 and 22 % on it. Numbers with right check digits, of nobody. */
const ACT: Values = {
  number: '147',
  issueDate: '2026-03-31',
  currency: 'RUB',
  'contractRef.number': '22/26',
  'contractRef.date': '2026-01-15',
  'seller.name': 'ООО «Образец»',
  'seller.inn': '7707083893',
  'seller.kpp': '773601001',
  'buyer.name': 'ООО «Пример»',
  'buyer.inn': '7736050003',
  'lines[0].name': 'Уборка помещений',
  'lines[0].net': '30000.00',
  'lines[0].taxCategory': 'S',
  'lines[0].taxRate': '22',
  'lines[0].tax': '6600.00',
  'lines[0].gross': '36600.00',
  lineAmountsIncludeTax: false,
  'totals.net': '30000.00',
  'totals.tax': '6600.00',
  'totals.gross': '36600.00',
  noClaims: true,
  'signatories[0].name': 'Образцов Иван Петрович',
}
const actOf = (values: Values): Act => {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) setAt(loose, path, value)
  return conform(Act, loose).data
}
const without = (...paths: readonly string[]): Values => Object.fromEntries(Object.entries(ACT).filter(([path]) => !paths.includes(path)))
const written = (name: string, values: Values, charset = 'utf-8') => {
  const file = writeExport(format(name), actOf(values), context)
  assert.ok(file instanceof Uint8Array)
  return new TextDecoder(charset).decode(file)
}
const upd = (values: Values) => written('upd.xml', values, 'windows-1251')
const lacks = (values: Values) => {
  try {
    upd(values)
  } catch (error) {
    if (error instanceof ExportRefused) return error.lacks.map(({ fields }) => fields[0])
    throw error
  }
  return []
}

describe('an act as УПД 5.03', () => {
  it('has the function ДОП and its own title, and needs no address', () => {
    const text = upd(ACT)
    assert.match(text, /Функция="ДОП"/)
    assert.match(text, /НаимДокОпр="Акт о приемке выполненных работ \(оказанных услуг\)"/)
    assert.match(text, /НомерДок="147" ДатаДок="31\.03\.2026"/)
    assert.match(text, /СтТовБезНДСВсего="30000\.00" СтТовУчНалВсего="36600\.00"/)
    assert.doesNotMatch(text, /<Адрес>/)
    assert.ok(parseXml(Buffer.from(text.replace('windows-1251', 'utf-8'))))
  })

  it('was accepted in its period, or on its own day where it names none', () => {
    assert.match(upd(ACT), /ДатаПер="31\.03\.2026"/)
    const text = upd({ ...ACT, 'period.start': '2026-03-01', 'period.end': '2026-03-31' })
    assert.match(text, /ДатаНачПер="01\.03\.2026" ДатаОконПер="31\.03\.2026"/)
    assert.doesNotMatch(text, /ДатаПер=/)
  })

  it('is signed by the executor; of two names the position has to say which is theirs', () => {
    const two = { ...ACT, 'signatories[1].name': 'Примеров Пётр Ильич' }
    assert.deepEqual(lacks(two), ['signatories[].role'])
    const text = upd({ ...two, 'signatories[1].role': 'Исполнитель, директор' })
    assert.match(text, /<ФИО Фамилия="Примеров"/)
    assert.doesNotMatch(text, /Образцов/)
  })

  it('is refused by field for what the format demands', () => {
    assert.deepEqual(lacks(without('buyer.inn')), ['buyer.inn'])
    assert.deepEqual(lacks(without('signatories[0].name')), ['signatories[0].name'])
    assert.deepEqual(lacks(without('totals.net')), ['totals.net'])
    assert.deepEqual(lacks(without('issueDate')), ['issueDate'])
  })

  it('says what it leaves out, by the paths of an act', () => {
    assert.deepEqual(leftOut(format('upd.xml'), actOf({ ...ACT, purchaseOrder: 'PO-1' })), ['purchaseOrder', 'noClaims'])
  })
})

describe('an act for 1C', () => {
  it('is a receipt of services, with names and numbers', () => {
    const body = JSON.parse(written('1c.json', ACT))
    assert.deepEqual([body.Вид, body.НомерВходящегоДокумента, body.СуммаДокумента], ['ПоступлениеТоваровУслуг', '147', 36600])
    assert.deepEqual([body.Контрагент.ИНН, body.Организация.ИНН], ['7707083893', '7736050003'])
    assert.deepEqual([body.Строки[0].СтавкаНДС, body.Строки[0].СуммаНДС], ['НДС22', 6600])
  })

  it('has every format of the house: JSON, tables, УПД, and both of 1C', () =>
    assert.deepEqual(
      actExports.map(({ name }) => name),
      ['json', 'csv', 'xlsx', 'ru.csv', 'ru.xlsx', 'upd.xml', '1c.json', '1c-odata.json'],
    ))
})
