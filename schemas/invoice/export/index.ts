import type { ExportFormat } from '../../export.ts'
import { jsonFormat } from '../../exports/json.ts'
import { tabularFormats } from '../../exports/tabular.ts'
import { invoiceFields } from '../fields.ts'
import type { Invoice } from '../schema.ts'
import { ciiFormat } from './cii/index.ts'
import { tableNames } from './table-names.ts'
import { ublFormat } from './ubl/index.ts'

/** The files in which an approved invoice leaves, in the order of the menu. */
export const invoiceExports: readonly ExportFormat<Invoice>[] = [
  jsonFormat('invoice'),
  ...tabularFormats<Invoice>(invoiceFields, tableNames, 'lines'),
  ublFormat,
  ciiFormat,
]
