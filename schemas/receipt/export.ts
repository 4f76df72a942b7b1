import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { receiptFields } from './fields.ts'
import type { Receipt } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Receipt', ru: 'Чек' },
  branches: {
    merchant: { en: 'Shop', ru: 'Магазин' },
    payment: { en: 'Payment', ru: 'Оплата' },
    taxes: { en: 'Tax', ru: 'Налог' },
    lines: { en: 'Item', ru: 'Позиция' },
    fiscal: { en: 'Till', ru: 'Касса' },
  },
}

export const receiptExports: readonly ExportFormat<Receipt>[] = commonFormats('receipt', receiptFields, tableNames, 'lines')
