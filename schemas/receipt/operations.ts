import type { Localised } from '../../core/finding.ts'

/** 54-ФЗ, tag 1054. */
export const OPERATIONS: Readonly<Record<string, Localised>> = {
  sale: { en: 'Sale', ru: 'Приход' },
  refund: { en: 'Refund', ru: 'Возврат прихода' },
  purchase: { en: 'Purchase from a person', ru: 'Расход' },
  purchase_refund: { en: 'Purchase returned', ru: 'Возврат расхода' },
}
