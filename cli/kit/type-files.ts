import type { Names } from './names.ts'

/** The files of a new type's folder, path → text. They compile, pass the contract of the registry and read their own example; then they are made right. */
export function typeFiles({ kebab, camel, pascal, upper, en, ru }: Names): Readonly<Record<string, string>> {
  const pattern = (caption: string) => caption.toLowerCase().replace(/[^\p{L}\d]+/gu, '\\s+')
  return {
    'schema.ts': `import { z } from 'zod'
import { date, money, text } from '../shared/leaves.ts'

const Line = z.object({ name: text, quantity: money, price: money, amount: money })

/** ${en}. Every leaf may be null = not on the document. */
export const ${pascal} = z.object({
  number: text,
  date,
  partner: z.object({ name: text }),
  currency: text.describe('ISO 4217'),
  total: money,
  lines: z.array(Line),
})
export type ${pascal} = z.infer<typeof ${pascal}>
`,
    'fields.ts': `import type { FieldSpec } from '../define.ts'
import { fieldGroup } from '../shared/field-rows.ts'

/** Every leaf, in the order of the review form. */
export const ${camel}Fields: readonly FieldSpec[] = [
  ...fieldGroup('document', [
    ['number', 'id', 'Number', 'Номер', { required: true }],
    ['date', 'date', 'Date', 'Дата', { required: true }],
    ['currency', 'code', 'Currency', 'Валюта'],
  ]),
  ...fieldGroup('parties', [['partner.name', 'name', 'Partner', 'Контрагент', { required: true }]], 'business'),
  ...fieldGroup('totals', [['total', 'money', 'Total', 'Итого', { required: true }]]),
  ...fieldGroup('lines', [
    ['lines[].name', 'text', 'Item', 'Наименование'],
    ['lines[].quantity', 'decimal', 'Quantity', 'Кол-во'],
    ['lines[].price', 'decimal', 'Price', 'Цена'],
    ['lines[].amount', 'money', 'Amount', 'Сумма', { sumsTo: ['total'], product: { quantity: 'lines[].quantity', price: 'lines[].price', unless: [] } }],
  ]),
]
`,
    'labels.ts': `import { type CaptionTable, captionsFrom } from '../shared/captioned/index.ts'

/** Captions as printed. Put every wording you meet here; the longest match wins. \`other\` claims captions that no field holds. */
const TABLE: CaptionTable = {
  number: { en: ['Number', 'No.'], ru: ['Номер', '№'] },
  date: { en: ['Date'], ru: ['Дата', 'от'] },
  'partner.name': { en: ['Partner'], ru: ['Контрагент'] },
  currency: { en: ['Currency'], ru: ['Валюта'] },
  total: { en: ['Total'], ru: ['Итого', 'Всего'] },
  'lines[].name': { en: ['Item', 'Description'], ru: ['Наименование'] },
  'lines[].quantity': { en: ['Quantity', 'Qty'], ru: ['Количество', 'Кол-во'] },
  'lines[].price': { en: ['Price'], ru: ['Цена'] },
  'lines[].amount': { en: ['Amount'], ru: ['Сумма'] },
}

export const ${upper}_CAPTIONS = captionsFrom(TABLE)
`,
    'classes.ts': `import type { ClassSigns } from '../../core/classification/index.ts'
import type { DocumentClass } from '../define.ts'

/** Titles stand where a short line begins; words stand anywhere on the first two pages. */
export const ${camel}Signs: ClassSigns = {
  titles: [/^${pattern(en)}(?!\\p{L})/iu, /^${pattern(ru)}(?!\\p{L})/iu],
  words: [/partner|контрагент/iu, /total|итого/iu],
}

export const ${camel}Classes: readonly DocumentClass[] = [
  { name: '${kebab.replaceAll('-', '_')}', caption: { en: '${en}', ru: '${ru}' }, signs: ${camel}Signs },
]
`,
    'read-pages.ts': `import type { Candidate } from '../../core/field.ts'
import type { Reading } from '../../core/reading.ts'
import { readCaptioned } from '../shared/captioned/index.ts'
import { ${camel}Fields } from './fields.ts'
import { ${upper}_CAPTIONS } from './labels.ts'

/** Values beside their captions and the rows of the table. What stands elsewhere is read here as well, as further candidates. */
export function read${pascal}Pages(reading: Reading): readonly Candidate[] {
  return readCaptioned(reading, ${upper}_CAPTIONS, ${camel}Fields)
}
`,
    'rules.ts': `import { dec, found, minorUnit, type Outcome, passed, reportOf, sum } from '../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../define.ts'
import type { ${pascal} } from './schema.ts'

/** Changes whenever a rule changes meaning. */
export const ${upper}_RULES_VERSION = '1'

export function check${pascal}(data: ${pascal}, context: RuleContext): RuleReport {
  return reportOf([...linesGiveTotal(data), ...notInFuture(data, context)])
}

/** Σ of the rows = total, to the minor unit per row that paper rounds by. */
function linesGiveTotal({ lines, total }: ${pascal}): readonly Outcome[] {
  if (total === null || lines.length === 0 || lines.some(({ amount }) => amount === null)) return []
  const expected = sum(lines.map(({ amount }) => dec(amount!)!))
  const fields = ['total', ...lines.map((_, i) => \`lines[\${i}].amount\`)]
  if (expected.minus(total).abs().lte(minorUnit(2).times(lines.length))) return [passed('LINES-TOTAL', fields)]
  return [
    found(
      'LINES-TOTAL',
      'error',
      fields,
      { en: 'The rows do not add up to the total.', ru: 'Сумма строк не равна итогу.' },
      { expected: expected.toFixed(), actual: total },
    ),
  ]
}

function notInFuture({ date }: ${pascal}, { today }: RuleContext): readonly Outcome[] {
  if (date === null || date <= today) return []
  return [
    found('DATE-FUTURE', 'warning', ['date'], {
      en: 'The date lies in the future. Check day, month and year.',
      ru: 'Дата в будущем. Проверьте день, месяц и год.',
    }),
  ]
}
`,
    'prompt/index.ts': `import type { TypePrompt } from '../../../core/llm/messages.ts'

/** Put \`prompt: ${camel}Prompt\` into index.ts once golden answers lie in prompt/golden (tests/llm/golden.test.ts reads them). */
export const ${camel}Prompt: TypePrompt = {
  about: 'The document is a ${en.toLowerCase()}. Say here what a reader must watch out for.',
  asks: () => true,
}
`,
    'export.ts': `import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { ${camel}Fields } from './fields.ts'
import type { ${pascal} } from './schema.ts'

const tableNames: TableNames = {
  document: { en: '${en}', ru: '${ru}' },
  branches: { partner: { en: 'Partner', ru: 'Контрагент' }, lines: { en: 'Item', ru: 'Позиция' } },
}

export const ${camel}Exports: readonly ExportFormat<${pascal}>[] = commonFormats('${kebab}', ${camel}Fields, tableNames, 'lines')
`,
    'truth.ts': `/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const ${camel}Truth: Readonly<Record<string, readonly string[]>> = {
  number: ['number'],
  issue_date: ['date'],
  partner_name: ['partner.name'],
  currency: ['currency'],
  grand_total: ['total'],
}

export const ${camel}TruthLines: Readonly<Record<string, readonly string[]>> = {
  description: ['name'],
  quantity: ['quantity'],
  unit_price: ['price'],
  line_total: ['amount'],
}
`,
    'index.ts': `import { supplierNameKey } from '../../core/memory/index.ts'
import { defineDocumentType } from '../define.ts'
import { recogniseBySigns } from '../shared/captioned/index.ts'
import { ${camel}Classes, ${camel}Signs } from './classes.ts'
import { ${camel}Exports } from './export.ts'
import { ${camel}Fields } from './fields.ts'
import { read${pascal}Pages } from './read-pages.ts'
import { check${pascal}, ${upper}_RULES_VERSION } from './rules.ts'
import { ${pascal} } from './schema.ts'
import { ${camel}Truth, ${camel}TruthLines } from './truth.ts'

export const ${camel} = defineDocumentType({
  name: '${kebab}',
  caption: { en: '${en}', ru: '${ru}' },
  schema: ${pascal},
  fields: ${camel}Fields,
  classes: ${camel}Classes,
  headline: { number: ['number'], date: ['date'], partner: ['partner.name'], amount: ['total'], currency: ['currency'] },
  recognise: (reading) => recogniseBySigns(reading, ${camel}Signs),
  readPages: read${pascal}Pages,
  check: check${pascal},
  // The type's own name stands in the key: another paper of the same number and day is no duplicate.
  historyKeys: ({ partner }) => (partner.name === null ? [] : [{ kind: 'seller', key: \`${kebab}|\${supplierNameKey(partner.name)}\` }]),
  supplierOwn: (path) => path.startsWith('partner.'),
  exports: ${camel}Exports,
  truth: ${camel}Truth,
  truthLines: ${camel}TruthLines,
  rulesVersion: ${upper}_RULES_VERSION,
})
`,
    'fixtures/example.txt': exampleText(en),
    [`${kebab}.test.ts`]: `import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { conform } from '../../core/assess/index.ts'
import { mergeCandidates } from '../../core/extraction/merge.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { setAt } from '../../core/paths.ts'
import { ${camel} } from './index.ts'

const example = readingOfText(readFileSync(new URL('./fixtures/example.txt', import.meta.url), 'utf8'))

describe('${en.toLowerCase()}', () => {
  it('is recognised by its title and words', () => assert.ok(${camel}.recognise(example) > 0.5))

  it('is read with its rows', () => {
    const { chosen } = mergeCandidates(${camel}.readPages(example))
    const values = Object.fromEntries(Object.entries(chosen).map(([path, { value }]) => [path, value]))
    assert.deepEqual(values, {
      number: '17',
      date: '2026-03-12',
      'partner.name': 'Specimen Tools Inc.',
      currency: 'EUR',
      total: '70.00',
      'lines[0].name': 'Paper A4',
      'lines[0].quantity': '10',
      'lines[0].price': '4.5',
      'lines[0].amount': '45.00',
      'lines[1].name': 'Folder',
      'lines[1].quantity': '5',
      'lines[1].price': '5',
      'lines[1].amount': '25.00',
    })
  })

  it('whose rows do not add up is a finding', () => {
    const loose: Record<string, unknown> = { total: '71.00' }
    setAt(loose, 'lines[0].amount', '70.00')
    const { data } = conform(${camel}.schema, loose)
    const context = { today: '2026-11-21', history: [], ownTaxIds: [], derived: new Set<string>() }
    assert.deepEqual(
      ${camel}.check(data, context).findings.map(({ ruleId }) => ruleId),
      ['LINES-TOTAL'],
    )
  })

  it('keeps its history apart from other papers of the partner', () => {
    const { data } = conform(${camel}.schema, { partner: { name: 'Specimen Tools Inc.' } })
    const keys = ${camel}.historyKeys(data)
    assert.ok(keys.length > 0 && keys.every(({ key }) => key.startsWith('${kebab}|')))
  })
})
`,
  }
}

