import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { conform } from '../../core/assess/index.ts'
import type { Value } from '../../core/field.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { setAt } from '../../core/paths.ts'
import type { RuleContext } from '../define.ts'
import { waybill } from './index.ts'
import type { Waybill } from './schema.ts'

const PRINTED = readFileSync(new URL('./fixtures/torg-12.txt', import.meta.url), 'utf8')
const context: RuleContext = { today: '2026-03-05', history: [], ownTaxIds: [], derived: new Set() }

/** Best value per path, as the merge would choose with no other source. */
function best(...pages: readonly string[]): Readonly<Record<string, Value>> {
  const chosen = new Map<string, { value: Value; score: number }>()
  for (const { path, value, score } of waybill.readPages(readingOfText(...pages)))
    if ((chosen.get(path)?.score ?? -1) < score) chosen.set(path, { value, score })
  return Object.fromEntries([...chosen].map(([path, { value }]) => [path, value]))
}

function holds(pages: string | readonly string[], wanted: Readonly<Record<string, unknown>>): void {
  const values = best(...[pages].flat())
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

function findings(values: Readonly<Record<string, Value>>): readonly string[] {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) setAt(loose, path, value)
  return waybill.check(conform(waybill.schema, loose).data as Waybill, context).findings.map(({ ruleId }) => ruleId)
}

describe('ТОРГ-12', () => {
  it('is known by its title and its words', () => assert.ok(waybill.recognise(readingOfText(PRINTED)) > 0.9))

  it('has number and date under their captions, not those of the contract beside', () =>
    holds(PRINTED, {
      number: '418',
      issueDate: '2026-03-02',
      'contractRef.name': 'Договор поставки',
      'contractRef.number': '7/26',
      'contractRef.date': '2026-01-12',
    }))

  it('names its parties in cells that end at the small print; a name may stand above its caption', () =>
    holds(PRINTED, {
      'seller.name': 'ООО "Северный склад"',
      'seller.inn': '7707083893',
      'seller.kpp': '770701001',
      'seller.okpo': '11223347',
      'seller.address.zip': '190000',
      'buyer.name': 'АО "Городской магазин"',
      'buyer.inn': '7736050003',
      'buyer.kpp': '773601001',
      'buyer.okpo': '22334456',
      consignor: 'ООО "Северный склад", ИНН 7707083893, КПП 770701001, 190000, Образцовск г, Складская ул, д. 5, р/с 40702810900000000001',
      consignee: 'АО "Городской магазин", ИНН 7736050003, 101000, Примерск г, Рыночная пл, дом 1',
    }))

  it('says by the numbers under the headings what a column holds', () =>
    holds(PRINTED, {
      'lines[0].name': 'Чай чёрный байховый',
      'lines[0].sellerItemId': 'Ч-100',
      'lines[0].quantity': '10',
      'lines[0].unitPrice': '1500',
      'lines[0].net': '15000.00',
      'lines[0].taxRate': '22',
      'lines[0].tax': '3300.00',
      'lines[0].gross': '18300.00',
      'lines[1].quantity': '50',
      'lines[1].gross': '4400.00',
      'lines[2].name': undefined,
    }))

  it('adds up once: the sum of the page is not the sum of the waybill', () => {
    holds(PRINTED, { 'totals.net': '19000.00', 'totals.tax': '3700.00', 'totals.gross': '22700.00' })
    assert.deepEqual(findings(best(PRINTED)), [])
  })

  it('takes a code that a narrow column breaks inside a word for one', () => {
    const row = PRINTED.split('\n').find((one) => one.includes('Ч-100'))!
    const at = row.indexOf('Ч-100')
    holds(PRINTED.replace(row, `${row.replace('Ч-100', 'ЧАЙНА')}\n${' '.repeat(at)}Я_10`), {
      'lines[0].name': 'Чай чёрный байховый',
      'lines[0].sellerItemId': 'ЧАЙНАЯ_10',
      'lines[1].sellerItemId': 'С-50',
    })
  })

  it('parts the position from the name where a scan joins them', () =>
    holds(PRINTED.replace('1   Чай чёрный', '   1Чай чёрный').replace('2   Сахар', '   2Сахар'), {
      'lines[0].no': '1',
      'lines[0].name': 'Чай чёрный байховый',
      'lines[1].name': 'Сахар-песок',
    }))

  it('goes on over pages, each with its own sum', () => {
    const rows = PRINTED.split('\n')
    const at = (of: RegExp) => rows.findIndex((row) => of.test(row))
    const sum = (net: string, tax: string, gross: string) =>
      `${' '.repeat(52)}Итого                      Х       ${net}  Х     ${tax}   ${gross}`
    const first = [...rows.slice(0, at(/Сахар/)), sum('15000,00', '3300,00', '18300,00')]
    const second = ['', ...rows.slice(at(/^ Но-/), at(/^ 1 +Чай/)), ...rows.slice(at(/Сахар/))].map((row) =>
      /^ +Итого/.test(row) ? sum('4000,00', '400,00', '4400,00') : row,
    )
    const pages = [first.join('\n'), second.join('\n')]
    holds(pages, {
      'totals.net': '19000.00',
      'totals.gross': '22700.00',
      'pageSubtotals[0].gross': '18300.00',
      'pageSubtotals[1].gross': '4400.00',
      'lines[0].gross': '18300.00',
      'lines[1].name': 'Сахар-песок',
      'lines[2].name': undefined,
    })
    assert.deepEqual(findings(best(...pages)), [])
  })

  it('is stopped when a line does not add up', () =>
    assert.notDeepEqual(findings(best(PRINTED.replace('4400,00 ', '4900,00 ').replace('4400,00', '4900,00'))), []))
})
