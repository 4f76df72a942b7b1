import type { PaperLanguage } from './language.ts'

type Words = Readonly<Record<PaperLanguage, string>>

/** UNTDID 1001. A code that is not here is an invoice or a credit note by the norm's own lists. */
const KINDS: Readonly<Record<string, Words>> = {
  '384': { de: 'Rechnungskorrektur', en: 'Corrected invoice', fr: 'Facture rectificative', ru: 'Корректировочный счет' },
  '386': { de: 'Anzahlungsrechnung', en: 'Prepayment invoice', fr: "Facture d'acompte", ru: 'Счет на предоплату' },
}
const INVOICE: Words = { de: 'Rechnung', en: 'Invoice', fr: 'Facture', ru: 'Счет' }
const CREDIT_NOTE: Words = { de: 'Gutschrift', en: 'Credit note', fr: 'Avoir', ru: 'Кредит-нота' }

export function titleWord(typeCode: string, isCredit: boolean, language: PaperLanguage): string {
  return (isCredit ? CREDIT_NOTE : (KINDS[typeCode] ?? INVOICE))[language]
}

/** UNTDID 4461: how people pay invoices; other codes are shown as they are. */
const MEANS: Readonly<Record<string, Words>> = {
  '10': { de: 'Bar', en: 'Cash', fr: 'Espèces', ru: 'Наличные' },
  '20': { de: 'Scheck', en: 'Cheque', fr: 'Chèque', ru: 'Чек' },
  '30': { de: 'Überweisung', en: 'Credit transfer', fr: 'Virement', ru: 'Банковский перевод' },
  '48': { de: 'Karte', en: 'Bank card', fr: 'Carte bancaire', ru: 'Банковская карта' },
  '49': { de: 'Lastschrift', en: 'Direct debit', fr: 'Prélèvement', ru: 'Прямое списание' },
  '57': { de: 'Dauerauftrag', en: 'Standing agreement', fr: 'Accord permanent', ru: 'Постоянное соглашение' },
  '58': { de: 'SEPA-Überweisung', en: 'SEPA credit transfer', fr: 'Virement SEPA', ru: 'Перевод SEPA' },
  '59': { de: 'SEPA-Lastschrift', en: 'SEPA direct debit', fr: 'Prélèvement SEPA', ru: 'Списание SEPA' },
}

export function meansWord(code: string, language: PaperLanguage): string {
  return MEANS[code]?.[language] ?? code
}

/** UNTDID 5305 as EN 16931 uses it. */
const CATEGORIES: Readonly<Record<string, Words>> = {
  S: { de: 'Umsatzsteuer', en: 'VAT', fr: 'TVA', ru: 'НДС' },
  Z: { de: 'Nullsatz', en: 'Zero rate', fr: 'Taux zéro', ru: 'Ставка 0 %' },
  E: { de: 'Steuerbefreit', en: 'Exempt', fr: 'Exonéré', ru: 'Без НДС' },
  AE: { de: 'Steuerschuldnerschaft des Leistungsempfängers', en: 'Reverse charge', fr: 'Autoliquidation', ru: 'НДС платит покупатель' },
  K: { de: 'Innergemeinschaftliche Lieferung', en: 'Supply within the EU', fr: 'Livraison intracommunautaire', ru: 'Поставка внутри ЕС' },
  G: { de: 'Ausfuhr', en: 'Export', fr: 'Exportation', ru: 'Экспорт' },
  O: { de: 'Nicht steuerbar', en: 'Outside the scope of VAT', fr: 'Hors champ de la TVA', ru: 'Не облагается НДС' },
  L: { de: 'IGIC (Kanaren)', en: 'IGIC (Canary Islands)', fr: 'IGIC (Canaries)', ru: 'IGIC (Канарские острова)' },
  M: { de: 'IPSI (Ceuta, Melilla)', en: 'IPSI (Ceuta, Melilla)', fr: 'IPSI (Ceuta, Melilla)', ru: 'IPSI (Сеута, Мелилья)' },
}

export function categoryWord(category: string, language: PaperLanguage): string {
  return CATEGORIES[category]?.[language] ?? category
}

/** UN/ECE Rec 20: what is most often billed; other units are shown by their code. */
const UNITS: Readonly<Record<string, Words>> = {
  C62: { de: 'Stk', en: 'pcs', fr: 'pce', ru: 'шт' },
  H87: { de: 'Stk', en: 'pcs', fr: 'pce', ru: 'шт' },
  HUR: { de: 'Std', en: 'h', fr: 'h', ru: 'ч' },
  DAY: { de: 'Tage', en: 'days', fr: 'jours', ru: 'дн' },
  MON: { de: 'Monate', en: 'months', fr: 'mois', ru: 'мес' },
  KGM: { de: 'kg', en: 'kg', fr: 'kg', ru: 'кг' },
  TNE: { de: 't', en: 't', fr: 't', ru: 'т' },
  LTR: { de: 'l', en: 'l', fr: 'l', ru: 'л' },
  MTR: { de: 'm', en: 'm', fr: 'm', ru: 'м' },
  MTK: { de: 'm²', en: 'm²', fr: 'm²', ru: 'м²' },
  MTQ: { de: 'm³', en: 'm³', fr: 'm³', ru: 'м³' },
  XPK: { de: 'Paket', en: 'packs', fr: 'paquet', ru: 'упак' },
  SET: { de: 'Set', en: 'sets', fr: 'jeu', ru: 'компл' },
  KWH: { de: 'kWh', en: 'kWh', fr: 'kWh', ru: 'кВт·ч' },
}

export function unitWord(code: string, language: PaperLanguage): string {
  return UNITS[code]?.[language] ?? code
}
