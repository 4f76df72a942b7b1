import { latinForLookAlikes } from '../values/characters.ts'

// Words that say what kind of company it is, not which.
const FORMS = new Set(
  `ооо оао зао пао нао ао ип тоо одо гуп муп фгуп ано нко общество ограниченной ответственностью акционерное публичное закрытое открытое
   индивидуальный предприниматель с gmbh ag kg kgaa ohg ug mbh co sarl sas sasu sa eurl ltd limited llc llp plc inc corp corporation incorporated bv nv
   srl spa sl slu se ab as oy oü kft zrt doo sp zoo oo z o the and und et и`
    .split(/\s+/)
    .map((word) => latinForLookAlikes(word.toUpperCase())),
)

/** Names less alike than this are not even proposed. Measured: docs/decisions/0041-master-data.md. */
export const LIKE = 0.6

/** The words of a company's name that tell it from others, as they are compared: upper case, look-alike letters as one, legal forms left out. */
export function nameWords(name: string): readonly string[] {
  const folded = latinForLookAlikes(name.normalize('NFKC').replaceAll('ё', 'е').replaceAll('Ё', 'Е').toUpperCase())
  const words = folded.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !FORMS.has(word))
  return telling.length > 0 ? telling : words
}

/** Groups of three letters, with the beginnings and ends of words; what candidates are looked up by. */
export function nameGrams(name: string): readonly string[] {
  const grams = nameWords(name).flatMap((word) => {
    const padded = `  ${word} `
    return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3))
  })
  return [...new Set(grams)]
}

/** How alike two names are, 0..1: Dice coefficient of their letter groups (Dice 1945). 1 = the same but for legal form, case and signs. */
export function nameLikeness(a: string, b: string): number {
  const [first, second] = [nameGrams(a), new Set(nameGrams(b))]
  if (first.length === 0 || second.size === 0) return 0
  const shared = first.filter((gram) => second.has(gram)).length
  return Math.round(((2 * shared) / (first.length + second.size)) * 1000) / 1000
}
