import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { waybillFields } from './fields.ts'
import type { Waybill } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Waybill', ru: 'Накладная' },
  branches: {
    seller: { en: 'Supplier', ru: 'Поставщик' },
    buyer: { en: 'Payer', ru: 'Плательщик' },
    lines: { en: 'Item', ru: 'Товар' },
    taxes: { en: 'VAT', ru: 'НДС' },
    pageSubtotals: { en: 'Page sums', ru: 'Итого по странице' },
  },
}

export const waybillExports: readonly ExportFormat<Waybill>[] = commonFormats('waybill', waybillFields, tableNames, 'lines')
