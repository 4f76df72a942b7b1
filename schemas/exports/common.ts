import type { FieldSpec } from '../define.ts'
import type { ExportFormat } from '../export.ts'
import { jsonFormat } from './json.ts'
import type { TableNames } from './tables.ts'
import { tabularFormats } from './tabular.ts'

/** The files in which an approved document of any type leaves: JSON, and tables with one line per item of `list`. */
export function commonFormats<Data>(
  type: string,
  fields: readonly FieldSpec[],
  names: TableNames,
  list: string,
): readonly ExportFormat<Data>[] {
  return [jsonFormat(type), ...tabularFormats<Data>(fields, names, list)]
}
