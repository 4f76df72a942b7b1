import type { PostalAddress } from './addresses.ts'

const ZIP = /^\d{6}$/
const COUNTRY = /^(?:россия|российская федерация|рф)$/iu
const REGION = /(?:^|\s)(?:обл\.?|область|край|респ\.?|республика|АО|автономный округ|автономная область)(?:\s|$)/iu
const CITY = /^(?:г(?:ор)?\.?|город|пгт\.?|пос\.?|посёлок|поселок|дер\.?|деревня|село|ст-ца)\s*(\p{Lu}[\p{L} -]+)$/u
const CITY_BEHIND = /^(\p{Lu}[\p{L} -]+?)\s+(?:г|город|пгт|п|с|д)\.?$/u
const FEDERAL = /^(?:Москва|Санкт-Петербург|Севастополь|Байконур)$/u
const MARKS =
  /(?:^|[\s,])(?:г\.?|город|ул\.?|улица|обл\.?|область|просп|пр-т|пр-кт|пр-д|пер\.?|шоссе|ш\.|наб\.|дом|д\.|оф\.?|офис|корп\.?|стр\.?|кв\.?|помещ)(?=[\s.,])/iu

/**
 * Reads a Russian address: parts between commas, from the index down to the room. What is neither index, country, region nor town is `line1`
 * in the order printed. Null where nothing marks it as an address.
 */
export function russianAddress(text: string): PostalAddress | null {
  const zip = /(?<!\d)(\d{6})(?!\d)/.exec(text)?.[1] ?? null
  if (!MARKS.test(text) || (zip === null && !/ул|просп|пр-|пер|шоссе|наб/iu.test(text))) return null
  // «198011 г. Макетоград»: an index without its comma. «пр-» «т»: broken after the hyphen.
  const parts = text
    .replace(/(\p{L}-)\s+(?=\p{Ll})/gu, '$1')
    .replace(/(?<!\d)(\d{6})(?!\d)[\s,]*/, '$1, ')
    .split(/\s*[,;]\s*/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  let region: string | null = null
  let city: string | null = null
  let country: string | null = null
  const street = parts.filter((part) => {
    if (ZIP.test(part) && part === zip) return false
    if (COUNTRY.test(part)) {
      country = 'RU'
      return false
    }
    const town: string | undefined = CITY.exec(part)?.[1] ?? CITY_BEHIND.exec(part)?.[1] ?? (FEDERAL.test(part) ? part : undefined)
    if (town !== undefined && city === null) {
      city = town.trim()
      return false
    }
    if (REGION.test(part) && region === null) {
      region = part
      return false
    }
    return true
  })
  return { line1: street.join(', ') || null, line2: null, zip, city, region, country }
}
