import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parseXml } from '../../../adapters/xml/index.ts'
import { ExportRefused, writeExport } from '../../export.ts'
import { all, one } from '../xml/collect.ts'
import { invoiceExports } from './index.ts'
import { bytesIn, GERMAN, invoiceWith, RUSSIAN } from './sample-invoice.ts'

type Values = Readonly<Record<string, string | boolean>>

const written = (name: string, values: Values, settings: Readonly<Record<string, string>> = {}) =>
  bytesIn(
    writeExport(invoiceExports.find((format) => format.name === name)!, invoiceWith(values), {
      recordId: '11111111-2222-4333-8444-555555555555',
      approvedAt: '2026-03-13T10:20:30.000Z',
      settings,
    }),
  )
const without = (values: Values, ...paths: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([path]) => !paths.includes(path)))
const lacks = (...args: Parameters<typeof written>) => {
  try {
    written(...args)
  } catch (error) {
    if (error instanceof ExportRefused) return [...new Set(error.lacks.flatMap(({ fields }) => fields))]
    throw error
  }
  return []
}

const PAYER = {
  payerAccount: '40702810900000000002',
  payerBank: 'АО Другой банк',
  payerBik: '044525974',
  payerCorrAccount: '30101810145250000974',
}

describe('a payment order for banks (1CClientBankExchange)', () => {
  // Order and names of the lines: the format's description, version 1.03.
  const EXPECTED = `1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
Отправитель=Docket
Получатель=
ДатаСоздания=13.03.2026
ВремяСоздания=10:20:30
ДатаНачала=14.03.2026
ДатаКонца=14.03.2026
РасчСчет=40702810900000000002
Документ=Платежное поручение
СекцияДокумент=Платежное поручение
Номер=7
Дата=14.03.2026
Сумма=36600.00
ПлательщикСчет=40702810900000000002
Плательщик=ИНН 7736050003 ООО «Пример»
ПлательщикИНН=7736050003
ПлательщикКПП=773601001
Плательщик1=ООО «Пример»
ПлательщикРасчСчет=40702810900000000002
ПлательщикБанк1=АО Другой банк
ПлательщикБИК=044525974
ПлательщикКорсчет=30101810145250000974
ПолучательСчет=40702810938000000001
Получатель=ИНН 7707083893 ООО «Образец»
ПолучательИНН=7707083893
ПолучательКПП=773601001
Получатель1=ООО «Образец»
ПолучательРасчСчет=40702810938000000001
ПолучательБанк1=ПАО Банк
ПолучательБИК=044525225
ПолучательКорсчет=30101810400000000225
ВидОплаты=01
Код=0
Очередность=5
НазначениеПлатежа=Оплата по счету № УТ-17 от 12.03.2026 по договору № 12/26. В том числе НДС 22% - 6600.00
КонецДокумента
КонецФайла
`
  const settings = { ...PAYER, orderNumber: '7', orderDate: '2026-03-14' }

  it('is written in windows-1251 with CRLF', () => {
    const bytes = written('1c-bank.txt', RUSSIAN, settings)
    assert.equal(new TextDecoder('windows-1251').decode(bytes), EXPECTED.replaceAll('\n', '\r\n'))
    assert.equal(bytes.length, EXPECTED.replaceAll('\n', '\r\n').length)
  })

  it('says so when there is no VAT', () => {
    const free = { ...RUSSIAN, 'taxes[0].category': 'E', 'taxes[0].rate': '', 'taxes[0].amount': '', 'totals.tax': '' }
    const text = new TextDecoder('windows-1251').decode(
      written('1c-bank.txt', Object.fromEntries(Object.entries(free).filter(([, value]) => value !== '')), settings),
    )
    assert.match(text, /НазначениеПлатежа=.*\. НДС не облагается\r\n/)
  })

  it('cannot be given further lines by a value', () => {
    const text = new TextDecoder('windows-1251').decode(written('1c-bank.txt', { ...RUSSIAN, 'seller.name': 'А\r\nСумма=1' }, settings))
    assert.equal(text.match(/^Сумма=/gm)?.length, 1)
  })

  it('is refused without bank, ИНН or roubles, and for what windows-1251 cannot say', () => {
    assert.deepEqual(lacks('1c-bank.txt', without(RUSSIAN, 'payment.bik', 'seller.inn'), settings), ['payment.bik', 'seller.inn'])
    assert.deepEqual(lacks('1c-bank.txt', { ...RUSSIAN, currency: 'EUR' }, settings), ['currency'])
    assert.deepEqual(lacks('1c-bank.txt', { ...RUSSIAN, 'seller.name': '株式会社' }, settings), ['seller.name'])
    assert.deepEqual(lacks('1c-bank.txt', { ...RUSSIAN, 'payment.account': '4070281' }, settings), ['payment.account'])
    assert.throws(() => written('1c-bank.txt', RUSSIAN, {}), /payerAccount/)
  })

  const parser = spawnSync('python3', ['-c', 'import client_bank_1c']).status === 0
  it('is read by another program', { skip: parser ? false : 'python3 with client-bank-1c is not here' }, () => {
    const dir = mkdtempSync(join(tmpdir(), 'docket-bank-'))
    try {
      writeFileSync(join(dir, 'order.txt'), written('1c-bank.txt', RUSSIAN, settings))
      const code = `import sys, json, client_bank_1c
with open(sys.argv[1], encoding='cp1251') as f: order = client_bank_1c.load(f).documents[0]
json.dump([str(order['Сумма']), order['ПолучательИНН'], order['ПолучательБИК'], str(order['Дата'])], sys.stdout)`
      const { stdout, stderr } = spawnSync('python3', ['-c', code, join(dir, 'order.txt')])
      assert.equal(stderr.toString(), '')
      assert.deepEqual(JSON.parse(stdout.toString()), ['36600.00', '7707083893', '044525225', '2026-03-14'])
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e'
const KEYS = { organisationKey: KEY, contractorKey: KEY, contractKey: KEY, currencyKey: KEY, itemKey: KEY }

describe('1C documents', () => {
  it('are a receipt for the OData interface with 1C’s names, rates and numbers', () => {
    const body = JSON.parse(Buffer.from(written('1c-odata.json', RUSSIAN, KEYS)).toString('utf8'))
    assert.deepEqual(body, {
      Date: '2026-03-13T10:20:30',
      Posted: false,
      Организация_Key: KEY,
      Контрагент_Key: KEY,
      ДоговорКонтрагента_Key: KEY,
      ВалютаДокумента_Key: KEY,
      НомерВходящегоДокумента: 'УТ-17',
      ДатаВходящегоДокумента: '2026-03-12T00:00:00',
      СуммаДокумента: 36600,
      СуммаВключаетНДС: true,
      Комментарий: 'Docket 11111111-2222-4333-8444-555555555555',
      Услуги: [
        {
          LineNumber: '1',
          Номенклатура_Key: KEY,
          Содержание: 'Реле времени',
          Количество: 3,
          Цена: 12200,
          Сумма: 36600,
          СтавкаНДС: 'НДС22',
          СуммаНДС: 6600,
        },
      ],
    })
  })

  it('name counterparties by ИНН and КПП for the HTTP service', () => {
    const body = JSON.parse(Buffer.from(written('1c.json', RUSSIAN)).toString('utf8'))
    assert.deepEqual([body.Контрагент.ИНН, body.Контрагент.КПП, body.Строки[0].Артикул], ['7707083893', '773601001', '007'])
    assert.deepEqual([body.Строки[0].СтавкаНДС, body.СуммаБезНДС, body.СуммаНДС, body.СуммаВключаетНДС], ['НДС22', 30000, 6600, true])
  })

  it('are refused for rates that 1C does not have, unknown sellers and lines without amounts', () => {
    assert.deepEqual(lacks('1c.json', { ...RUSSIAN, 'lines[0].taxRate': '19' }), ['lines[0].taxRate'])
    assert.deepEqual(lacks('1c.json', without(RUSSIAN, 'seller.inn')), ['seller.inn'])
    assert.deepEqual(lacks('1c.json', without(RUSSIAN, 'lines[0].gross')), ['lines[0].gross'])
    assert.throws(() => written('1c-odata.json', RUSSIAN, { ...KEYS, itemKey: 'x' }), /itemKey/)
  })
})

describe('a DATEV posting batch', () => {
  const settings = { consultant: '1001', client: '42', yearStart: '20260101', account: '4930', supplierAccount: '70001' }
  const lines = (values: Values) => new TextDecoder('windows-1252').decode(written('datev.csv', values, settings)).split('\r\n')

  it('has the header of 31 fields and 116 columns of the format 700, category 21, version 9', () => {
    const [head, names, ...rows] = lines(GERMAN)
    assert.equal(head!.split(';').length, 31)
    assert.match(
      head!,
      /^"EXTF";700;21;"Buchungsstapel";9;20260313102030000;;"";"Docket";"";1001;42;20260101;4;20260312;20260312;"Docket";"";1;0;0;"EUR";/,
    )
    assert.equal(names!.split(';').length, 116)
    assert.deepEqual([names!.split(';')[9], names!.split(';')[10], names!.split(';')[113]], ['Belegdatum', 'Belegfeld 1', 'Festschreibung'])
    assert.equal(rows.length, 3)
    for (const row of rows.slice(0, 2)) assert.equal(row.split(';').length, 116)
  })

  it('books every rate gross with its tax key, day and month, number and supplier', () => {
    const [, , first, second] = lines(GERMAN)
    // 190.00 + 36.10 and 50.00 + 3.50; keys 9 and 8 are input VAT of 19 and 7 per cent.
    assert.match(first!, /^226,10;"S";"EUR";;;"";4930;70001;"9";1203;"RE-7";"";;"Muster & Söhne GmbH";/)
    assert.match(second!, /^53,50;"S";"EUR";;;"";4930;70001;"8";1203;"RE-7";/)
  })

  it('books a credit note on the other side, always with a positive amount', () => {
    assert.match(lines({ ...GERMAN, typeCode: '381' })[2]!, /^226,10;"H";/)
  })

  it('is refused for numbers, currencies and rates that it cannot hold', () => {
    assert.deepEqual(lacks('datev.csv', { ...GERMAN, number: 'УТ-17' }, settings), ['number'])
    assert.deepEqual(lacks('datev.csv', { ...GERMAN, currency: 'USD' }, settings), ['currency'])
    assert.deepEqual(lacks('datev.csv', { ...GERMAN, 'taxes[1].rate': '10' }, settings), ['taxes[1].rate'])
    assert.deepEqual(lacks('datev.csv', { ...GERMAN, 'totals.gross': '300.00' }, settings), [
      'totals.gross',
      'taxes[].base',
      'taxes[].amount',
    ])
  })
})

describe('SAP documents', () => {
  const settings = { companyCode: '1010', invoicingParty: '17300001' }
  const plain: Values = without(
    Object.fromEntries(Object.entries(GERMAN).filter(([path]) => !/^charges|totals\.charges/.test(path))),
    'payment.reference',
  )

  it('are a supplier invoice against its purchase order, with the names and lengths of the service', () => {
    const body = JSON.parse(Buffer.from(written('sap.json', plain, settings)).toString('utf8'))
    assert.equal(body.CompanyCode, '1010')
    // 12 March 2026, midnight UTC, in milliseconds.
    assert.equal(body.DocumentDate, '/Date(1773273600000)/')
    assert.equal(body.NetPaymentDays, '30')
    assert.deepEqual(
      [body.SupplierInvoiceIDByInvcgParty, body.InvoiceGrossAmount, body.SupplierInvoiceIsCreditMemo],
      ['RE-7', '279.60', ''],
    )
    assert.deepEqual(body.to_SuplrInvcItemPurOrdRef[0], {
      SupplierInvoiceItem: '000001',
      PurchaseOrder: 'PO-1',
      PurchaseOrderItem: '00010',
      DocumentCurrency: 'EUR',
      SupplierInvoiceItemAmount: '180.00',
      QuantityInPurchaseOrderUnit: '10.000',
      PurchaseOrderQtyUnitISOCode: 'PK',
      TaxCode: 'V1',
      SupplierInvoiceItemText: 'Papier A4',
    })
    assert.deepEqual(body.to_SupplierInvoiceTax[1], {
      TaxCode: 'V2',
      DocumentCurrency: 'EUR',
      TaxAmount: '3.50',
      TaxBaseAmountInTransCrcy: '50.00',
    })
  })

  it('go to a G/L account where one is set', () => {
    const body = JSON.parse(Buffer.from(written('sap.json', plain, { ...settings, glAccount: '400000' })).toString('utf8'))
    assert.equal(body.to_SuplrInvcItemPurOrdRef, undefined)
    assert.deepEqual(
      [body.to_SupplierInvoiceItemGLAcct[0].GLAccount, body.to_SupplierInvoiceItemGLAcct[0].DebitCreditCode],
      ['400000', 'S'],
    )
  })

  it('are refused for numbers over sixteen characters, without an order, and with discounts that no item holds', () => {
    assert.deepEqual(lacks('sap.json', { ...plain, number: '12345678901234567' }, settings), ['number'])
    assert.deepEqual(lacks('sap.json', without(plain, 'purchaseOrder'), settings), ['purchaseOrder'])
    assert.deepEqual(lacks('sap.json', GERMAN, settings), ['allowances', 'charges'])
  })

  it('are an IDoc INVOIC02 whose qualifiers the site sets', () => {
    const bytes = written('idoc.xml', plain, { receiver: 'ERPCLNT100', receiverPort: 'SAPERP', sumGross: '010', sumNet: '002' })
    const idoc = one(parseXml(Buffer.from(bytes)), 'IDOC')
    const sums = all(idoc, 'E1EDS01').map((s) => [one(s, 'SUMID')?.text, one(s, 'SUMME')?.text])
    assert.deepEqual(sums, [
      ['002', '240.00'],
      ['010', '279.60'],
      ['005', '39.60'],
    ])
    assert.deepEqual(
      all(idoc, 'E1EDKA1').map((p) => [one(p, 'PARVW')?.text, one(p, 'NAME1')?.text]),
      [
        ['LF', 'Muster & Söhne GmbH'],
        ['RE', 'Beispiel AG'],
      ],
    )
    assert.equal(one(idoc, 'E1EDP01/POSEX')?.text, '000010')
    assert.deepEqual(lacks('idoc.xml', plain, { receiver: 'A', receiverPort: 'B', taxCodes: '19=V1' }), [
      'taxes[1].rate',
      'lines[1].taxRate',
    ])
    assert.equal(one(idoc, 'E1EDK03/DATUM')?.text, '20260312')
    assert.deepEqual(
      idoc!.children.map(({ name }) => name).filter((name, i, names) => name !== names[i - 1]),
      ['EDI_DC40', 'E1EDK01', 'E1EDKA1', 'E1EDK02', 'E1EDK03', 'E1EDK04', 'E1EDP01', 'E1EDS01'],
    )
  })
})
