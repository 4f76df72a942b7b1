import type { Sentence } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'
import { CLAUSE_NAMES, type ClauseName } from '../clauses.ts'
import { CLAUSE_PATTERNS } from './clause-patterns.ts'

/** Sentences longer than this are lists that lost their stops; a clause is looked for piece by piece. */
const LONGEST = 1600

/** For each clause the sentence that shows it best: with its words in the heading before one without, the earlier before the later. */
export function findClauses(sentences: readonly Sentence[]): readonly Found[] {
  return CLAUSE_NAMES.flatMap((name): readonly Found[] => {
    if (name === 'termination_for_convenience') return []
    const shown = sentences.flatMap((sentence, i) =>
      shows(name, sentence) ? [{ sentence, rank: (titled(name, sentence) ? 0 : 1000) + i / sentences.length }] : [],
    )
    const best = shown.reduce<(typeof shown)[number] | null>((a, b) => (a === null || b.rank < a.rank ? b : a), null)
    if (!best) return []
    const { from, to } = best.sentence
    return [
      {
        path: `clauses.${name}`,
        value: true,
        from,
        to,
        score: Math.min(0.9, (best.rank < 1000 ? 0.75 : 0.6) + 0.05 * Math.min(3, shown.length - 1)),
      },
    ]
  })
}

type Patterned = Exclude<ClauseName, 'termination_for_convenience'>

function shows(name: Patterned, { text }: Sentence): boolean {
  return CLAUSE_PATTERNS[name].some(({ all, none = [] }) => {
    const own = text.length > LONGEST ? text.slice(0, LONGEST) : text
    return all.every((pattern) => pattern.test(own)) && !none.some((pattern) => pattern.test(own))
  })
}

const TITLES: Readonly<Record<Patterned, RegExp>> = {
  anti_assignment: /assign|уступк|передач|abtret/iu,
  cap_on_liability: /liabilit|limitation|ответственност|haft/iu,
  liquidated_damages: /liquidated|penalt|ответственност|неустойк|штраф|vertragsstrafe/iu,
  exclusivity: /exclusiv|эксклюзив|исключит|exklusiv/iu,
  non_compete: /compet|конкур|wettbewerb/iu,
  license_grant: /grant|licen[sc]e|лиценз|nutzung/iu,
  audit_rights: /audit|record|inspection|books|провер|контрол/iu,
  insurance: /insur|страхов/iu,
  revenue_profit_sharing: /royalt|fee|revenue|compensation|commission|payment|вознагражд/iu,
  minimum_commitment: /minimum|commitment|объ[её]м|минимал/iu,
  warranty_duration: /warrant|гарант|gewähr/iu,
  change_of_control: /control|assign|контрол/iu,
  ip_ownership_assignment: /intellectual|ownership|copyright|интеллект|исключит|прав/iu,
  post_termination_services: /effect\sof\sterm|terminat|последств|расторж/iu,
  confidentiality: /confiden|конфиденц|тайн|vertraul|geheim/iu,
  force_majeure: /force|majeure|непреодол|форс|gewalt/iu,
}

function titled(name: Patterned, { heading }: Sentence): boolean {
  return TITLES[name].test(heading)
}
