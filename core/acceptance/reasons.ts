import type { Reason } from '../result.ts'

export const UNPROVEN: Reason = {
  code: 'not_calibrated',
  message: {
    en: 'The values were read from the page, and there is no certificate for this document type yet. A person confirms every such document.',
    ru: 'Значения прочитаны со страницы, а сертификата на этот вид документов ещё нет. Каждый такой документ подтверждает человек.',
  },
}
export const PIPELINE_CHANGED: Reason = {
  code: 'certificate_outdated',
  message: {
    en: 'The certificate was issued for an earlier version of the program, models or settings. It no longer holds.',
    ru: 'Сертификат выдан на прежнюю версию программы, моделей или настроек. Он больше не действует.',
  },
}
export const OTHER_ENGINE: Reason = {
  code: 'outside_certificate',
  message: {
    en: 'The page was read by an engine that the certificate does not cover.',
    ru: 'Страница прочитана движком распознавания, на который сертификат не распространяется.',
  },
}
export const BELOW_THRESHOLD: Reason = {
  code: 'below_threshold',
  message: {
    en: 'The document is less sure than the certificate demands. Compare the marked values with the page.',
    ru: 'Уверенность в документе ниже, чем требует сертификат. Сверьте отмеченные значения со страницей.',
  },
}
export const BLIND_AUDIT: Reason = {
  code: 'blind_audit',
  message: {
    en: 'Drawn for a check of the machine: enter the values from the page before you see what was read.',
    ru: 'Выбран для проверки программы: введите значения со страницы, прежде чем увидите прочитанное.',
  },
}
export const BLIND_REVIEW: Reason = {
  code: 'blind_review',
  message: {
    en: 'Evidence for a certificate is being gathered: enter the values from the page before you see what was read.',
    ru: 'Собираются данные для сертификата: введите значения со страницы, прежде чем увидите прочитанное.',
  },
}
export const RULE_CONFIDENCE: Reason = {
  code: 'below_threshold',
  message: {
    en: "A value is less sure than your organisation's rule demands.",
    ru: 'Уверенность в одном из значений ниже, чем требует правило вашей организации.',
  },
}
export const RULE_UNMEASURED: Reason = {
  code: 'not_measured',
  message: {
    en: 'How often values of this document type are read right was not measured on enough documents. A person confirms every such document.',
    ru: 'Как часто значения этого вида документов читаются верно, не измерено на достаточном числе документов. Каждый такой документ подтверждает человек.',
  },
}
export const RULE_AMOUNT: Reason = {
  code: 'above_limit',
  message: {
    en: 'The total is above the limit up to which your organisation accepts documents without a person.',
    ru: 'Итог больше предела, до которого ваша организация принимает документы без человека.',
  },
}