function exampleText(en: string): string {
  return `
  ${en.toUpperCase()}

  Number: 17                          Date: 12.03.2026
  Partner: Specimen Tools Inc.        Currency: EUR

  Item                 Quantity       Price       Amount
  Paper A4                   10        4.50        45.00
  Folder                      5        5.00        25.00

  Total                                            70.00
`
}

/** What `docket evaluate samples/NAME` judges: the example as text to print, and its truth. */
export function sampleFiles({ kebab, en }: Names): Readonly<Record<string, string>> {
  const value = (type: string, one: string) => ({ type, value: one })
  const truth = {
    schema: 'doc-truth/1',
    id: `${kebab}-example`,
    kind: kebab,
    file: 'example.pdf',
    document_class: kebab,
    language: 'en',
    fields: {
      number: value('id', '17'),
      issue_date: value('date', '2026-03-12'),
      partner_name: value('string', 'Specimen Tools Inc.'),
      currency: value('currency', 'EUR'),
      grand_total: value('decimal', '70.00'),
    },
    line_items: [
      { description: 'Paper A4', quantity: '10', unit_price: '4.50', line_total: '45.00' },
      { description: 'Folder', quantity: '5', unit_price: '5.00', line_total: '25.00' },
    ],
    line_items_complete: true,
  }
  return { 'example.txt': exampleText(en), 'example.truth.json': `${JSON.stringify(truth, null, 2)}\n` }
}
