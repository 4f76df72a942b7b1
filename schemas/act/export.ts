import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { actFields } from './fields.ts'
import type { Act } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Act', ru: 'Акт' },
  branches: {
    seller: { en: 'Executor', ru: 'Исполнитель' },
    buyer: { en: 'Customer', ru: 'Заказчик' },
    lines: { en: 'Work', ru: 'Работа' },
    taxes: { en: 'VAT', ru: 'НДС' },
    signatories: { en: 'Signed by', ru: 'Подписи' },
  },
}

export const actExports: readonly ExportFormat<Act>[] = commonFormats('act', actFields, tableNames, 'lines')
