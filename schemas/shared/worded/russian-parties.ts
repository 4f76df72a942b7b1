import { hasLegalForm } from '../../../core/candidates/index.ts'
import type { Found } from './found.ts'

/** A party as a Russian paper introduces it, with the person who signs for it. Offsets are those of the running text. */
export interface RussianParty {
  readonly name: string
  /** «Заказчик»: what the paper calls it from there on. */
  readonly role: string
  readonly from: number
  readonly to: number
  readonly score: number
  readonly details: readonly Found[]
}

/** The part of the running text in which the parties are introduced. */
interface Opening {
  readonly from: number
  readonly text: string
}

const CALLED =
  /[,\s(]+(?:(?:именуем\p{L}+|которо\p{L}+)\s(?:в\s?дальнейшем|далее)?|далее)\s?(?:по\sтексту\s?|именуем\p{L}+\s?|также\s?)?[-–—:,]*\s?(?:[-–—]\s?)?["«„“']\s?([^"»“”']{2,60}?)\s?["»”“']/giu
/** «ООО «Ромашка» («Агент»)»: where nothing says «именуемое», a bracket behind the name does. */
const IN_BRACKETS = /\s\(\s?["«„“]\s?([А-ЯЁ][а-яё]+(?:\s[а-яё]+)?)\s?["»”“]\s?\)/gu
const FORM =
  /(?:(?:Публичное|Закрытое|Открытое|Непубличное)\s)?[Аа]кционерное\sобщество|[Оо]бщество\sс\sограниченной\sответственностью|[Ии]ндивидуальный\sпредприниматель|(?:Федеральное|Государственное|Муниципальное|Автономная|Некоммерческая|Бюджетное|Областное)\s[\p{L}\s]{3,90}?(?=["«„]|,)|(?<!\p{L})(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ГУП|МУП|ФГУП|ФГБУ|АНО|ТОО|КФХ)(?!\p{L})/gu
const PERSON =
  /(?:[Гг]р(?:\.|ажданин\p{L}*)(?:\sРФ|\sРоссийской\sФедерации)?\s)?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:вич|вна|ич|ична|оглы|кызы)?)(?=[\s,(]|$)/u
const QUOTED = /["«„“][^"»”“]*(?:["«„“][^"»”“]*["»”“])?[^"»”“]*["»”“]/u
const SIGNED =
  /в\sлице\s(.{3,120}?),?\sдействующ\p{L}+\s(?:на\sосновании|от\sимени)\s(.{3,120}?)(?=,?\s(?:с\sодной|с\sдругой|и\s(?=[\p{Lu}])|именуем|далее|вместе|заключил|договорил|\(далее)|[,;]|$)/iu
/** «от имени которого действует на основании Устава Иванов Иван Иванович» */
const ACTS_FOR =
  /от\sимени\sкотор\p{L}+\s(?:на\sосновании\s.{3,80}?\s)?действу\p{L}+\s(?:на\sосновании\s)?(.{3,160}?)(?=,?\s(?:и\s(?=\p{Lu})|заключил|договорил|именуем|далее|вместе)|[,;]|$)/iu
const SIGNER =
  /^(.*?)\s?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+|\p{Lu}\.\s?\p{Lu}\.)|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+)$/u

/** Parties as a contract or an act names them: «ООО «Ромашка», именуемое в дальнейшем «Заказчик», в лице … действующего на основании …». */
export function findRussianParties(preamble: Opening): readonly RussianParty[] {
  const { text } = preamble
  const calls = [...text.matchAll(CALLED)]
  const called = (calls.length > 0 ? calls : [...text.matchAll(IN_BRACKETS)]).filter(
    (match) =>
      !/^Сторон|^Договор|^Соглаш/iu.test(match[1]!) && !/вместе|совместно/iu.test(text.slice(Math.max(0, match.index - 40), match.index)),
  )
  let at = 0
  return called.slice(0, 8).flatMap((match, i): readonly RussianParty[] => {
    const before = text.slice(at, match.index)
    const name = nameIn(before)
    const start = at
    at = match.index + match[0].length
    if (!name) return []
    const from = preamble.from + start + name.offset
    const role = match[1]!.trim()
    const behind = text.slice(at, called[i + 1]?.index ?? text.length)
    return [{ name: name.text, role, from, to: from + name.text.length, score: 0.9, details: signatory(behind, preamble.from + at) }]
  })
}

/** The last legal form of the piece begins the name; it ends with its quotes, or at the next comma. */
function nameIn(text: string): { readonly text: string; readonly offset: number } | null {
  const forms = [...text.matchAll(FORM)]
  const form =
    forms.find(
      ({ index }) =>
        !forms.some(
          (other) =>
            other.index < index && text.slice(other.index, index).length < 60 && /[«"„(]\s*$/u.test(text.slice(other.index, index)),
        ),
    ) ?? forms[0]
  if (form) {
    const rest = text.slice(form.index)
    const quoted = QUOTED.exec(rest)
    const comma = rest.search(/,|\s\(|;/u)
    const end =
      quoted && quoted.index < form[0].length + 90 && (comma < 0 || quoted.index < comma)
        ? quoted.index + quoted[0].length
        : comma < 0
          ? rest.length
          : comma
    const name = rest.slice(0, end).replace(/\s+/gu, ' ').trim()
    return name.length > 3 && name.length < 200 ? { text: name, offset: form.index } : null
  }
  const person = PERSON.exec(text)
  if (person) return { text: person[1]!, offset: person.index + person[0].indexOf(person[1]!) }
  // A foreign firm: «Acme Trading Ltd, именуемая …».
  const tail = /(?:^|[.;]\s|\sи\s)((?:[\p{Lu}\d"«][^,;.]{2,90}?\.?))(?=,|\s\(|$)/u.exec(text)
  return tail && hasLegalForm(tail[1]!) ? { text: tail[1]!.trim(), offset: tail.index + tail[0].indexOf(tail[1]!) } : null
}

/** Who signs and on what ground, with offsets of the running text. Names stand in the genitive and are kept as printed. */
function signatory(text: string, offset: number): readonly Found[] {
  const match = SIGNED.exec(text)
  if (!match) return actingFor(text, offset)
  const who = match[1]!.replace(/[\s,]+$/u, '')
  const at = offset + match.index + match[0].indexOf(match[1]!)
  const ground = match[2]!.replace(/[\s,.]+$/u, '')
  const groundAt = offset + match.index + match[0].lastIndexOf(match[2]!)
  const person = SIGNER.exec(who)
  const found: Found[] = [{ path: 'signatory.authority', value: ground, from: groundAt, to: groundAt + ground.length, score: 0.8 }]
  if (!person) return found
  const position = person[1]!.replace(/[\s,–—-]+$/u, '')
  const nameAt = at + who.length - person[2]!.length
  found.push({ path: 'signatory.name', value: person[2]!, from: nameAt, to: nameAt + person[2]!.length, score: 0.8 })
  if (position !== '') found.push({ path: 'signatory.position', value: position, from: at, to: at + position.length, score: 0.8 })
  return found
}

/** The other order: the ground first, then who acts on it. */
function actingFor(text: string, offset: number): readonly Found[] {
  const match = ACTS_FOR.exec(text)
  const person = match && SIGNER.exec(match[1]!)
  if (!match || !person || person[1] === '') return []
  const at = offset + match.index + match[0].lastIndexOf(match[1]!)
  const nameAt = at + match[1]!.length - person[2]!.length
  return [
    { path: 'signatory.authority', value: person[1]!, from: at, to: at + person[1]!.length, score: 0.8 },
    { path: 'signatory.name', value: person[2]!, from: nameAt, to: nameAt + person[2]!.length, score: 0.8 },
  ]
}

export function russianPartyFields(parties: readonly RussianParty[]): readonly Found[] {
  return parties.flatMap(({ name, role, from, to, score, details }, i): readonly Found[] => [
    { path: `parties[${i}].name`, value: name, from, to, score },
    { path: `parties[${i}].role`, value: role, from, to, score },
    ...details.map((found) => ({ ...found, path: `parties[${i}].${found.path}` })),
  ])
}
