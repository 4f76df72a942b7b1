import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { conform } from '../../../core/assess/index.ts'
import { CompanyEntry } from '../../../core/master-data/index.ts'
import { setAt } from '../../../core/paths.ts'
import { Decimal, round } from '../../../core/rules/index.ts'
import type { HistoryEntry, RuleContext } from '../../define.ts'
import { deriveTrade } from '../../shared/trade/derive.ts'
import { Invoice } from '../schema.ts'
import { checkInvoice, invoiceHistoryKeys, missingForApproval } from './index.ts'

const CONTEXT: RuleContext = { today: '2026-03-20', history: [], ownTaxIds: [], derived: new Set() }

/** An invoice with the given leaves, all others null. */
function invoice(leaves: Readonly<Record<string, string | boolean | null>>): Invoice {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(leaves)) setAt(loose, path, value)
  return conform(Invoice, loose).data
}

/** Derives first, as the pipeline does. */
function checkDerived(leaves: Readonly<Record<string, string | boolean | null>>, context: Partial<RuleContext> = {}) {
  const derived = deriveTrade(invoice(leaves))
  const all = { ...leaves, ...Object.fromEntries(Object.entries(derived).map(([path, { value }]) => [path, value])) }
  return checkInvoice(invoice(all), { ...CONTEXT, ...context, derived: new Set(Object.keys(derived)) })
}

const check = (leaves: Readonly<Record<string, string | boolean | null>>, context: Partial<RuleContext> = {}) =>
  checkInvoice(invoice(leaves), { ...CONTEXT, ...context })
const errors = (report: ReturnType<typeof check>) => report.findings.filter(({ severity }) => severity !== 'info')
const rulesOf = (report: ReturnType<typeof check>) => [...new Set(errors(report).map(({ ruleId }) => ruleId))].sort()

/** Two rates, one document discount; adds up by hand: 200.00 + 50.00 − 10.00 = 240.00; 19 % of 190 = 36.10, 7 % of 50 = 3.50. */
const SOUND = {
  number: 'R-17',
  issueDate: '2026-03-12',
  currency: 'EUR',
  'seller.name': 'Muster GmbH',
  'seller.vatId': 'DE136695976',
  'lines[0].quantity': '4',
  'lines[0].unitPrice': '50.00',
  'lines[0].net': '200.00',
  'lines[0].taxRate': '19',
  'lines[0].taxCategory': 'S',
  'lines[1].quantity': '10',
  'lines[1].unitPrice': '5.00',
  'lines[1].net': '50.00',
  'lines[1].taxRate': '7',
  'lines[1].taxCategory': 'S',
  'allowances[0].amount': '10.00',
  'allowances[0].rate': '19',
  'allowances[0].category': 'S',
  'taxes[0].category': 'S',
  'taxes[0].rate': '19',
  'taxes[0].base': '190.00',
  'taxes[0].amount': '36.10',
  'taxes[1].category': 'S',
  'taxes[1].rate': '7',
  'taxes[1].base': '50.00',
  'taxes[1].amount': '3.50',
  'totals.linesNet': '250.00',
  'totals.allowances': '10.00',
  'totals.net': '240.00',
  'totals.tax': '39.60',
  'totals.gross': '279.60',
  'totals.due': '279.60',
}

