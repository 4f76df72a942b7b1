import type { Localised } from '../../core/finding.ts'

/** Yes/no questions about a contract; the names are those of the CUAD labels, so that figures can be compared with published ones. */
export const CLAUSES = {
  anti_assignment: { en: 'No assignment without consent', ru: 'Запрет уступки без согласия' },
  termination_for_convenience: { en: 'Termination without cause', ru: 'Отказ от договора без причины' },
  cap_on_liability: { en: 'Liability is limited', ru: 'Ответственность ограничена' },
  liquidated_damages: { en: 'Penalties, liquidated damages', ru: 'Неустойка, штрафы, пени' },
  exclusivity: { en: 'Exclusivity', ru: 'Исключительность' },
  non_compete: { en: 'Non-compete', ru: 'Запрет конкуренции' },
  license_grant: { en: 'Licence grant', ru: 'Предоставление лицензии' },
  audit_rights: { en: 'Audit rights', ru: 'Право проверки' },
  insurance: { en: 'Insurance', ru: 'Страхование' },
  revenue_profit_sharing: { en: 'Share of revenue or profit', ru: 'Доля выручки или прибыли' },
  minimum_commitment: { en: 'Minimum commitment', ru: 'Минимальный объём' },
  warranty_duration: { en: 'Warranty period', ru: 'Гарантийный срок' },
  change_of_control: { en: 'Change of control', ru: 'Смена контроля' },
  ip_ownership_assignment: { en: 'Rights to results pass over', ru: 'Передача исключительных прав' },
  post_termination_services: { en: 'Duties after the end', ru: 'Обязанности после окончания' },
  confidentiality: { en: 'Confidentiality', ru: 'Конфиденциальность' },
  force_majeure: { en: 'Force majeure', ru: 'Непреодолимая сила' },
} as const satisfies Readonly<Record<string, Localised>>

export type ClauseName = keyof typeof CLAUSES
export const CLAUSE_NAMES = Object.keys(CLAUSES) as readonly ClauseName[]
