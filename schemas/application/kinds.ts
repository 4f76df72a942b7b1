import type { Localised } from '../../core/finding.ts'

/** What is asked for. */
export const APPLICATION_KINDS: Readonly<Record<string, Localised>> = {
  purchase: { en: 'Purchase', ru: 'Закупка' },
  payment: { en: 'Payment', ru: 'Оплата' },
  service: { en: 'Service', ru: 'Услуга' },
}