describe('arithmetic', () => {
  it('confirms every amount of a sound invoice', () => {
    const report = check(SOUND)
    assert.deepEqual(errors(report), [])
    const rules = new Set(report.passed.map(({ ruleId }) => ruleId))
    for (const rule of ['LINE-1', 'BR-CO-10', 'BR-CO-11', 'BR-CO-13', 'BR-CO-14', 'BR-CO-15', 'BR-CO-16', 'BR-CO-17', 'BR-S-08'])
      assert.ok(rules.has(rule), rule)
  })

  // One wrong character each; the repair is the original value.
  for (const [path, wrong] of [
    ['totals.net', '246.00'],
    ['totals.tax', '39.80'],
    ['lines[0].net', '260.00'],
    ['taxes[0].base', '180.00'],
    ['taxes[1].amount', '8.50'],
    ['totals.linesNet', '256.00'],
    ['totals.gross', '273.60'],
    ['allowances[0].amount', '70.00'],
  ] as const)
    it(`names ${path} as the one wrong field and proposes what it must be`, () => {
      const found = errors(check({ ...SOUND, [path]: wrong }))
      assert.ok(found.length > 0)
      for (const { fields, expected, actual, severity } of found)
        assert.deepEqual(
          { fields, expected, actual, severity },
          { fields: [path], expected: SOUND[path], actual: wrong, severity: 'error' },
        )
    })

  it('names several suspects when each of them alone could be wrong', () => {
    // 118 for 119 and 19 for 18 are one digit each; 100 for 99 would be three.
    const [finding] = errors(check({ currency: 'EUR', 'totals.net': '100.00', 'totals.tax': '19.00', 'totals.gross': '118.00' }))
    assert.deepEqual([...finding!.fields].sort(), ['totals.gross', 'totals.tax'])
    assert.deepEqual([finding!.ruleId, finding!.expected, finding!.actual, finding!.delta], ['BR-CO-15', '119.00', '118.00', '-1.00'])
  })

  it('names the cell whose slip explains it best and proposes the value', () => {
    const line = { currency: 'EUR', 'lines[0].unitPrice': '12.50', 'lines[0].quantity': '4', 'lines[0].net': '50.00' }
    const second = { 'lines[1].unitPrice': '10.00', 'lines[1].quantity': '2', 'lines[1].net': '20.00', 'totals.linesNet': '70.00' }
    const located = (changed: Readonly<Record<string, string>>) =>
      errors(check({ ...line, ...second, ...changed })).map(({ fields, expected }) => [...fields, expected])
    // A comma: 0.04 pieces beside whole pieces; a price of 1250.00 would need 0.04 pieces.
    assert.deepEqual(located({ 'lines[0].quantity': '0.04' }), [['lines[0].quantity', '4']])
    assert.deepEqual(located({ 'lines[0].unitPrice': '1250.00' }), [['lines[0].unitPrice', '12.5']])
    // A digit, and two exchanged: the price alone would have to be another number altogether.
    assert.deepEqual(located({ 'lines[0].quantity': '7' }), [['lines[0].quantity', '4']])
    assert.deepEqual(located({ 'lines[0].unitPrice': '15.20' }), [['lines[0].unitPrice', '12.5']])
    assert.deepEqual(located({ 'totals.linesNet': '700.00' }), [['totals.linesNet', '70.00']])
  })

  it('knows a rate that exists from one that does not', () => {
    const tax = { currency: 'EUR', 'taxes[0].base': '200.00', 'taxes[0].amount': '38.00', 'taxes[0].category': 'S' }
    const [finding] = errors(check({ ...tax, 'taxes[0].rate': '7' }))
    // 542.86 × 7 % would give 38.00 as well, and so would an amount of 14.00.
    assert.deepEqual([finding?.fields, finding?.expected], [['taxes[0].rate'], '19'])
  })

  it('does not explain a sum by an amount of the other sign', () => {
    const [finding] = errors(check({ 'lines[0].net': '100.00', 'lines[1].net': '50.00', 'totals.linesNet': '30.00' }))
    assert.deepEqual([finding?.fields, finding?.expected], [['totals.linesNet'], '150.00'])
  })

  it('keeps two separate mistakes apart', () => {
    const found = errors(
      check({
        'lines[0].quantity': '2',
        'lines[0].unitPrice': '3.00',
        'lines[0].net': '7.00',
        'lines[1].quantity': '1',
        'lines[1].unitPrice': '4.00',
        'lines[1].net': '5.00',
      }),
    )
    assert.deepEqual(
      found.map(({ ruleId, actual }) => [ruleId, actual]),
      [
        ['LINE-1', '7.00'],
        ['LINE-1', '5.00'],
      ],
    )
  })

  it('proposes a repair for each of two mistakes that have nothing to do with each other', () => {
    const found = errors(check({ ...SOUND, 'lines[1].net': '80.00', 'totals.due': '229.60' }))
    assert.deepEqual([...new Set(found.map(({ fields, expected }) => `${fields}: ${expected}`))].sort(), [
      'lines[1].net: 50.00',
      'totals.due: 279.60',
    ])
  })

  it('adds page subtotals up to the total (RU-2), one cent of slack a page', () => {
    const pages = {
      'pageSubtotals[0].net': '1000.00',
      'pageSubtotals[0].tax': '220.00',
      'pageSubtotals[0].gross': '1220.00',
      'pageSubtotals[1].net': '500.00',
      'pageSubtotals[1].tax': '110.00',
      'pageSubtotals[1].gross': '610.00',
      'totals.net': '1500.00',
      'totals.tax': '330.00',
      'totals.gross': '1830.00',
    }
    assert.deepEqual(errors(check(pages)), [])
    assert.equal(check(pages).passed.filter(({ ruleId }) => ruleId === 'RU-2').length, 5)
    const [wrong] = errors(check({ ...pages, 'pageSubtotals[1].net': '560.00' }))
    assert.deepEqual([wrong?.ruleId, wrong?.fields, wrong?.expected], ['RU-2', ['pageSubtotals[1].net'], '500.00'])
    assert.deepEqual(rulesOf(check({ ...pages, 'pageSubtotals[1].gross': null, 'pageSubtotals[1].tax': '110.02' })), [])
    assert.deepEqual(rulesOf(check({ ...pages, 'pageSubtotals[1].gross': null, 'pageSubtotals[1].tax': '110.03' })), ['RU-2'])
    assert.deepEqual(rulesOf(check({ ...pages, 'pageSubtotals[1].gross': null })), [])
  })

  it('takes coins that are no longer minted for a warning, on paper only', () => {
    // 8.1 % of 183.13 is 14.83; a Swiss shop asks for 197.95.
    const swiss = { currency: 'CHF', 'totals.net': '183.13', 'totals.tax': '14.83', 'totals.gross': '197.96', 'totals.due': '197.95' }
    const severities = (leaves: Readonly<Record<string, string>>, structured: readonly string[] = []) =>
      check(leaves, { structured: new Set(structured) }).findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
    assert.deepEqual(severities(swiss), ['BR-CO-16 warning'])
    assert.deepEqual(severities({ ...swiss, 'totals.due': '197.90' }), ['BR-CO-16 error'])
    assert.deepEqual(severities({ ...swiss, 'totals.due': '197.94' }), ['BR-CO-16 error'])
    assert.deepEqual(severities({ ...swiss, currency: 'EUR' }), ['BR-CO-16 error'])
    assert.deepEqual(severities({ ...swiss, 'totals.rounding': '-0.01' }), [])
    assert.deepEqual(severities(swiss, Object.keys(swiss)), ['BR-CO-16 error'])
    const hungarian = { currency: 'HUF', 'totals.gross': '12342.00', 'totals.due': '12340.00' }
    assert.deepEqual(severities(hungarian), ['BR-CO-16 warning'])
    assert.deepEqual(severities({ ...hungarian, 'totals.due': '12345.00' }), ['BR-CO-16 error'])
  })

  it('allows no VAT at all on a free supply, whatever rate is printed beside it', () => {
    // BR-AE-09 of EN 16931: the VAT amount of a reverse charge is 0.
    const reverse = { 'taxes[0].category': 'AE', 'taxes[0].rate': '19', 'taxes[0].base': '100.00', 'taxes[0].amount': '0.00' }
    assert.deepEqual(rulesOf(check(reverse)), [])
    assert.deepEqual(rulesOf(check({ ...reverse, 'taxes[0].amount': '19.00' })), ['BR-CO-17'])
    assert.deepEqual(rulesOf(check({ ...reverse, 'taxes[0].rate': '0', 'taxes[0].amount': '0.01' })), ['BR-CO-17'])
  })

  it('wants no rate on a free supply and every line’s rate in the breakdown', () => {
    const severities = (leaves: Readonly<Record<string, string | null>>, structured = false) =>
      check(leaves, structured ? { structured: new Set(Object.keys(leaves)) } : {}).findings.flatMap(({ ruleId, severity }) =>
        /^BR-(?:E|S|AE)-0/.test(ruleId) ? [`${ruleId} ${severity}`] : [],
      )
    const exempt = { 'lines[0].taxCategory': 'E', 'lines[0].taxRate': '0' }
    assert.deepEqual(severities(exempt, true), [])
    // BR-E-05: the rate of an exempt line is 0.
    assert.deepEqual(severities({ ...exempt, 'lines[0].taxRate': '1.11' }, true), ['BR-E-05 error'])
    assert.deepEqual(severities({ ...exempt, 'lines[0].taxRate': '19' }), ['BR-E-05 warning'])
    assert.deepEqual(severities({ 'allowances[0].category': 'AE', 'allowances[0].rate': '7' }, true), ['BR-AE-06 error'])
    const { 'lines[1].taxRate': _, ...others } = SOUND
    assert.deepEqual(severities({ ...others, 'lines[1].taxRate': '7' }, true), [])
    // BR-S-08: 8.11 % has no entry in the breakdown.
    assert.deepEqual(severities({ ...others, 'lines[1].taxRate': '8.11' }, true), ['BR-S-08 error'])
    assert.deepEqual(severities({ ...others, 'lines[1].taxRate': '8.11' }), ['BR-S-08 warning'])
    assert.deepEqual(severities({ 'taxes[0].rate': '19', 'lines[0].taxRate': '0' }), [])
    // India: 18 % of a line is CGST 9 % and SGST 9 % of the breakdown.
    const halves = { 'lines[0].taxRate': '18', 'taxes[0].rate': '9', 'taxes[0].amount': '90.00', 'taxes[1].rate': '9' }
    assert.deepEqual(severities({ ...halves, 'taxes[1].amount': '90.00' }), [])
    assert.deepEqual(severities({ ...halves, 'taxes[1].amount': '45.00' }), ['BR-S-08 warning'])
  })

  it('says nothing where inputs are missing', () => {
    const report = check({ 'totals.gross': '119.00' })
    assert.deepEqual([report.findings, report.passed], [[], []])
  })

  it('takes one cent per line as rounding, two as an error', () => {
    // A published УПД has 11613.93 × 22 % = 2555.06 printed as 2555.07.
    const line = { 'lines[0].net': '11613.93', 'lines[0].taxRate': '22', 'lines[0].tax': '2555.07', 'lines[0].gross': '14169.00' }
    const report = check(line)
    assert.deepEqual(
      report.findings.map(({ ruleId, severity, delta }) => [ruleId, severity, delta]),
      [['LINE-2-TAX', 'info', '0.01']],
    )
    assert.ok(rulesOf(check({ ...line, 'lines[0].tax': '2555.08', 'lines[0].gross': '14169.01' })).includes('LINE-2-TAX'))
  })

  it('gives a price of four decimals two cents', () => {
    const line = { 'lines[0].quantity': '3', 'lines[0].unitPrice': '33.3334', 'lines[0].net': '100.02' }
    assert.deepEqual(rulesOf(check(line)), [])
    assert.deepEqual(rulesOf(check({ ...line, 'lines[0].unitPrice': '33.33', 'lines[0].net': '100.01' })), ['LINE-1'])
    assert.deepEqual(rulesOf(check({ ...line, 'lines[0].net': '100.03' })), ['LINE-1'])
  })

  it('explains a difference by a price shown rounded: a warning on paper, a note in structured data', () => {
    // 50 × 4.095 = 204.75, the price printed as 4.10.
    const line = { 'lines[0].quantity': '50', 'lines[0].unitPrice': '4.10', 'lines[0].net': '204.75' }
    assert.deepEqual(
      [check(line), check(line, { structured: new Set(Object.keys(line)) })].map(({ findings }) =>
        findings.map(({ ruleId, severity, delta }) => [ruleId, severity, delta]),
      ),
      [[['LINE-1', 'warning', '-0.25']], [['LINE-1', 'info', '-0.25']]],
    )
    assert.equal(check({ ...line, 'lines[0].net': '204.74' }).findings[0]?.severity, 'error')
  })

  it('only warns where the issuer’s own data break quantity × price: EN 16931 has no such rule', () => {
    const line = { currency: 'DKK', 'lines[0].quantity': '2', 'lines[0].unitPrice': '800.00', 'lines[0].net': '800.00' }
    const severity = (structured: readonly string[]) => check(line, { structured: new Set(structured) }).findings.map((f) => f.severity)
    assert.deepEqual([severity([]), severity(Object.keys(line))], [['error'], ['warning']])
  })

  it('counts in whole forints where the document does', () => {
    // 69,180 at 27 % is 18,678.60; Hungarian invoices round to whole forints.
    const hungarian = {
      currency: 'HUF',
      'taxes[0].rate': '27',
      'taxes[0].base': '69180.00',
      'taxes[0].amount': '18679.00',
      'totals.net': '69180.00',
      'totals.tax': '18679.00',
      'totals.gross': '87859.00',
    }
    assert.deepEqual(errors(check(hungarian)), [])
    assert.deepEqual(rulesOf(check({ ...hungarian, currency: 'EUR' })), ['BR-CO-17'])
    assert.ok(rulesOf(check({ ...hungarian, 'taxes[0].amount': '18681.00' })).includes('BR-CO-17'))
  })

  it('divides by the base quantity and minds allowances and charges of the line', () => {
    assert.deepEqual(
      rulesOf(
        check({
          'lines[0].quantity': '250',
          'lines[0].unitPrice': '12.00',
          'lines[0].priceBaseQty': '100',
          'lines[0].allowances': '5.00',
          'lines[0].charges': '1.50',
          'lines[0].net': '26.50',
        }),
      ),
      [],
    )
    assert.deepEqual(
      rulesOf(check({ 'lines[0].quantity': '250', 'lines[0].unitPrice': '12.00', 'lines[0].priceBaseQty': '0', 'lines[0].net': '26.50' })),
      [],
    )
  })

  it('allows half a cent per line in sums, not more', () => {
    const lines = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`lines[${i}].net`, '10.00']))
    assert.deepEqual(rulesOf(check({ ...lines, 'totals.linesNet': '60.03' })), [])
    assert.deepEqual(rulesOf(check({ ...lines, 'totals.linesNet': '60.04' })), ['BR-CO-10'])
    const exact = (total: string) =>
      rulesOf(check({ ...lines, 'totals.linesNet': total }, { structured: new Set([...Object.keys(lines), 'totals.linesNet']) }))
    assert.deepEqual([exact('60.00'), exact('60.01')], [[], ['BR-CO-10']])
  })

  it('counts in whole yen and thousandths of dinars', () => {
    assert.deepEqual(rulesOf(check({ currency: 'JPY', 'lines[0].quantity': '3', 'lines[0].unitPrice': '33.5', 'lines[0].net': '101' })), [])
    assert.deepEqual(rulesOf(check({ currency: 'KWD', 'totals.net': '1.000', 'totals.tax': '0.055', 'totals.gross': '1.055' })), [])
    assert.deepEqual(rulesOf(check({ currency: 'KWD', 'totals.net': '1.000', 'totals.tax': '0.055', 'totals.gross': '1.06' })), [
      'BR-CO-15',
    ])
  })

  it('minds prepayment and rounding in the amount due', () => {
    const totals = { 'totals.gross': '1021.91', 'totals.prepaid': '500.00', 'totals.rounding': '0.09', 'totals.due': '522.00' }
    assert.deepEqual(rulesOf(check(totals)), [])
    assert.deepEqual(rulesOf(check({ ...totals, 'totals.due': '1999.99' })), ['BR-CO-16'])
  })

  it('accepts exempt invoices without a rate (Kleinunternehmer) and credit notes with negative amounts', () => {
    const exempt = {
      'taxes[0].category': 'E',
      'taxes[0].base': '380.00',
      'taxes[0].amount': '0.00',
      'lines[0].net': '380.00',
      'lines[0].taxCategory': 'E',
      'totals.net': '380.00',
      'totals.tax': '0.00',
      'totals.gross': '380.00',
    }
    assert.deepEqual(rulesOf(check(exempt)), [])
    assert.deepEqual(rulesOf(check({ ...exempt, 'taxes[0].amount': '1.00', 'totals.tax': '1.00', 'totals.gross': '381.00' })), ['BR-CO-17'])
    assert.deepEqual(
      rulesOf(
        check({
          'lines[0].quantity': '-2',
          'lines[0].unitPrice': '50.00',
          'lines[0].net': '-100.00',
          'totals.linesNet': '-100.00',
          'totals.net': '-100.00',
          'totals.tax': '-19.00',
          'totals.gross': '-119.00',
          'taxes[0].rate': '19',
          'taxes[0].category': 'S',
          'taxes[0].base': '-100.00',
          'taxes[0].amount': '-19.00',
        }),
      ),
      [],
    )
  })

  it('holds on any invoice made by the rules and finds any amount changed by ten cents or more', () => {
    const cents = fc.integer({ min: 1, max: 5_000_00 }).map((n) => new Decimal(n).div(100))
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 50 }), price: cents, rate: fc.constantFrom('22', '10', '0') })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), fc.integer({ min: 10, max: 9999 }), (lines, pick, change) => {
        const leaves = built(lines)
        assert.deepEqual(errors(check(leaves)), [])
        const amounts = Object.keys(leaves).filter((path) => /net|tax$|gross|base|amount/.test(path))
        const path = amounts[pick % amounts.length]!
        const broken = check({ ...leaves, [path]: new Decimal(leaves[path]!).plus(new Decimal(change).div(100)).toFixed(2) })
        assert.ok(errors(broken).length > 0, `${path} changed by ${change} cents was not noticed`)
      }),
      { numRuns: 60 },
    )
  })
})

