import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { conform } from '../../core/assess/index.ts'
import { setAt, valueAt } from '../../core/paths.ts'
import { russianActs } from '../../samples/act/russian.ts'
import { layouts } from '../../samples/layouts/index.ts'
import { createInvoice } from '../../samples/model.ts'
import { createRandom } from '../../samples/random.ts'
import { act } from '../../schemas/act/index.ts'
import { ExportRefused, writeExport } from '../../schemas/export.ts'
import { invoiceWith, RUSSIAN } from '../../schemas/invoice/export/sample-invoice.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import { updFormat } from '../../schemas/shared/trade/export/upd/index.ts'
import { brokenRules, schemeErrors } from './upd-scheme.ts'

type Values = Readonly<Record<string, string | boolean>>
const context = { recordId: '11111111-2222-4333-8444-555555555555', approvedAt: '2026-03-13T10:20:30.000Z', settings: {} }
const SELLER_IN_PERSON = { 'seller.name': 'ИП Примерова Анна Петровна', 'seller.inn': '500100732259', 'seller.legalId': '304500116000157' }
const without = (...paths: readonly string[]): Values =>
  Object.fromEntries(Object.entries(RUSSIAN).filter(([path]) => !paths.includes(path)))

/** Kinds of records that the export takes: each is another way through the writer. */
const KINDS: Readonly<Record<string, Values>> = {
  'prices with VAT': RUSSIAN,
  'a sole trader sells': { ...without('seller.kpp'), ...SELLER_IN_PERSON },
  'no VAT at all': {
    ...without('lines[0].tax', 'totals.tax'),
    'lines[0].taxCategory': 'E',
    'lines[0].gross': '30000.00',
    'totals.gross': '30000.00',
  },
  'a rate of nought': { ...RUSSIAN, 'lines[0].taxRate': '0', 'lines[0].tax': '0.00', 'lines[0].gross': '30000.00', 'totals.tax': '0.00' },
  'a total of VAT that follows from the lines': without('totals.tax'),
  'a period and no day': { ...without('deliveryDate'), 'period.start': '2026-02-01', 'period.end': '2026-02-28' },
  'no contract and no bank': without('contractRef.name', 'contractRef.number', 'contractRef.date', 'payment.account'),
  'everything that has a place': {
    ...RUSSIAN,
    note: `Первая строка\n${'о'.repeat(3000)}`,
    'seller.tradeName': 'Образец',
    'seller.contact.phone': '+7 495 000-00-00',
    'seller.contact.email': 'sales@example.com',
    'lines[0].gtin': '4006381333931',
    'lines[0].description': 'серая, 株 <3×1,5> & «Ко»',
    'lines[0].excise': '12.50',
  },
  'a unit without quantity': without('lines[0].quantity', 'lines[0].unitPrice'),
  'a price for a hundred': { ...RUSSIAN, lineAmountsIncludeTax: false, 'lines[0].unitPrice': '1000000.00', 'lines[0].priceBaseQty': '100' },
  'another currency': { ...RUSSIAN, currency: 'EUR' },
}

const NO_ADDRESS = { line1: null, line2: null, city: null, zip: null, region: null, country: null }

