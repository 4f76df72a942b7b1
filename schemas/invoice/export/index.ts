import type { ExportFormat } from '../../export.ts'
import { commonFormats } from '../../exports/common.ts'
import { oneCODataFormat, oneCServiceFormat } from '../../shared/trade/export/one-c/index.ts'
import { updFormat } from '../../shared/trade/export/upd/index.ts'
import { invoiceFields } from '../fields.ts'
import type { Invoice } from '../schema.ts'
import { bankOrderFormat } from './bank-order/index.ts'
import { ciiFormat } from './cii/index.ts'
import { datevFormat } from './datev/index.ts'
import { facturXFormat } from './factur-x/index.ts'
import { sapIdocFormat } from './sap/idoc.ts'
import { sapODataFormat } from './sap/odata.ts'
import { tableNames } from './table-names.ts'
import { ublFormat } from './ubl/index.ts'

/** The files in which an approved invoice leaves, in the order of the menu. */
export const invoiceExports: readonly ExportFormat<Invoice>[] = [
  ...commonFormats<Invoice>('invoice', invoiceFields, tableNames, 'lines'),
  ublFormat,
  ciiFormat,
  facturXFormat,
  updFormat,
  oneCServiceFormat,
  oneCODataFormat,
  bankOrderFormat,
  sapODataFormat,
  sapIdocFormat,
  datevFormat,
]