/** Canonical amounts of lines, by the definitions of EN 16931. */
function built(lines: readonly { readonly quantity: number; readonly price: Decimal; readonly rate: string }[]): Record<string, string> {
  const leaves: Record<string, string> = { currency: 'RUB' }
  const bases = new Map<string, Decimal>()
  let net = new Decimal(0)
  lines.forEach(({ quantity, price, rate }, i) => {
    const amount = price.times(quantity)
    const tax = round(amount.times(rate).div(100), 2)
    Object.assign(leaves, {
      [`lines[${i}].quantity`]: String(quantity),
      [`lines[${i}].unitPrice`]: price.toFixed(2),
      [`lines[${i}].net`]: amount.toFixed(2),
      [`lines[${i}].taxRate`]: rate,
      [`lines[${i}].tax`]: tax.toFixed(2),
      [`lines[${i}].gross`]: amount.plus(tax).toFixed(2),
    })
    bases.set(rate, (bases.get(rate) ?? new Decimal(0)).plus(amount))
    net = net.plus(amount)
  })
  let tax = new Decimal(0)
  ;[...bases].forEach(([rate, base], i) => {
    const amount = round(base.times(rate).div(100), 2)
    Object.assign(leaves, { [`taxes[${i}].rate`]: rate, [`taxes[${i}].base`]: base.toFixed(2), [`taxes[${i}].amount`]: amount.toFixed(2) })
    tax = tax.plus(amount)
  })
  return Object.assign(leaves, {
    'totals.linesNet': net.toFixed(2),
    'totals.net': net.toFixed(2),
    'totals.tax': tax.toFixed(2),
    'totals.gross': net.plus(tax).toFixed(2),
  })
}

