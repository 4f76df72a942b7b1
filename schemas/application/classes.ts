import type { ClassSigns } from '../../core/classification/index.ts'
import type { DocumentClass } from '../define.ts'

/** Titles stand where a short line begins; words stand anywhere on the first two pages. */
export const applicationSigns: ClassSigns = {
  titles: [
    /^(?:служебная\s+)?заявка(?!\p{L})(?:\s+(?:№|n\b|на\s|от\s|о\s)|$)|^заявка-/iu,
    /^(?:(?:internal|purchase|payment|service|procurement|material|expense)\s+)+(?:request|requisition|application)(?!\p{L})/iu,
    /^(?:request|requisition|application) for (?:the )?(?:purchase|payment|service|goods|funds)/iu,
    /^(?:bedarfsanforderung|bestellanforderung|zahlungsantrag|beschaffungsantrag|demande d['’]achat|demande de paiement)(?!\p{L})/iu,
  ],
  words: [
    /заявител|инициатор|requested by|applicant|request(?:e|o)r|antragsteller|demandeur/iu,
    /подразделение|(?<!\p{L})отдел(?!\p{L})|department|abteilung|service demandeur/iu,
    /согласовано|утверждаю|утверждено|одобрено|approved by|authori[sz]ed by|genehmigt|approuvé/iu,
    /обоснование|цель закупки|justification|reason for|business need|begründung/iu,
    /желаем|срок (?:поставки|исполнения|оплаты)|требуется к|необходимо к|required by|needed by|desired date|pay by/iu,
    /прошу|просим|please (?:purchase|pay|order|arrange)|статья (?:бюджета|расходов|затрат|ддс)|budget (?:item|line|code)|cost cent(?:re|er)/iu,
  ],
}

export const applicationClasses: readonly DocumentClass[] = [
  { name: 'application', caption: { en: 'Application (request)', ru: 'Заявка' }, signs: applicationSigns },
]
