import type { Localised } from '../../core/finding.ts'

type CodeWords = Readonly<Record<string, Localised>>

/** UNTDID 1001, the kinds that EN 16931 and the УПД use; other codes stay as printed. */
export const KINDS: CodeWords = {
  '380': { en: 'Invoice', ru: 'Счёт' },
  '381': { en: 'Credit note', ru: 'Кредит-нота' },
  '383': { en: 'Debit note', ru: 'Дебет-нота' },
  '384': { en: 'Corrected invoice', ru: 'Корректировочный счёт' },
  '386': { en: 'Prepayment invoice', ru: 'Счёт на предоплату' },
  '389': { en: 'Self-billed invoice', ru: 'Счёт, выставленный покупателем' },
  '326': { en: 'Partial invoice', ru: 'Промежуточный счёт' },
  '875': { en: 'Partial construction invoice', ru: 'Промежуточный счёт за стройку' },
}

/** UNTDID 4461. */
export const MEANS: CodeWords = {
  '10': { en: 'Cash', ru: 'Наличные' },
  '20': { en: 'Cheque', ru: 'Чек' },
  '30': { en: 'Credit transfer', ru: 'Банковский перевод' },
  '31': { en: 'Debit transfer', ru: 'Дебетовый перевод' },
  '42': { en: 'Payment to bank account', ru: 'Платёж на счёт' },
  '48': { en: 'Bank card', ru: 'Банковская карта' },
  '49': { en: 'Direct debit', ru: 'Прямое списание' },
  '57': { en: 'Standing agreement', ru: 'Постоянное соглашение' },
  '58': { en: 'SEPA credit transfer', ru: 'Перевод SEPA' },
  '59': { en: 'SEPA direct debit', ru: 'Списание SEPA' },
  '97': { en: 'Clearing between partners', ru: 'Взаимозачёт' },
}
