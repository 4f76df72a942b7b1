import type { ClassSigns } from '../../../core/classification/index.ts'

export const AGREEMENT_SIGNS: ClassSigns = {
  titles: [
    /^(?:[\p{L}\s,&'’-]{0,50}\b)?(?:agreement|contract|amendment|lease|memorandum of understanding|terms and conditions)(?![\p{L}])(?!\s*(?:no|number|date|ref)\b)/iu,
    /^(?:[\p{L}-]+\s){0,3}(?:договор|контракт|соглашение)(?!\p{L})(?!\s+от\b)/iu,
    /^\p{L}{0,24}(?:vertrag|vereinbarung)(?!\p{L})|^(?:contrat|convention)(?!\p{L})/iu,
    /^exhibit\s+\d|^приложение\s+№?\s?\d+\s+к\s+договору/iu,
  ],
  words: [
    /\bwhereas\b|now,? therefore|witnesseth|in witness whereof/iu,
    /hereinafter|hereto|hereof|hereby agree|herein(?:\s|\.)/iu,
    /the parties (?:hereto|agree|acknowledge)|by and between|each of the parties|either party/iu,
    /governing law|governed by(?: and construed)?|jurisdiction|arbitration/iu,
    /terminat(?:e|ion)|effective date|renewal|notice period/iu,
    /confidential|indemnif|liability|force majeure|assignment/iu,
    /именуем\p{L}+\s+в\s+дальнейшем|с одной стороны|с другой стороны|заключили настоящ/iu,
    /предмет договора|права и обязанности|ответственность сторон|порядок расч[её]тов|срок действия договора/iu,
    /форс-мажор|непреодолимой силы|расторжени|реквизиты (?:и подписи )?сторон|адреса и реквизиты/iu,
    /vertragsparteien|vertragsgegenstand|kündigung|gerichtsstand|vertragslaufzeit|nachstehend/iu,
    /les parties|ci-après|résiliation|droit applicable/iu,
  ],
}
