import type { TableNames } from '../../exports/tables.ts'

export const tableNames: TableNames = {
  document: { en: 'Invoice', ru: 'Счёт' },
  branches: {
    seller: { en: 'Seller', ru: 'Продавец' },
    buyer: { en: 'Buyer', ru: 'Покупатель' },
    shipTo: { en: 'Deliver to', ru: 'Получатель груза' },
    lines: { en: 'Item', ru: 'Позиция' },
    taxes: { en: 'VAT', ru: 'НДС' },
    pageSubtotals: { en: 'Page sums', ru: 'Итоги страниц' },
    allowances: { en: 'Discounts', ru: 'Скидки' },
    charges: { en: 'Charges', ru: 'Надбавки' },
    signatories: { en: 'Signed by', ru: 'Подписи' },
  },
}