describe('derived values', () => {
  const RUSSIAN = {
    currency: 'RUB',
    'seller.inn': '7707083893',
    'lines[0].quantity': '3',
    'lines[0].unitPrice': '12200.00',
    'lines[0].gross': '36600.00',
    'taxes[0].rate': '22',
    'totals.tax': '6600.00',
    'totals.gross': '36600.00',
  }

  it('tells gross lines from net lines by their sums and fills the other columns', () => {
    const derived = deriveTrade(invoice(RUSSIAN))
    assert.equal(derived.lineAmountsIncludeTax?.value, true)
    assert.equal(derived['lines[0].tax']?.value, '6600.00')
    assert.equal(derived['lines[0].net']?.value, '30000.00')
    assert.equal(derived['totals.net']?.value, '30000.00')
    assert.deepEqual(derived['totals.net']?.from, ['totals.gross', 'totals.tax'])
    const net = deriveTrade(invoice({ 'lines[0].net': '100.00', 'totals.net': '100.00', 'totals.tax': '22.00', 'taxes[0].rate': '22' }))
    assert.equal(net.lineAmountsIncludeTax?.value, false)
    assert.equal(net['lines[0].gross']?.value, '122.00')
  })

  // Calculated by the specification: §1.3.
  for (const [gross, rate, tax] of [
    ['36600.00', '22', '6600.00'],
    ['12345.67', '22', '2226.27'],
    ['10500.00', '5', '500.00'],
    ['10700.00', '7', '700.00'],
  ] as const)
    it(`takes ${tax} of VAT out of ${gross} at ${rate} %`, () => {
      assert.equal(deriveTrade(invoice({ currency: 'RUB', 'lines[0].gross': gross, 'lines[0].taxRate': rate }))['lines[0].tax']?.value, tax)
    })

  it('never replaces a printed value', () => {
    const derived = deriveTrade(invoice({ ...RUSSIAN, 'totals.net': '1.00', 'lines[0].tax': '2.00', 'totals.due': '3.00' }))
    for (const path of ['totals.net', 'lines[0].tax', 'totals.due', 'totals.gross', 'lines[0].gross'])
      assert.equal(derived[path], undefined, path)
  })

  it('does not let a derived value confirm what it was derived from', () => {
    const report = checkDerived({ 'totals.tax': '19.00', 'totals.gross': '119.00' })
    assert.deepEqual(report.passed, [])
  })

  it('confirms printed values through derived ones', () => {
    const report = checkDerived(RUSSIAN)
    assert.deepEqual(errors(report), [])
    const confirmed = new Set(report.passed.flatMap(({ fields }) => fields))
    for (const path of ['lines[0].gross', 'lines[0].quantity', 'lines[0].unitPrice', 'totals.gross', 'totals.tax', 'taxes[0].rate'])
      assert.ok(confirmed.has(path), path)
    for (const path of ['totals.net', 'lines[0].net', 'totals.due']) assert.ok(!confirmed.has(path), path)
  })

  it('does not count a relation of derived values only as a second confirmation', () => {
    const { passed } = checkDerived({ ...RUSSIAN, 'totals.net': '30000.00' })
    assert.deepEqual(
      passed.filter(({ ruleId }) => ruleId === 'BR-CO-10' || ruleId === 'LINES-GROSS').map(({ ruleId }) => ruleId),
      ['LINES-GROSS'],
    )
  })

  it('finds a wrong VAT total through the rate', () => {
    const [finding] = errors(checkDerived({ ...RUSSIAN, 'totals.tax': '6000.00' }))
    assert.ok(finding?.fields.includes('totals.tax'), JSON.stringify(finding))
  })

  it('adds the due date of a term counted from the invoice', () => {
    assert.deepEqual(deriveTrade(invoice({ issueDate: '2026-03-12', paymentTerms: 'Net 30' })).dueDate, {
      value: '2026-04-11',
      from: ['paymentTerms', 'issueDate'],
    })
    assert.equal(deriveTrade(invoice({ issueDate: '2026-03-12', paymentTerms: '30 days after delivery' })).dueDate, undefined)
    const unknown = check({ 'seller.inn': '7707083893', issueDate: '2027-03-12', paymentTerms: '5 рабочих дней' }, { today: '2027-03-12' })
    assert.deepEqual(
      unknown.findings.map(({ ruleId, severity }) => [ruleId, severity]),
      [['DATE-CALENDAR', 'info']],
    )
  })
})

