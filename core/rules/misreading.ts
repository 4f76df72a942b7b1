import { type Decimal, minorUnit } from './decimal.ts'

/**
 * How unlikely it is that `truth` was read or typed as `seen`, 1 upwards: a lost or shifted comma, one other digit, two neighbours exchanged and a digit
 * lost or doubled are what happens; several changed digits are another number.
 */
export function misreadingCost(seen: Decimal, truth: Decimal): number {
  if (seen.isNegative() !== truth.isNegative() && !seen.isZero() && !truth.isZero()) return FAR
  const [a, b] = [seen.abs(), truth.abs()]
  if (significant(a) === significant(b) || lostByRounding(a, b)) return 1
  const places = Math.max(a.decimalPlaces(), b.decimalPlaces())
  const [x, y] = [a.toFixed(places).replace('.', ''), b.toFixed(places).replace('.', '')]
  if (x.length !== y.length) return Math.abs(x.length - y.length) === 1 && oneLonger(x, y) ? 1.5 : FAR
  const differing = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]))
  const [first, second] = [differing[0]!, differing[1]]
  const exchanged = differing.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first]
  return exchanged ? 1.2 : Math.min(FAR, differing.length)
}

const FAR = 4

/** Digits without the zeros around them: 0.35, 3.5 and 350 differ by the comma alone. */
function significant(value: Decimal): string {
  return value
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
}

/** 316.54 for 31654.35: a shifted comma, and the last digits rounded away. At least three digits must be the same. */
function lostByRounding(a: Decimal, b: Decimal): boolean {
  if (a.isZero() || b.isZero()) return false
  const shift = Math.round(b.div(a).log(10).toNumber())
  if (shift === 0 || Math.abs(shift) > 3) return false
  const [small, large] = shift > 0 ? [a, b] : [b, a]
  const half = minorUnit(small.decimalPlaces()).div(2)
  return (
    significant(small).length > 2 &&
    large
      .div(10 ** Math.abs(shift))
      .minus(small)
      .abs()
      .lte(half)
  )
}

function oneLonger(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}
