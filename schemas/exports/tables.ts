import type { Localised } from '../../core/finding.ts'
import { valueAt } from '../../core/paths.ts'
import type { Cell, Table } from '../../core/spreadsheet/index.ts'
import type { FieldSpec } from '../define.ts'

export interface TableNames {
  readonly document: Localised
  /** Names of branches and lists, put before captions that several fields share: `seller` → «Seller». */
  readonly branches: Readonly<Record<string, Localised>>
}

type Language = keyof Localised

/** The record as tables: its own fields in one line, and one table per list. Every line starts with the record's id, which joins them. */
export function tablesOf(
  fields: readonly FieldSpec[],
  names: TableNames,
  data: unknown,
  recordId: string,
  language: Language,
): readonly Table[] {
  const own = fields.filter(({ path }) => !path.includes('[]'))
  const lists = [
    ...Map.groupBy(
      fields.filter(({ path }) => path.includes('[]')),
      ({ path }) => path.split('[]')[0]!,
    ),
  ]
  const id: Cell = { kind: 'text', value: recordId }
  const main: Table = {
    name: names.document[language],
    captions: ['id', ...captionsOf(own, names, language)],
    rows: [[id, ...own.map((field) => cellAt(data, field.path, field))]],
  }
  return [main, ...lists.map(([list, specs]) => listTable(list, specs, names, data, id, language))]
}

/** One line per item of `list`, each with the document's own fields before its own: what fits a single text table. */
export function flatTable(
  fields: readonly FieldSpec[],
  names: TableNames,
  list: string,
  data: unknown,
  recordId: string,
  language: Language,
): Table {
  const [main, ...lists] = tablesOf(fields, names, data, recordId, language)
  const items = lists.find(({ name }) => name === nameOf(list, names, language))
  const [document] = main!.rows
  const blank = items?.captions.slice(1).map(() => null) ?? []
  const rows = items?.rows.map((row) => [...document!, ...row.slice(1)]) ?? []
  const prefix = nameOf(list, names, language)
  return {
    name: main!.name,
    captions: [...main!.captions, ...(items?.captions.slice(1).map((caption) => `${prefix}: ${caption}`) ?? [])],
    rows: rows.length > 0 ? rows : [[...document!, ...blank]],
  }
}

function listTable(list: string, specs: readonly FieldSpec[], names: TableNames, data: unknown, id: Cell, language: Language): Table {
  const items = valueAt(data, list)
  const count = Array.isArray(items) ? items.length : 0
  return {
    name: nameOf(list, names, language),
    captions: ['id', ...specs.map(({ caption }) => caption[language])],
    rows: Array.from({ length: count }, (_, i) => [id, ...specs.map((spec) => cellAt(data, spec.path.replace('[]', `[${i}]`), spec))]),
  }
}

/** A caption that several fields have gets its branch in front, a caption of one field stays. */
function captionsOf(fields: readonly FieldSpec[], names: TableNames, language: Language): readonly string[] {
  const count = Map.groupBy(fields, ({ caption }) => caption[language])
  return fields.map(({ path, caption }) => {
    const text = caption[language]
    const branch = path.split('.').slice(0, -1).join('.')
    return count.get(text)!.length === 1 || branch === '' ? text : `${nameOf(branch, names, language)}: ${text}`
  })
}

function nameOf(branch: string, { branches }: TableNames, language: Language): string {
  return (branches[branch] ?? branches[branch.split('.')[0]!])?.[language] ?? branch
}

const NUMBERS = new Set(['money', 'decimal', 'rate'])

function cellAt(data: unknown, path: string, { kind }: FieldSpec): Cell {
  const value = valueAt(data, path)
  if (value === null || value === undefined) return null
  if (typeof value !== 'string') return { kind: 'text', value: String(value) }
  if (NUMBERS.has(kind) && /^-?\d+(\.\d+)?$/.test(value)) return { kind: 'number', value }
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'date', value } : { kind: 'text', value }
}
