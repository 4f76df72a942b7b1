import { isStreet, townOf } from '../../../core/candidates/index.ts'
import { captionsOf, rowText, type SlipRow } from './rows.ts'

// Words and forms of an address in the head of a slip, beyond what letters use.
const ADDRESS =
  /(?<!\p{L})(?:jalan|jln|jl|lorong|lrg|taman|lot|plaza|blok|block|persiaran|lebuh|kampung|kg|bandar|mall|street|st|road|rd|ave|avenue|blvd|drive|floor|unit|suite|str|straße|strasse|weg|allee|platz|rue|av|bd|place|via|calle|ул|улица|пр-т|проспект|пер|шоссе|наб|обл|г|д|дом|стр|корп|ш|мкр|пос|город)(?!\p{L})/iu
const NUMBERED = /^\s*(?:no\.?\s?)?\d{1,5}\s?[A-Za-z]?\s?[,.-]?\s?(?=\p{L}{3})|\p{L}{3,}[.,]?\s\d{1,4}\s?[a-zа-я]?$/iu
const POSTCODE = /(?<![\d-])\d{5,6}(?![\d-])\s?[,:.]?\s?\p{L}{2}|\p{L}{3,}[,\s]+\d{5,6}(?!\d)/u
const REGISTER = /(?:co|company)?\.?\s?reg(?:istration)?\.?\s?(?:no)?|^[\s(<[]*\d[\d\s]{3,}\s?-?\s?[A-Z][\s)>\]]*\.?$/iu

export function isAddress(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters < 3) return false
  return isStreet(text) || townOf(text) !== null || ADDRESS.test(text) || NUMBERED.test(text) || POSTCODE.test(text)
}

/** «(682288-V)», «CO.REG :704427-T»: the register number under a shop's name. */
export function isRegisterNumber(text: string): boolean {
  return REGISTER.test(text)
}

/** What follows a shop's name in the head of a slip and so says that the line above is the name. */
export function followsName(row: SlipRow): boolean {
  const text = rowText(row)
  return isRegisterNumber(text) || isAddress(text) || captionsOf(row, 'taxId', 'phone').length > 0
}