describe('УПД 5.03 against its scheme', () => {
  let scheme: string
  before(async () => {
    scheme = await readFile(new URL('upd-5.03.xsd', import.meta.url), 'utf8')
  })

  it('is valid for acts as well, with function ДОП', async () => {
    const format = act.exports?.find(({ name }) => name === 'upd.xml')
    assert.ok(format)
    const files = Array.from({ length: 60 }, (_, i) => {
      const layout = russianActs[i % russianActs.length]!
      const random = createRandom(`upd-act-${i}`)
      const paper = createInvoice(layout.plan(random), layout.language, random)
      // Whoever signs is not part of the model; some of the firms have no address on their acts.
      const signatories = [{ role: 'Исполнитель', name: 'Образцов Иван Петрович' }]
      const seller = i % 3 === 0 ? { ...paper.seller, address: NO_ADDRESS } : paper.seller
      const { data } = conform(act.schema, { ...paper, seller, signatories })
      const bytes = writeExport(format, data, { ...context, recordId: `act-${i}` })
      assert.ok(bytes instanceof Uint8Array)
      return { name: `act-${i}`, bytes }
    })
    assert.deepEqual(await schemeErrors(scheme, files), [])
    for (const { name, bytes } of files) assert.deepEqual(brokenRules(bytes), [], name)
  })

  it('is valid for every kind of record, and keeps the rules that the scheme states beside its types', async () => {
    const files = Object.entries(KINDS).map(([name, values]) => ({ name, bytes: writeExport(updFormat, invoiceWith(values), context) }))
    assert.deepEqual(await schemeErrors(scheme, files), [])
    for (const { name, bytes } of files) assert.deepEqual(brokenRules(bytes, `${fileNameOf(KINDS[name]!)}`), [], name)
  })

  it('is valid for every generated Russian invoice', async () => {
    const files = Array.from({ length: 200 }, (_, i) => i).flatMap((i) => {
      const layout = layouts[i % layouts.length]!
      const random = createRandom(`upd-${i}`)
      const plan = layout.plan(random)
      const invoice = createInvoice(plan, layout.language, random)
      return plan.country === 'RU' ? [{ name: `${i}-${layout.name}`, bytes: writtenOrNull(signed(invoice)) }] : []
    })
    const written = files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
    assert.ok(written.length >= 40, `only ${written.length} of ${files.length} could be written`)
    assert.deepEqual(await schemeErrors(scheme, written), [])
    for (const { name, bytes } of written) assert.deepEqual(brokenRules(bytes), [], name)
  })

  it('is refused or valid whatever stands on the record', async () => {
    const long = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2500 })
    const value = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), long, fc.constantFrom(...ODD_VALUES))
    const change = fc.tuple(fc.constantFrom(...Object.keys(RUSSIAN)), value)
    const records = fc.sample(fc.array(change, { minLength: 1, maxLength: 3 }), { numRuns: 400, seed: 503 })
    const files = records.flatMap((changes, i) => {
      const bytes = writtenOrNull(invoiceWith({ ...KINDS['everything that has a place'], ...Object.fromEntries(changes) }))
      return bytes === null ? [] : [{ name: `${i}`, bytes }]
    })
    assert.ok(files.length > 50 && files.length < 400, `${files.length} of 400 were written`)
    assert.deepEqual(await schemeErrors(scheme, files), [])
    for (const { name, bytes } of files) assert.deepEqual(brokenRules(bytes), [], JSON.stringify(records[Number(name)]))
  })

  it('would be seen to be invalid: a scheme that finds nothing proves nothing', async () => {
    const text = new TextDecoder('windows-1251').decode(writeExport(updFormat, invoiceWith(RUSSIAN), context))
    const broken = [
      text.replace(' НомерДок="УТ-17"', ''),
      text.replace('СтТовБезНДС="30000.00"', 'СтТовБезНДС="-1.00"'),
      text.replace('НалСт="22%"', 'НалСт="19%"'),
      text.replace('ДатаДок="12.03.2026"', 'ДатаДок="30.02.2026"'),
      text.replace(/(<СвПрод>.*<\/СвПрод>)(<СвПокуп>.*<\/СвПокуп>)/, '$2$1'),
      text.replace('КолТов="3"', 'КолТов="0"'),
    ]
    for (const one of broken) {
      assert.notEqual(one, text)
      assert.notDeepEqual(await schemeErrors(scheme, [{ name: 'broken', bytes: Buffer.from(one.replace('windows-1251', 'utf-8')) }]), [])
    }
  })

  it('would be seen to break a rule: each one catches the file that breaks it', () => {
    const text = new TextDecoder('windows-1251')
      .decode(writeExport(updFormat, invoiceWith(RUSSIAN), context))
      .replace('windows-1251', 'utf-8')
    const broken: readonly (readonly [rule: string, from: string | RegExp, to: string])[] = [
      ['ТаблСчФакт is there', /<ТаблСчФакт>.*<\/ТаблСчФакт>/s, ''],
      ['СвПродПер is there', /<СвПродПер>.*<\/СвПродПер>/s, ''],
      ['НаимДокОпр is there', /НаимДокОпр="[^"]*"/, ''],
      ['Адрес of СвПрод', /(<СвПрод>.*?)<Адрес>.*?<\/Адрес>/s, '$1'],
      ['Адрес of СвПокуп', /(<СвПокуп>.*?)<Адрес>.*?<\/Адрес>/s, '$1'],
      ['СтТовУчНалВсего is there', /СтТовУчНалВсего="[^"]*"/, ''],
      ['НаимТов is there', /НаимТов="[^"]*"/, ''],
      ['СтТовУчНал is there', /СтТовУчНал="[^"]*"/, ''],
      ['НаимЕдИзм where there is ОКЕИ_Тов', /НаимЕдИзм="[^"]*"/, ''],
      ['КолТов where there is ОКЕИ_Тов', /КолТов="[^"]*"/, ''],
      ['ЦенаТов above zero where there is КолТов', /ЦенаТов="[^"]*"/, 'ЦенаТов="0"'],
      ['ЦенаТов not below zero', /КолТов="[^"]*" ЦенаТов="[^"]*"/, 'ЦенаТов="-1"'],
      ['БезНДС for «без НДС» and for nothing else', /НалСт="[^"]*"/, 'НалСт="без НДС"'],
      ['ДатаПер or both days of a period', /ДатаПер="[^"]*"/, 'ДатаНачПер="01.03.2026"'],
      ['СвДоверЭл with way 3 only', 'СпосПодтПолном="1"', 'СпосПодтПолном="3"'],
      ['СвДоверБум with way 5 only', 'СпосПодтПолном="1"', 'СпосПодтПолном="5"'],
    ]
    assert.deepEqual(brokenRules(Buffer.from(text)), [])
    for (const [rule, from, to] of broken) {
      const changed = text.replace(from, to)
      assert.notEqual(changed, text, rule)
      assert.ok(brokenRules(Buffer.from(changed)).includes(rule), rule)
    }
  })
})

const ODD_VALUES = [
  '0',
  '-1',
  '-30000.00',
  '0.001',
  '1e3',
  '99999999999999999999.99',
  '1899-12-31',
  '2100-01-01',
  '0012345678',
  ' ',
  '株',
  '🧾',
]

function fileNameOf(values: Values): string {
  return updFormat.fileName!(invoiceWith(values), { ...context, settings: { sender: '', receiver: '' } })
}

/** What a Russian invoice for payment does not have and a reviewer would enter: who signed. */
function signed(invoice: Invoice): Invoice {
  const copy = structuredClone(invoice) as unknown as Record<string, unknown>
  if (valueAt(copy, 'signatories[0].name') === undefined) setAt(copy, 'signatories', [{ role: 'Директор', name: 'Образцов Иван Петрович' }])
  return copy as unknown as Invoice
}

function writtenOrNull(invoice: Invoice): Uint8Array | null {
  try {
    return writeExport(updFormat, invoice, context)
  } catch (error) {
    if (error instanceof ExportRefused) return null
    throw error
  }
}
