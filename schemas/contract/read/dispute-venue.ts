import type { Sentence } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'

/** The court or tribunal itself is the first group: as printed, up to where the sentence goes on about something else. */
const PLACE = String.raw`[«"]?\p{Lu}[\p{L}.’'-]*(?:\s(?:of|and|the|de|la|[«"]?\p{Lu}[\p{L}.’'»"-]*)){0,7}`
const VENUES: readonly RegExp[] = [
  /(?<!\p{L})(?:в\s|передаются\sна\s(?:рассмотрение|разрешение)\s(?:в\s)?|(?:рассматрива|разреша)\p{L}+\s(?:в\s)?)((?:\p{Lu}?\p{L}*\s)?арбитражн\p{L}+\sсуд\p{L}*\s(?!по\sместу)(?:при\s)?(?:[^.,;()]{3,80}))/iu,
  /(?:в\s)?((?:международн\p{L}+\sкоммерческ\p{L}+\s)?арбитражн\p{L}+\sсуд\p{L}*\sпо\sместу\s[^.,;()]{3,80}|суд\p{L}*\sобщей\sюрисдикции[^.,;()]{0,80}|(?:районн|городск|третейск)\p{L}+\sсуд\p{L}*[^.,;()]{0,80})/iu,
  /в\s(суд\p{L}{0,2}\sпо\sместу\s(?:нахождения|регистрации|жительства)\s[^.,;()]{3,60})/iu,
  new RegExp(
    String.raw`((?:(?:[Ff]ederal|[Ss]tate|[Dd]istrict|[Hh]igh|[Ss]uperior|[Ss]upreme|[Cc]ommercial|[Cc]ompetent)\s(?:(?:and|or)\s(?:federal|state)\s)?)?[Cc]ourts?\s(?:located\s|sitting\s|situated\s)?(?:of|in|at|for)\s(?:the\s)?(?:State\sof\s|City\sof\s|County\sof\s)?${PLACE})`,
    'u',
  ),
  new RegExp(String.raw`[Aa]rbitration\s(?:[\p{L}\s]{0,60}?)(?:in|at)\s((?:the\s)?(?:City\sof\s)?${PLACE})`, 'u'),
  /[Gg]erichtsstand\s(?:für\s[^.,;]{3,80}?\s)?(?:ist|sind)\s(?:ausschließlich\s)?((?:das\s|der\sSitz\s)?\p{Lu}[\p{L}\s-]{2,60}?)(?=[.,;]|$)/u,
]
const DISPUTE =
  /спор|разноглас|разреш|подсуд|рассм[оа]тр|dispute|controvers|jurisdiction|venue|arbitra|court|suit|gerichtsstand|streitigkeit/iu
const HEADING = /спор|подсудн|dispute|jurisdiction|arbitrat|governing|venue|gerichtsstand|streit|заключительн|прочие/iu

/** The court or arbitration that the parties agreed on. */
export function findDisputeVenue(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap(({ text, heading, from }): readonly Found[] => {
    if (!DISPUTE.test(text)) return []
    for (const pattern of VENUES) {
      const match = pattern.exec(text)
      const value = match?.[1]
        ?.replace(/[\s.,;]+$/u, '')
        .replace(
          /\s(?:в\s(?:соответствии|порядке|установленн)|согласно|с\sсоблюдением|и\sпо\sправилам|по\s(?:законодательств|прав)|shall|and\sthe).*$/iu,
          '',
        )
        .trim()
      if (!match || !value) continue
      const at = from + match.index + match[0].indexOf(match[1]!)
      return [{ path: 'disputeVenue', value, from: at, to: at + value.length, score: 0.6 + (HEADING.test(heading) ? 0.25 : 0) }]
    }
    return []
  })
}