describe('identifiers and bank details', () => {
  const PAYMENT = {
    currency: 'RUB',
    'seller.inn': '7707083893',
    'payment.bik': '044525225',
    'payment.account': '40702810938000000001',
    'payment.corrAccount': '30101810400000000225',
  }

  it('confirms a sound set and names what is wrong', () => {
    const report = check(PAYMENT)
    assert.deepEqual(errors(report), [])
    for (const rule of ['ID-INN', 'ID-BIK', 'ID-ACCOUNT', 'ID-CORR', 'ACCOUNT-CURRENCY'])
      assert.ok(
        report.passed.some(({ ruleId }) => ruleId === rule),
        rule,
      )
    assert.deepEqual(rulesOf(check({ ...PAYMENT, 'payment.account': '40702810938000000002' })), ['ID-ACCOUNT'])
    assert.deepEqual(rulesOf(check({ ...PAYMENT, 'seller.inn': '7707083894' })), ['ID-INN'])
    const euro = errors(check({ ...PAYMENT, currency: 'EUR' }))
    assert.deepEqual([euro[0]?.ruleId, euro[0]?.fields, euro[0]?.expected], ['ACCOUNT-CURRENCY', ['currency'], 'RUB'])
  })

  it('proposes the one repair that passes', () => {
    const [finding] = errors(check({ 'seller.inn': '77О7083893' }))
    assert.equal(finding?.expected, '7707083893')
  })

  it('does not hold the issuer’s own wrong number in structured data against the reading', () => {
    const wrong = { 'seller.vatId': 'DE123456789', 'payment.iban': 'DE12123443219876' }
    assert.deepEqual(rulesOf(check(wrong)), ['ID-IBAN', 'ID-VAT'])
    const structured = check(wrong, { structured: new Set(Object.keys(wrong)) })
    assert.deepEqual(rulesOf(structured), [])
    assert.equal(structured.findings.length, 2)
  })

  it('sees that a person has no КПП and that BIC and IBAN disagree', () => {
    assert.deepEqual(rulesOf(check({ 'seller.inn': '500100732259', 'seller.kpp': '773601001' })), ['ID-KPP-PERSON'])
    assert.deepEqual(rulesOf(check({ 'payment.iban': 'DE89370400440532013000', 'payment.bic': 'BNPAFRPP' })), ['BIC-COUNTRY'])
  })

  const entry = (leaves: Readonly<Record<string, string>>, approved = true): HistoryEntry => ({
    documentId: 'earlier',
    approved,
    data: invoice(leaves) as unknown as Record<string, unknown>,
  })

  it('stops changed bank details of a known seller, but not those of a seller without approved documents', () => {
    const known = entry({ 'seller.inn': '7707083893', 'payment.account': '40702810900000000009' })
    assert.ok(rulesOf(check(PAYMENT, { history: [known] })).includes('BANK-CHANGED'))
    assert.deepEqual(rulesOf(check(PAYMENT, { history: [{ ...known, approved: false }] })), [])
    assert.deepEqual(
      rulesOf(check(PAYMENT, { history: [known, entry({ 'seller.inn': '7707083893', 'payment.account': '40702810938000000001' })] })),
      [],
    )
  })

  it('stops an account that the list of suppliers does not know, unless an approved document does', () => {
    const company = (account: string) => ({ ...CompanyEntry.parse({ code: '1', name: 'X', accounts: [{ account }] }), version: 1 })
    const listed = (account: string, by: 'taxId' | 'account' = 'taxId'): Partial<RuleContext> => ({
      matched: { seller: { state: 'known', by, company: company(account), proposals: [] }, buyer: null },
    })
    const bank = (context: Partial<RuleContext>) =>
      check(PAYMENT, context).findings.flatMap(({ ruleId, severity }) => (ruleId === 'BANK-CHANGED' ? [severity] : []))
    assert.deepEqual(bank(listed('40702810900000000009')), ['error'])
    assert.deepEqual(bank(listed('4070 2810 9380 0000 0001')), [])
    const before = entry({ 'seller.inn': '7707083893', 'payment.account': '40702810938000000001' })
    assert.deepEqual(bank({ ...listed('40702810900000000009'), history: [before] }), [])
    // Who was found by this very account proves nothing about it.
    assert.deepEqual(bank(listed('40702810900000000009', 'account')), [])
  })

  it('stops an account that approved documents of another seller were paid to', () => {
    const paid = { 'payment.bik': '044525225', 'payment.account': '40702810938000000001' }
    const ofAnother = entry({ ...paid, 'seller.inn': '7736050003' })
    const severities = (leaves: Readonly<Record<string, string>>, history: readonly HistoryEntry[]) =>
      check(leaves, { history }).findings.flatMap(({ ruleId, severity }) => (ruleId === 'BANK-OWNER' ? [severity] : []))
    assert.deepEqual(severities(PAYMENT, [ofAnother]), ['error'])
    assert.deepEqual(severities({ ...PAYMENT, 'payee.name': 'Factor' }, [ofAnother]), ['warning'])
    assert.deepEqual(severities(PAYMENT, [{ ...ofAnother, approved: false }]), [])
    assert.deepEqual(severities(PAYMENT, [ofAnother, entry({ ...paid, 'seller.inn': '7707083893' })]), [])
    // The same number at another bank is another account, the same one inside an IBAN is the same.
    assert.deepEqual(severities(PAYMENT, [entry({ ...paid, 'payment.bik': '044525600', 'seller.inn': '7736050003' })]), [])
    const iban = { 'seller.inn': '7707083893', 'payment.iban': 'RU0204452560040702810412345678901' }
    assert.deepEqual(
      severities(iban, [entry({ 'seller.inn': '7736050003', 'payment.bik': '044525600', 'payment.account': '40702810412345678901' })]),
      ['error'],
    )
    // A tax number and a VAT id cannot be told apart from one seller's two ids.
    assert.deepEqual(severities(iban, [entry({ 'seller.vatId': 'DE136695976', 'payment.iban': iban['payment.iban'] })]), [])
    assert.ok(invoiceHistoryKeys(invoice(PAYMENT)).some(({ kind, key }) => kind === 'account' && key === '044525225/40702810938000000001'))
  })

  it('checks the tax numbers of Belarus and Kazakhstan where the party is from there', () => {
    const belarus = { 'seller.address.country': 'BY', 'seller.taxRegId': '200988541' }
    assert.deepEqual(check(belarus).passed, [{ ruleId: 'ID-UNP', fields: ['seller.taxRegId'] }])
    assert.deepEqual(rulesOf(check({ ...belarus, 'seller.taxRegId': '200988542' })), ['ID-UNP'])
    assert.deepEqual(rulesOf(check({ ...belarus, 'seller.address.country': 'DE', 'seller.taxRegId': '200988542' })), [])
    assert.deepEqual(rulesOf(check({ 'buyer.address.country': 'KZ', 'buyer.taxRegId': '940140000386' })), ['ID-BIN'])
  })

  it('finds the same invoice again, a near one, and lets the next month pass', () => {
    const one = { 'seller.inn': '7707083893', number: 'А-00123', issueDate: '2026-03-12', 'totals.gross': '119.00' }
    const again = (changes: Readonly<Record<string, string>>) =>
      rulesOf(check({ ...one, ...changes }, { today: '2026-05-01', history: [entry(one)] }))
    assert.deepEqual(again({ number: 'A-123' }), ['DUPLICATE'])
    assert.deepEqual(again({ number: 'A-124' }), ['DUPLICATE-NEAR'])
    assert.deepEqual(again({ number: 'B-777', issueDate: '2026-03-19' }), ['DUPLICATE-NEAR'])
    assert.deepEqual(again({ number: 'B-777', issueDate: '2026-04-12' }), [])
    assert.deepEqual(again({ number: 'B-777', 'totals.gross': '120.00' }), [])
    assert.deepEqual(again({ 'seller.inn': '7736050003' }), [])
    assert.deepEqual(invoiceHistoryKeys(invoice(one)), [
      { kind: 'seller', key: '7707083893' },
      { kind: 'duplicate', key: '7707083893|A-123|2026-03-12|119.00' },
    ])
  })
})

