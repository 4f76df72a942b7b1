import type { ClassSigns } from '../../core/classification/index.ts'

/** By what an act is known: its title, and what both sides state in it. */
export const ACT_SIGNS: ClassSigns = {
  titles: [
    /^акт(?!\p{L})(?:\s+(?:№|n\b|от|сдачи|при[её]м|выполненных|об|оказан|при[её]ма|о\s|на\s)|$)/iu,
    /^(?:certificate of (?:acceptance|completion)|acceptance (?:certificate|act|protocol)|act of acceptance|delivery and acceptance|(?:\p{L}+ ){1,2}(?:acceptance|completion) (?:certificate|act|protocol))/iu,
    /^(?:abnahmeprotokoll|übergabeprotokoll|leistungsnachweis)(?!\p{L})|^procès-verbal de réception/iu,
  ],
  words: [
    /(?:работы|услуги)[\p{L}\s()]{0,30}(?:выполнены|оказаны)\s+(?:полностью|в полном объ[её]ме|в срок)/iu,
    /претензий\s+(?:по|к)\s/iu,
    /заказчик(?!\p{L})/iu,
    /исполнитель(?!\p{L})|подрядчик(?!\p{L})/iu,
    /(?<!\p{L})(?:сдал|принял|работу сдал|работу принял)(?!\p{L})/iu,
    /настоящий акт|составили настоящий|перечень (?:работ|услуг)/iu,
    /accepted (?:by|in full)|has no claims|completed in full|hereby accepts|abgenommen|ohne mängel/iu,
  ],
}
