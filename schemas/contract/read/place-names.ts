// Countries as they stand behind «право», «законодательство», Recht, or abbreviated, and the name they go by.
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:российской федерации|рф|россии|российск)$/iu, 'Российская Федерация'],
  [/^республики (\p{L}+)$/iu, 'Республика $1'],
  [/^кыргызской республики$/iu, 'Кыргызская Республика'],
  [/^(?:англии|английск)$/iu, 'Англия'],
  [/^англии и уэльса$/iu, 'Англия и Уэльс'],
  [/^(?:германии|федеративной республики герман\p{L}|немецк|германск)$/iu, 'Германия'],
  [/^(?:швейцарии|швейцарск)$/iu, 'Швейцария'],
  [/^(?:кипра|кипрск)$/iu, 'Кипр'],
  [/^(?:китайской народной республики|кнр)$/iu, 'Китайская Народная Республика'],
  [/^белорусск$/iu, 'Республика Беларусь'],
  [/^казахстанск$/iu, 'Республика Казахстан'],
  [/^(?:prc|p\.r\.c\.?|china|chinese|people['’]?s republic of china)$/iu, "People's Republic of China"],
  [/^(?:english|england)$/iu, 'England'],
  [/^(?:hong kong(?: sar| special administrative region)?(?: of .*)?)$/iu, 'Hong Kong'],
  [/^(?:deutsch|bundesrepublik deutschland|deutschland)$/iu, 'Deutschland'],
  [/^(?:österreichisch|republik österreich)$/iu, 'Österreich'],
  [/^(?:schweizerisch)$/iu, 'Schweiz'],
  [/^(?:u\.?s\.?a?\.?|united states(?: of america)?)$/iu, 'United States'],
  [/^(?:israeli|state of israel)$/iu, 'Israel'],
  [/^(?:japanese)$/iu, 'Japan'],
  [/^(?:swiss)$/iu, 'Switzerland'],
  [/^(?:german)$/iu, 'Germany'],
  [/^(?:french)$/iu, 'France'],
  [/^(?:canadian)$/iu, 'Canada'],
  [/^(?:dutch)$/iu, 'Netherlands'],
]
const NO_PLACE =
  /^(?:the|this|that|such|any|each|said|applicable|state|country|land|contract|agreement|law|nations|descent|federal|securities|party|parties|company|licensor|licensee|provider|lessor|lessee|landlord|tenant|seller|buyer|jurisdiction|tax|bankruptcy|local|common|internal|united|governing)$/iu
const GENITIVE: Readonly<Record<string, string>> = {
  беларуси: 'Беларусь',
  казахстана: 'Казахстан',
  узбекистана: 'Узбекистан',
  армении: 'Армения',
  таджикистана: 'Таджикистан',
  молдовы: 'Молдова',
}

const STOP =
  /^(?:without|with|as|applicable|excluding|exclusive|except|in|which|regardless|irrespective|notwithstanding|shall|for|to|from|by|that|other|then|but|where|is|are|will|conflicts?|laws?|state|federal|courts?|and\/or|or|on|not|governs?|appl(?:y|ies)|including)$/iu
const JOINING = /^(?:of|and|the|de|del|&)$/iu
const INITIALS = /^(?:\p{Lu}\.){2,}$/u

/** The place that a text begins with: capitalised words up to the next thought or sign. */
export function placeAt(text: string): string | null {
  const taken: string[] = []
  for (const word of text
    .trim()
    .replace(/\s\([\s\S]*$/u, '')
    .split(/\s+/u)
    .slice(0, 12)) {
    const bare = word.replace(/[,.;:)”"]+$/u, '')
    const joining = JOINING.test(bare)
    if (!joining && (!/^["“(]?\p{Lu}/u.test(bare) || STOP.test(bare)) && !(/^state$/iu.test(bare) && taken.length <= 1)) break
    taken.push(INITIALS.test(word) ? word : bare)
    if (bare !== word && !INITIALS.test(word)) break
  }
  return placeName(taken.join(' '))
}

/** The name of a place as printed behind «laws of» or in an adjective: without «the State of», in ordinary capitals. Null when it names none. */
export function placeName(raw: string): string | null {
  let text = raw
    .replace(/\s+/gu, ' ')
    .replace(/[\s,.;:]+$/u, '')
    .trim()
  text = text.replace(
    /^(?:the\s+)?(?:(?:state|commonwealth|province|territory|government|country|kingdom)\s+of\s+)?(?:the\s+)?(?:(?:state|commonwealth|province)\s+of\s+)?/iu,
    '',
  )
  text = text.replace(/\s+(?:of|and|the|de)$/iu, '').replace(/\s+(?:of|and|the)$/iu, '')
  if (text.length < 2 || text.length > 60 || NO_PLACE.test(text)) return null
  for (const [pattern, name] of NAMES) {
    const match = pattern.exec(text)
    if (match) return name.includes('$1') ? name.replace('$1', GENITIVE[match[1]!.toLowerCase()] ?? match[1]!) : name
  }
  return text === text.toUpperCase() && text.length > 3 ? titleCase(text) : text
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}’'])\p{L}+/gu, (word) => (/^(?:of|and|the)$/.test(word) ? word : word[0]!.toUpperCase() + word.slice(1)))
}
