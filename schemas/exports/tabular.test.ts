import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { crc32, withoutFormulas } from '../../core/spreadsheet/index.ts'
import { writeExport } from '../export.ts'
import { invoiceExports } from '../invoice/export/index.ts'
import { bytesIn, GERMAN, invoiceWith } from '../invoice/export/sample-invoice.ts'
import { FORMULA_PAYLOADS } from './formula-payloads.ts'

const context = { recordId: '00042', approvedAt: '2026-03-13T10:00:00Z', settings: {} }
const bytesOf = (name: string, values: Readonly<Record<string, string | boolean>>) =>
  bytesIn(writeExport(invoiceExports.find((format) => format.name === name)!, invoiceWith(values), context))
const text = (name: string, values: Readonly<Record<string, string | boolean>>) => Buffer.from(bytesOf(name, values)).toString('utf8')

const dir = mkdtempSync(join(tmpdir(), 'docket-tabular-'))
after(() => rmSync(dir, { recursive: true, force: true }))

describe('CSV', () => {
  it('is RFC 4180 in English: comma, point, ISO dates, CRLF', () => {
    const [head, first, second, end] = text('csv', { ...GERMAN, 'totals.rounding': '-0.05', note: 'a "b"' }).split('\r\n')
    assert.equal(end, '')
    assert.match(head!, /^id,Invoice number,Invoice date,/)
    assert.match(head!, /,Seller: Name,.*,Buyer: Name,.*,Item: Net,/)
    assert.match(first!, /^00042,RE-7,2026-03-12,380,EUR,2026-04-11,/)
    assert.match(first!, /,"a ""b""",/)
    assert.match(first!, /,-0\.05,279\.60,/)
    assert.equal(first!.split('Papier A4')[0], second!.replace(/,2,Kalender.*/, ',1,'))
  })

  it('is what Excel in Russia opens: byte order mark, semicolon, decimal comma, ДД.ММ.ГГГГ', () => {
    const [head, first] = text('ru.csv', GERMAN).split('\r\n')
    assert.match(head!, /^\ufeffid;Номер счёта;Дата счёта;/)
    assert.match(first!, /^00042;RE-7;12\.03\.2026;380;EUR;11\.04\.2026;/)
    assert.match(first!, /;279,60;/)
  })

  it('has one line for a document without items', () => {
    assert.equal(text('csv', { number: '1' }).trimEnd().split('\r\n').length, 2)
  })

  it('puts an apostrophe before what could start a formula, and none before a number in a sentence', () => {
    assert.equal(withoutFormulas('+49 30 123'), "'+49 30 123")
    assert.equal(withoutFormulas('Rabatt; -5 %, +2'), 'Rabatt; -5 %, +2')
    assert.equal(withoutFormulas('a;=1+1'), "a;'=1+1")
    assert.equal(withoutFormulas('Müller-Lüdenscheidt @ Co'), 'Müller-Lüdenscheidt @ Co')
  })
})

describe('a ZIP archive', () => {
  it('has the CRC-32 of the standard’s check value', () => assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926))
})

// Reads both kinds of file by other people's programs and prints every cell as JSON: kind (n, s, f, d) and value.
const READER = `
import csv, io, json, sys
from openpyxl import load_workbook
out = {}
for path in sys.argv[1:]:
    if path.endswith('csv'):
        data = open(path, encoding='utf-8-sig', newline='').read()
        out[path] = list(csv.reader(io.StringIO(data), delimiter=';' if path.endswith('ru.csv') else ','))
    else:
        book = load_workbook(path)
        out[path] = {s.title: [[[c.data_type, str(c.value) if c.is_date else c.value] for c in row] for row in s.iter_rows()] for s in book}
json.dump(out, sys.stdout)
`
const openpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0

