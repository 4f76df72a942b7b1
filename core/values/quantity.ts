import { plainCharacters } from './characters.ts'
import { type NumberContext, parseNumber } from './number.ts'
import { invalid, type Parsed } from './parsed.ts'
import { type Unit, unitOf } from './units.ts'

export interface Quantity {
  /** Decimal string without needless zeros: "1,000 шт" is "1". */
  readonly value: string
  /** The unit printed behind the number, if any. */
  readonly unit: Unit | null
}

/** Reads a quantity with or without its unit. */
export function parseQuantity(raw: string, context: NumberContext = {}): Parsed<Quantity> {
  const text = plainCharacters(raw)
  const match = /^([-+(]?\d[\d., ']*\)?-?)\s*([^\d\s].*)?$/.exec(text)
  if (!match) return text === '' ? invalid('EMPTY') : quantities(parseNumber(text, { ...context, kind: 'quantity' }), null)
  return quantities(parseNumber(match[1]!.trim(), { ...context, kind: 'quantity' }), match[2] ? unitOf(match[2]) : null)
}

/** Reads a plain decimal (price, factor). */
export function parseDecimal(raw: string, context: NumberContext = {}): Parsed {
  return parseNumber(raw, { kind: 'price', ...context })
}

function quantities(parsed: Parsed, unit: Unit | null): Parsed<Quantity> {
  if (parsed.kind === 'invalid') return parsed
  const of = (value: string): Quantity => ({ value: value.includes('.') ? value.replace(/\.?0+$/, '') : value, unit })
  return parsed.kind === 'value' ? { ...parsed, value: of(parsed.value) } : { ...parsed, candidates: parsed.candidates.map(of) }
}