describe('dates, parties, rates, words', () => {
  it('checks the order and plausibility of dates', () => {
    assert.deepEqual(rulesOf(check({ issueDate: '2026-03-12', dueDate: '2026-03-11' })), ['DATE-DUE'])
    assert.deepEqual(rulesOf(check({ issueDate: '2026-03-21' })), [])
    assert.deepEqual(rulesOf(check({ issueDate: '2026-03-22' })), ['DATE-FUTURE'])
    assert.deepEqual(rulesOf(check({ issueDate: '2023-03-19' })), ['DATE-OLD'])
    assert.deepEqual(rulesOf(check({ 'period.start': '2026-02-01', 'period.end': '2026-01-31' })), ['DATE-PERIOD'])
    assert.deepEqual(rulesOf(check({ issueDate: '2026-03-12', 'contractRef.date': '2026-03-13' })), ['DATE-CONTRACT'])
  })

  it('knows who may be seller and buyer', () => {
    const parties = { 'seller.inn': '7707083893', 'buyer.inn': '7736050003' }
    assert.deepEqual(rulesOf(check(parties, { ownTaxIds: ['7736050003'] })), [])
    assert.deepEqual(rulesOf(check(parties, { ownTaxIds: ['7707083893'] })), ['PARTY-OWN-BUYER', 'PARTY-OWN-SELLER'])
    const same = { ...parties, 'buyer.inn': '7707083893' }
    const severity = (structured: readonly string[]) => check(same, { structured: new Set(structured) }).findings.map((f) => f.severity)
    assert.deepEqual(rulesOf(check(same)), ['PARTY-SAME'])
    // Structured data cannot be misread: companies of one VAT group share their id.
    assert.deepEqual([severity([]), severity(['seller.inn']), severity(Object.keys(same))], [['error'], ['error'], ['warning']])
  })

  it('holds Russian rates against the day of shipment', () => {
    const on = (date: string, rate: string) =>
      check({ 'seller.inn': '7707083893', issueDate: date, 'taxes[0].rate': rate }, { today: date }).findings.map(
        ({ severity }) => severity,
      )
    assert.deepEqual(on('2026-01-01', '22'), [])
    assert.deepEqual(on('2026-01-01', '20'), ['warning'])
    assert.deepEqual(on('2025-12-31', '22'), ['error'])
    assert.deepEqual(on('2025-12-31', '20'), [])
    assert.deepEqual(on('2024-12-31', '5'), ['error'])
    assert.deepEqual(on('2026-03-12', '19'), ['error'])
    assert.deepEqual(check({ issueDate: '2026-03-12', 'taxes[0].rate': '19' }).findings, [])
  })

  it('counts lines against «Всего наименований»', () => {
    assert.deepEqual(rulesOf(check({ 'totals.lineCount': '2', 'lines[0].name': 'a', 'lines[1].name': 'b' })), [])
    assert.deepEqual(rulesOf(check({ 'totals.lineCount': '3', 'lines[0].name': 'a', 'lines[1].name': 'b' })), ['RU-1'])
  })

  it('compares the sum in «Всего наименований N, на сумму X» with the total', () => {
    const stated = { 'totals.lineCount': 'Всего наименований 1, на сумму 36 600,00 руб.', 'totals.gross': '36600.00', 'lines[0].name': 'a' }
    assert.deepEqual(rulesOf(check(stated)), [])
    assert.equal(check(stated).passed.filter(({ ruleId }) => ruleId === 'RU-1').length, 2)
    assert.deepEqual(rulesOf(check({ ...stated, 'totals.gross': '36000.00' })), ['RU-1'])
  })

  it('knows a seller again by any of its ids, or by its name', () => {
    const both = { 'seller.inn': '7707083893', 'seller.vatId': 'DE136695976', number: '1', issueDate: '2026-03-12', 'totals.gross': '5.00' }
    const earlier: HistoryEntry = { documentId: 'e', approved: true, data: invoice(both) as unknown as Record<string, unknown> }
    assert.deepEqual(rulesOf(check({ ...both, 'seller.inn': null }, { history: [earlier] })), ['DUPLICATE'])
    const named = { ...both, 'seller.inn': null, 'seller.vatId': null, 'seller.name': 'Muster GmbH & Co. KG' }
    const before: HistoryEntry = {
      ...earlier,
      data: invoice({ ...named, 'seller.name': 'MUSTER GmbH & Co KG' }) as unknown as Record<string, unknown>,
    }
    assert.deepEqual(rulesOf(check(named, { history: [before] })), ['DUPLICATE'])
  })

  it('compares the amount in words', () => {
    assert.deepEqual(rulesOf(check({ 'totals.gross': '1200.50', 'totals.inWords': 'Одна тысяча двести рублей 50 копеек' })), [])
    assert.deepEqual(rulesOf(check({ 'totals.gross': '1300.50', 'totals.inWords': 'Одна тысяча двести рублей 50 копеек' })), ['WORDS'])
    const words = (gross: string) => errors(check({ 'totals.gross': gross, 'totals.inWords': 'Одна тысяча двести рублей 50 копеек' }))[0]
    assert.deepEqual([words('1300.50')?.fields, words('1300.50')?.expected], [['totals.gross'], '1200.50'])
    assert.deepEqual(words('4711.00')?.fields, ['totals.gross', 'totals.inWords'])
  })

  it('knows the minimum for approval', () => {
    assert.deepEqual(missingForApproval(invoice(SOUND)), [])
    assert.deepEqual(missingForApproval(invoice({})), [
      'number',
      'issueDate',
      'seller.name',
      'seller.vatId',
      'totals.gross',
      'currency',
      'totals.tax',
    ])
    assert.deepEqual(missingForApproval(invoice({ ...SOUND, 'seller.vatId': null, 'seller.legalId': 'HRB 1' })), [])
    const american = { 'seller.address.line1': '1 Sample Road', 'seller.address.city': 'Sampleton', 'seller.address.region': 'NV' }
    const anonymous = { ...SOUND, 'seller.vatId': null, ...american, currency: 'USD' }
    assert.deepEqual(missingForApproval(invoice({ ...anonymous, 'seller.address.zip': '00042', 'seller.address.country': 'US' })), [])
    assert.deepEqual(missingForApproval(invoice({ ...anonymous, 'seller.address.zip': null })), ['seller.vatId'])
    assert.deepEqual(missingForApproval(invoice({ ...SOUND, 'totals.tax': null, 'taxes[1].category': 'E' })), [])
  })
})
