import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseXml } from '../../../adapters/xml/index.ts'
import { setAt, valueAt } from '../../../core/paths.ts'
import { ExportRefused, leftOut, writeExport } from '../../export.ts'
import { updFormat } from '../../shared/trade/export/upd/index.ts'
import { personName } from '../../shared/trade/export/upd/values.ts'
import { readInvoiceXml } from '../xml/index.ts'
import { invoiceWith, RUSSIAN } from './sample-invoice.ts'

type Values = Readonly<Record<string, string | boolean>>
const context = { recordId: '11111111-2222-4333-8444-555555555555', approvedAt: '2026-03-13T10:20:30.000Z', settings: {} }
const written = (values: Values) => writeExport(updFormat, invoiceWith(values), context)
const without = (...paths: readonly string[]) => Object.fromEntries(Object.entries(RUSSIAN).filter(([path]) => !paths.includes(path)))
const readBack = (bytes: Uint8Array) => {
  const data: Record<string, unknown> = {}
  for (const { path, value } of readInvoiceXml(parseXml(Buffer.from(bytes))) ?? []) setAt(data, path, value)
  return data
}
const lacks = (values: Values) => {
  try {
    written(values)
  } catch (error) {
    if (error instanceof ExportRefused) return error.lacks.map(({ fields }) => fields[0])
    throw error
  }
  return []
}

describe('an invoice as УПД 5.03', () => {
  it('comes back with every value but the ones that the format says it leaves out', () => {
    const back = readBack(written(RUSSIAN))
    const gone = new Set(leftOut(updFormat, invoiceWith(RUSSIAN)))
    // The format has net prices and one text for an address.
    const others = new Set(['lines[0].unitPrice', 'lineAmountsIncludeTax'])
    for (const [path, value] of Object.entries(RUSSIAN))
      if (!gone.has(path) && !others.has(path) && !path.includes('.address.')) assert.equal(valueAt(back, path), value, path)
    assert.equal(valueAt(back, 'lines[0].unitPrice'), '10000')
    assert.equal(valueAt(back, 'seller.address.line1'), '125009, Москва, Тверская ул., д. 7')
  })

  it('is windows-1251, keeps other characters as references, and is called as its first attribute says', () => {
    const bytes = written({ ...RUSSIAN, 'lines[0].name': 'Кабель <3×1,5> 株 & «Ко»' })
    const text = new TextDecoder('windows-1251').decode(bytes)
    assert.match(text, /^<\?xml version="1\.0" encoding="windows-1251"\?>\n<Файл ИдФайл="([^"]+)" ВерсФорм="5\.03"/)
    assert.match(text, /НаимТов="Кабель &lt;3&#215;1,5&gt; &#26666; &amp; «Ко»"/)
    assert.equal(valueAt(readBack(bytes), 'lines[0].name'), 'Кабель <3×1,5> 株 & «Ко»')
    const id = 'ON_NSCHFDOPPR_7736050003773601001_7707083893773601001_20260313_11111111-2222-4333-8444-555555555555_0_0_0_0_0_00'
    assert.match(text, new RegExp(`ИдФайл="${id}"`))
    assert.equal(updFormat.fileName?.(invoiceWith(RUSSIAN), context), `${id}.xml`)
  })

  it('keeps accents, and wide look-alikes of quotes and brackets as the characters they are', () => {
    const name = 'Café ＂ НалСт=＂0%＂ ＜СведТов／＞ ＆amp;'
    const bytes = written({ ...RUSSIAN, 'lines[0].name': name })
    assert.equal(valueAt(readBack(bytes), 'lines[0].name'), name)
    assert.equal(valueAt(readBack(bytes), 'lines[0].taxRate'), '22')
  })

  it('writes what follows from the record: the price of one, the sum of VAT, fourteen digits of an article number', () => {
    const text = (values: Values) => new TextDecoder('windows-1251').decode(written(values))
    const hundred = { ...RUSSIAN, lineAmountsIncludeTax: false, 'lines[0].unitPrice': '1000000.00', 'lines[0].priceBaseQty': '100' }
    assert.match(text(hundred), /ЦенаТов="10000"/)
    assert.match(text({ ...without('lines[0].unitPrice'), lineAmountsIncludeTax: false }), /ЦенаТов="10000"/)
    assert.match(text(without('totals.tax')), /<СумНалВсего><СумНал>6600\.00</)
    assert.match(text({ ...RUSSIAN, 'lines[0].gtin': '4006381333931' }), /ГТИН="04006381333931"/)
    assert.doesNotMatch(text(without('lines[0].quantity', 'lines[0].unitPrice')), /ОКЕИ_Тов|КолТов/)
  })

  it('says «без НДС» for exempt lines, and that there is no contract', () => {
    const exempt = Object.fromEntries(
      Object.entries(without('contractRef.name', 'contractRef.number', 'contractRef.date')).filter(([path]) => !/tax$/.test(path)),
    )
    const text = new TextDecoder('windows-1251').decode(
      written({ ...exempt, 'lines[0].taxCategory': 'E', 'lines[0].gross': '30000.00', 'totals.gross': '30000.00' }),
    )
    assert.match(text, /НалСт="без НДС"/)
    assert.match(text, /<СумНалВсего><БезНДС>без НДС<\/БезНДС>/)
    assert.match(text, /<БезДокОснПер>1</)
  })

  it('is refused by field for what the order demands', () => {
    assert.deepEqual(lacks(without('deliveryDate')), ['deliveryDate'])
    assert.deepEqual(lacks(without('buyer.inn')), ['buyer.inn'])
    assert.deepEqual(lacks(without('signatories[0].name')), ['signatories[0].name'])
    assert.deepEqual(lacks(without('contractRef.date')), ['contractRef.date'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'lines[0].taxRate': '19' }), ['lines[0].taxRate'])
    assert.deepEqual(lacks(without('buyer.address.city', 'buyer.address.line1')), ['buyer.address.line1'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'seller.address.country': 'KZ' }), ['seller.address.country'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'seller.inn': '0012345678' }), ['seller.inn'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'seller.kpp': '77360100' }), ['seller.kpp'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'lines[0].quantity': '-3' }), ['lines[0].unitPrice', 'lines[0].quantity'])
    assert.deepEqual(lacks({ ...RUSSIAN, lineAmountsIncludeTax: false, 'lines[0].unitPrice': '0.00' }), ['lines[0].unitPrice'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'lines[0].net': '-30000.00' }), ['lines[0].unitPrice', 'lines[0].net'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'contractRef.number': '1'.repeat(256) }), ['contractRef.number'])
    assert.deepEqual(lacks({ ...RUSSIAN, 'seller.inn': '500100732259', 'seller.name': 'ООО «Образец»' }), ['seller.name'])
  })

  it('knows people by full names and by initials', () => {
    const person = { Фамилия: 'Образцов', Имя: 'И.', Отчество: 'П.' }
    assert.deepEqual(personName('Образцов И.П.'), person)
    assert.deepEqual(personName('И. П. Образцов'), person)
    assert.deepEqual(personName('ИП Примерова Анна'), { Фамилия: 'Примерова', Имя: 'Анна', Отчество: null })
    assert.equal(personName('Образцов'), null)
    assert.equal(personName('ООО Образец'), null)
  })
})
