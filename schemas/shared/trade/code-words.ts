import type { Localised } from '../../../core/finding.ts'

/** UNTDID 5305 as EN 16931 uses it. */
export const TAX_CATEGORIES: Readonly<Record<string, Localised>> = {
  S: { en: 'Standard or reduced rate', ru: 'Облагается по ставке' },
  Z: { en: 'Zero rate', ru: 'Ставка 0 %' },
  E: { en: 'Exempt', ru: 'Без НДС (освобождено)' },
  AE: { en: 'Reverse charge', ru: 'НДС платит покупатель' },
  K: { en: 'Supply within the EU', ru: 'Поставка внутри ЕС' },
  G: { en: 'Export, no tax', ru: 'Экспорт без налога' },
  O: { en: 'Outside the scope of VAT', ru: 'Не облагается НДС' },
  L: { en: 'Canary Islands (IGIC)', ru: 'Канарские острова (IGIC)' },
  M: { en: 'Ceuta and Melilla (IPSI)', ru: 'Сеута и Мелилья (IPSI)' },
}
