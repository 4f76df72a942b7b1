import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parseXml } from '../adapters/xml/index.ts'
import { conform } from '../core/assess/index.ts'
import { setAt } from '../core/paths.ts'
import { documentTypes } from '../schemas/registry.ts'

// Our own e-invoices with one number made larger. The expected ids are those that the official validation artefacts of EN 16931 (1.3.16) answer
// for the same file; BR-CO-17 stands for the BR-S-09 that they report beside it.
const invoice = documentTypes.find(({ name }) => name === 'invoice')!
const SAMPLES = join(import.meta.dirname, '../samples/invoice')

function errorsIn(xml: string): readonly string[] {
  const candidates = invoice.readXml!(parseXml(Buffer.from(xml)))!
  const loose: Record<string, unknown> = {}
  for (const { path, value } of candidates) setAt(loose, path, value)
  const derived = invoice.derive!(conform(invoice.schema, loose).data)
  for (const [path, { value }] of Object.entries(derived)) setAt(loose, path, value)
  const { findings } = invoice.check(conform(invoice.schema, loose).data, {
    today: '2026-11-21',
    history: [],
    ownTaxIds: [],
    derived: new Set(Object.keys(derived)),
    structured: new Set(candidates.map(({ path }) => path)),
  })
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId))].sort()
}

/** The `nth` element of that name (from 0) with `by` added to its number. */
function changed(xml: string, name: string, nth: number, by: string): string {
  let seen = -1
  const result = xml.replace(new RegExp(`(<[a-z]+:${name}\\b[^>]*>)(-?[0-9.]+)`, 'g'), (whole, tag: string, number: string) =>
    ++seen === nth ? tag + (Number(number) + Number(by)).toFixed(2) : whole,
  )
  assert.notEqual(result, xml)
  return result
}

type Case = readonly [name: string, nth: number, expected: readonly string[]]

const SYNTAXES: Readonly<Record<string, readonly Case[]>> = {
  'e-invoice-ubl': [
    ['TaxAmount', 0, ['BR-CO-14', 'BR-CO-15']],
    ['TaxableAmount', 0, ['BR-CO-17', 'BR-S-08']],
    ['TaxAmount', 1, ['BR-CO-14', 'BR-CO-17']],
    ['Percent', 0, ['BR-CO-17', 'BR-S-08']],
    ['LineExtensionAmount', 0, ['BR-CO-10', 'BR-CO-13']],
    ['TaxExclusiveAmount', 0, ['BR-CO-13', 'BR-CO-15']],
    ['TaxInclusiveAmount', 0, ['BR-CO-15', 'BR-CO-16']],
    ['PayableAmount', 0, ['BR-CO-16']],
    ['LineExtensionAmount', 1, ['BR-CO-10', 'BR-S-08']],
    ['Percent', 2, ['BR-S-08']],
  ],
  'e-invoice-cii': [
    ['CalculatedAmount', 0, ['BR-CO-14', 'BR-CO-17']],
    ['BasisAmount', 0, ['BR-CO-17', 'BR-S-08']],
    ['TaxTotalAmount', 0, ['BR-CO-14', 'BR-CO-15']],
    ['TaxBasisTotalAmount', 0, ['BR-CO-13', 'BR-CO-15']],
    ['GrandTotalAmount', 0, ['BR-CO-15', 'BR-CO-16']],
    ['DuePayableAmount', 0, ['BR-CO-16']],
    ['RateApplicablePercent', 0, ['BR-S-08']],
    ['LineTotalAmount', 0, ['BR-CO-10', 'BR-S-08']],
  ],
}

for (const [sample, cases] of Object.entries(SYNTAXES))
  describe(`${sample} with one number changed`, () => {
    const xml = readFileSync(join(SAMPLES, sample, 'document.xml'), 'utf8')

    it('has no error as it is', () => assert.deepEqual(errorsIn(xml), []))

    for (const [name, nth, expected] of cases)
      it(`${name} ${nth + 1} + 11.11: ${expected.join(', ')}`, () => assert.deepEqual(errorsIn(changed(xml, name, nth, '11.11')), expected))
  })