describe('tables read by other programs', { skip: openpyxl ? false : 'python3 with openpyxl is not here' }, () => {
  const payloads = Object.fromEntries(
    FORMULA_PAYLOADS.flatMap((payload, i) => [
      [`lines[${i}].name`, payload],
      [`lines[${i}].net`, '-1.50'],
      [`lines[${i}].sellerItemId`, '007'],
    ]),
  )
  const files = ['csv', 'ru.csv', 'xlsx', 'ru.xlsx'].map((name) => {
    const path = join(dir, `book.${name}`)
    writeFileSync(path, bytesOf(name, { ...GERMAN, ...payloads }))
    return path
  })
  const read = () => {
    const { stdout, stderr, status } = spawnSync('python3', ['-c', READER, ...files], { maxBuffer: 64 << 20 })
    assert.equal(status, 0, stderr.toString())
    return JSON.parse(stdout.toString())
  }

  it('have forty payloads as text and no formula, negative amounts as numbers, identifiers with their zeros', () => {
    assert.equal(FORMULA_PAYLOADS.length, 40)
    const all = read()
    for (const path of files.slice(2)) {
      const cells = Object.values(all[path] as Record<string, [string, unknown][][]>).flat(2)
      assert.deepEqual(
        cells.filter(([kind]) => kind === 'f'),
        [],
      )
      const [head, ...rows] = all[path][path.endsWith('ru.xlsx') ? 'Позиция' : 'Item'] as [string, unknown][][]
      const at = (caption: RegExp) => head!.findIndex(([, value]) => caption.test(String(value)))
      const names = rows.map((row) => row[at(/^(Item|Наименование)$/)]!)
      const clean = (payload: string) => payload.replaceAll('\0', '\ufffd').replaceAll('\r\n', '\n')
      assert.deepEqual(
        names.map(([, value]) => String(value).replaceAll('\r\n', '\n')),
        FORMULA_PAYLOADS.map(clean),
      )
      for (const row of rows) {
        assert.deepEqual(row[at(/^(Net|Сумма без НДС)$/)], ['n', -1.5])
        assert.deepEqual(row[at(/^(Item number|Артикул)$/)], ['s', '007'])
      }
    }
    for (const path of files.slice(0, 2)) {
      const [head, ...rows] = all[path] as string[][]
      const at = (caption: RegExp) => head!.findIndex((value) => caption.test(value))
      assert.equal(rows.length, 40)
      for (const row of rows) {
        assert.equal(row.length, head!.length)
        assert.doesNotMatch(row[at(/^(Item: Item|Позиция: Наименование)$/)]!, /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/)
        assert.match(row[at(/^(Item: Net|Позиция: Сумма без НДС)$/)]!, /^-1[.,]50$/)
      }
    }
  })

  it('hold dates as dates and amounts as numbers in the workbook', () => {
    const sheet = read()[files[2]!].Invoice as [string, unknown][][]
    const value = (caption: string) => sheet[1]![sheet[0]!.findIndex(([, one]) => one === caption)]
    assert.deepEqual(value('Invoice date'), ['d', '2026-03-12 00:00:00'])
    assert.deepEqual(value('Gross total'), ['n', 279.6])
    assert.deepEqual(value('id'), ['s', '00042'])
  })
})

const soffice = spawnSync('soffice', ['--version']).status === 0

describe('tables opened by LibreOffice', { skip: soffice ? false : 'LibreOffice is not here' }, () => {
  it('have no cell with a formula', () => {
    const values = Object.fromEntries(FORMULA_PAYLOADS.map((payload, i) => [`lines[${i}].name`, payload]))
    const filters: Readonly<Record<string, readonly string[]>> = {
      csv: ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true'],
      'ru.csv': ['--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true'],
      // The English file in a program that splits at semicolons.
      'other.csv': ['--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true'],
      xlsx: [],
      'ru.xlsx': [],
    }
    for (const [name, filter] of Object.entries(filters)) {
      const stem = `lo-${name.replace('.', '-')}`
      writeFileSync(join(dir, `${stem}.${name.split('.').at(-1)}`), bytesOf(name === 'other.csv' ? 'csv' : name, { ...GERMAN, ...values }))
      const source = join(dir, `${stem}.${name.split('.').at(-1)}`)
      const done = spawnSync(
        'soffice',
        [`-env:UserInstallation=file://${dir}/profile`, '--headless', ...filter, '--convert-to', 'fods', '--outdir', dir, source],
        {
          timeout: 240_000,
        },
      )
      assert.equal(done.status, 0, done.stderr?.toString())
      const book = readFileSync(join(dir, `${stem}.fods`), 'utf8')
      assert.match(book, /RE-7/)
      assert.doesNotMatch(book, /table:formula=/, name)
    }
  })
})
