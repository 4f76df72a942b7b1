import type { Sentence } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'
import { placeAt, placeName } from './place-names.ts'

// Up to where the place begins. What governs stands before «laws of», or behind the place.
const GOVERNED = String.raw`(?:govern|constru|interpret|enforc|determin|subject)\p{L}*[\s,][^;]{0,200}?(?<!\p{L})(?:by|under|with|to)\s`
const LAWS_OF = String.raw`laws?\s(?:and\s\p{L}+\s)?(?:of|in\sforce\sin|in|prevailing\sin)\s(?:\(?i\)\s)?`
const BEFORE: readonly RegExp[] = [
  new RegExp(String.raw`${GOVERNED}[^.;]{0,90}?(?<!\p{L})${LAWS_OF}`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})${LAWS_OF}(?=[^.;]{2,90}?(?:\s|,)(?:shall|will|govern|appl|control))`, 'iu'),
]
const ADJECTIVE = new RegExp(
  String.raw`${GOVERNED}(?:the\s)?(?:internal\s|substantive\s)?(?=(?:\p{L}[\p{L}.’'-]*\s){1,4}(?:state\s)?laws?(?!\p{L}))`,
  'iu',
)
const LAW_FIRST = /(?:^|[.:]\s|\s)(?=(?:\p{Lu}[\p{L}’'-]*\s){1,2}law\s(?:shall|will|governs|applies))/u
const RUSSIAN: readonly RegExp[] = [
  /(?:законодательств|прав)(?:ом|у|а|о|е)\s+((?:Российской Федерации|РФ|России|Республики\s\p{Lu}\p{L}+|Кыргызской Республики|Англии(?: и Уэльса)?|Федеративной Республики Германи[яи]|Китайской Народной Республики|\p{Lu}\p{L}+))/u,
  /(?<!\p{L})(российск|английск|белорусск|казахстанск|немецк|германск|швейцарск|кипрск)\p{L}+\s+(?:прав|законодательств)/iu,
]
const RUSSIAN_SENTENCE =
  /регулиру|руководств|примен(?:им|яет|яют|ени)|толку|подчин|в соответствии с (?:действующим )?законодательств|урегулирован|определяются|разрешаются/iu
const GERMAN: readonly RegExp[] = [
  /Recht\s+(?:der|des|von)\s+((?:Bundesrepublik\s+|Republik\s+)?\p{Lu}\p{L}+)/u,
  /(?<!\p{L})(deutsch|österreichisch|schweizerisch)\p{L}*\s+(?:materielle[sn]?\s+)?recht(?!\p{L})/iu,
]
const HEADING = /govern|law|jurisdiction|право|законодательств|заключительн|прочие|разрешение споров|recht|gerichtsstand/iu
const HOME = /organi[sz]ed|incorporated|existing|formed|registered/iu

/** The law that the contract names; a mention of a party's home («a corporation organized under the laws of Delaware») is none. */
export function findGoverningLaw(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text } = sentence
    const place = english(text) ?? russian(text) ?? german(text)
    if (place === null) return []
    const score = (ours(text) ? 0.7 : 0.45) + (HEADING.test(sentence.heading) ? 0.25 : 0)
    return [{ path: 'governingLaw', value: place, from: sentence.from, to: sentence.to, score }]
  })
}

function english(text: string): string | null {
  if (!/(?<!\p{L})laws?(?!\p{L})/iu.test(text)) return null
  if (HOME.test(text) && !/(?:shall|is to|will|are to) be\s(?:\p{L}+\s)?(?:governed|construed)|governing law|applicable law/iu.test(text))
    return null
  for (const pattern of [...BEFORE, ADJECTIVE, LAW_FIRST]) {
    const match = pattern.exec(text)
    const place = match && placeAt(text.slice(match.index + match[0].length))
    if (place) return place
  }
  return null
}

function russian(text: string): string | null {
  if (!RUSSIAN_SENTENCE.test(text)) return null
  for (const pattern of RUSSIAN) {
    const raw = pattern.exec(text)?.[1]
    const place = raw === undefined ? null : placeName(raw)
    if (place !== null) return place
  }
  return null
}

function german(text: string): string | null {
  if (!/gilt|gelten|unterlieg|anwend|findet|maßgeb/iu.test(text)) return null
  for (const pattern of GERMAN) {
    const raw = pattern.exec(text)?.[1]
    if (raw !== undefined) return placeName(raw)
  }
  return null
}

/** The sentence speaks of this contract, not of a third paper. */
function ours(text: string): boolean {
  return /this\s+(?:\p{L}+\s){0,4}(?:agreement|contract|lease|license|deed|note|engagement|letter|warrant|plan)|hereof|hereunder|governing law|applicable law|parties|настоящ|договор|сторон|vertrag/iu.test(
    text,
  )
}
