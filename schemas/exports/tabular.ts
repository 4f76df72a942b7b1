import { CSV_PROFILES, writeCsv, writeXlsx } from '../../core/spreadsheet/index.ts'
import type { FieldSpec } from '../define.ts'
import type { ExportFormat } from '../export.ts'
import { flatTable, type TableNames, tablesOf } from './tables.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAMES = { en: { csv: 'csv', xlsx: 'xlsx' }, ru: { csv: 'ru.csv', xlsx: 'ru.xlsx' } } as const

/** CSV (one line per item of `list`) and XLSX (a sheet per list) of any type, in the English and the Russian profile. */
export function tabularFormats<Data>(fields: readonly FieldSpec[], names: TableNames, list: string): readonly ExportFormat<Data>[] {
  const others = new Set(fields.flatMap(({ path }) => (path.includes('[]') ? [path.split('[]')[0]!] : [])))
  others.delete(list)
  return (['en', 'ru'] as const).flatMap((language): readonly ExportFormat<Data>[] => [
    {
      name: NAMES[language].csv,
      caption: language === 'en' ? { en: 'CSV', ru: 'CSV, английский' } : { en: 'CSV, Russian', ru: 'CSV' },
      mediaType: 'text/csv; charset=utf-8; header=present',
      settings: [],
      leavesOut: [...others],
      lacks: () => [],
      write: (data, { recordId }) =>
        new TextEncoder().encode(writeCsv(flatTable(fields, names, list, data, recordId, language), CSV_PROFILES[language])),
    },
    {
      name: NAMES[language].xlsx,
      caption: language === 'en' ? { en: 'Excel', ru: 'Excel, английский' } : { en: 'Excel, Russian', ru: 'Excel' },
      mediaType: XLSX,
      settings: [],
      leavesOut: [],
      lacks: () => [],
      write: (data, { recordId }) => {
        const tables = tablesOf(fields, names, data, recordId, language)
        return writeXlsx(tables, language === 'en' ? 'yyyy-mm-dd' : 'dd.mm.yyyy')
      },
    },
  ])
}
