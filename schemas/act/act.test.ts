import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { conform } from '../../core/assess/index.ts'
import type { Value } from '../../core/field.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { setAt } from '../../core/paths.ts'
import type { RuleContext } from '../define.ts'
import { act } from './index.ts'
import type { Act } from './schema.ts'

const fixture = (name: string) => readingOfText(readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8'))

/** Best value per path, as the merge would choose with no other source. */
function best(name: string): Readonly<Record<string, Value>> {
  const chosen = new Map<string, { value: Value; score: number }>()
  for (const { path, value, score } of act.readPages(fixture(name)))
    if ((chosen.get(path)?.score ?? -1) < score) chosen.set(path, { value, score })
  return Object.fromEntries([...chosen].map(([path, { value }]) => [path, value]))
}

function holds(name: string, wanted: Readonly<Record<string, unknown>>): void {
  const values = best(name)
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

function actOf(values: Readonly<Record<string, string | boolean>>): Act {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) if (value !== '') setAt(loose, path, value)
  return conform(act.schema, loose).data as Act
}

const context: RuleContext = { today: '2026-11-21', history: [], ownTaxIds: [], derived: new Set() }
const said = (values: Readonly<Record<string, string | boolean>>, more: Partial<RuleContext> = {}) =>
  act.check(actOf(values), { ...context, ...more }).findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)

describe('an act of acceptance', () => {
  it('is read as accounting programs print it', () =>
    holds('ru-program', {
      number: '147',
      issueDate: '2026-03-31',
      currency: 'RUB',
      'contractRef.number': '22/26',
      'contractRef.date': '2026-01-15',
      'seller.name': 'ООО «Образцовый сервис»',
      'seller.inn': '7799123450',
      'buyer.name': 'АО «Тестовый завод»',
      'buyer.inn': '7899654328',
      'totals.gross': '43920.00',
      'totals.tax': '7920.00',
      'totals.inWords': 'Сорок три тысячи девятьсот двадцать рублей 00 копеек',
      'lines[0].name': 'Обслуживание вычислительной техники, март',
      'lines[0].gross': '36600.00',
      'lines[1].quantity': '3',
      'lines[1].unitPrice': '2440',
      noClaims: true,
    }))

  it('is read where sentences introduce the parties', () =>
    holds('ru-worded', {
      number: '5',
      issueDate: '2026-04-30',
      'contractRef.number': '17-П',
      'contractRef.date': '2026-02-10',
      'seller.name': 'Общество с ограниченной ответственностью «Примерстрой»',
      'buyer.name': 'АО «Тестовый завод»',
      'seller.inn': '7799123450',
      'buyer.inn': '7899654328',
      'totals.net': '200000.00',
      'totals.tax': '44000.00',
      'totals.gross': '244000.00',
      'lines[1].net': '20000.00',
      noClaims: true,
    }))

  it('is read in English', () =>
    holds('en-certificate', {
      number: 'AC-2026-041',
      issueDate: '2026-03-31',
      'contractRef.number': '18/2026',
      'contractRef.date': '2026-01-12',
      'period.start': '2026-03-01',
      'period.end': '2026-03-31',
      'seller.name': 'Sample Consulting Ltd',
      'buyer.name': 'Specimen Trading Ltd',
      'totals.net': '5700.00',
      'totals.gross': '6840.00',
      currency: 'GBP',
      'lines[0].quantity': '40',
      'lines[0].net': '4800.00',
      noClaims: true,
    }))

  it('is never read as accepted because nothing was found', () =>
    assert.equal(
      act.readPages(readingOfText('Акт № 5 от 31.03.2026\nИсполнитель: ООО «Пример»')).some(({ path }) => path === 'noClaims'),
      false,
    ))
})

describe('what follows from an act', () => {
  const firms = { 'seller.inn': '7799123450', 'buyer.inn': '7899654328', 'totals.gross': '244.00' }
  it('counts in roubles between Russian firms that name no currency', () => assert.equal(act.derive?.(actOf(firms)).currency?.value, 'RUB'))
  it('leaves a currency open where one side is not Russian', () =>
    assert.equal(act.derive?.(actOf({ ...firms, 'buyer.inn': '', 'buyer.vatId': 'DE123456788' })).currency, undefined))
})

describe('rules of an act', () => {
  const PAPER = {
    number: '5',
    issueDate: '2026-04-30',
    currency: 'RUB',
    'totals.net': '200.00',
    'totals.tax': '44.00',
    'totals.gross': '244.00',
  }

  it('have nothing to say against one that adds up', () => assert.deepEqual(said({ ...PAPER, 'taxes[0].rate': '22' }), []))

  it('find a total that is not net and VAT', () => assert.deepEqual(said({ ...PAPER, 'totals.gross': '254.00' }), ['BR-CO-15 error']))

  it('find an amount in words that is another', () =>
    assert.deepEqual(said({ ...PAPER, 'totals.inWords': 'Триста рублей 00 копеек' }), ['WORDS error']))

  it('find an act dated before its period ends', () =>
    assert.deepEqual(said({ ...PAPER, 'period.start': '2026-05-01', 'period.end': '2026-05-31' }), ['ACT-PERIOD warning']))

  it('find one name on both sides', () =>
    assert.deepEqual(said({ ...PAPER, 'seller.name': 'ООО «Пример»', 'buyer.name': 'ООО "Пример"' }), ['ACT-SAME-NAME error']))

  it('take an act that the organisation itself issued', () =>
    assert.deepEqual(said({ ...PAPER, 'seller.inn': '7707083893', 'seller.name': 'ООО «Пример»' }, { ownTaxIds: ['7707083893'] }), []))

  it('ask whose act it is when neither side is the organisation', () =>
    assert.deepEqual(said({ ...PAPER, 'seller.inn': '7707083893' }, { ownTaxIds: ['7728168971'] }), ['ACT-OWN warning']))

  it('keep acts and invoices of one number apart', () => {
    const keys = act.historyKeys(actOf({ ...PAPER, 'seller.inn': '7707083893' }))
    assert.ok(keys.length > 0 && keys.every(({ key }) => key.startsWith('act|')))
  })
})
