import { Decimal } from '../../../core/rules/index.ts'
import type { DocumentFacts, PlacedCandidate } from './page-facts.ts'

export const MONEY_FEATURES = [
  'negative',
  'zero',
  'decimals or sign',
  'currency beside',
  'share of the largest',
  'rank by value',
  'rank from the bottom',
  'distinct amounts',
  'sum of two',
  'larger part of a sum',
  'smaller part of a sum',
  'tax of another by rate',
  'base of another by rate',
  'gross of another by rate',
  'sum of items',
  'sum of items and tax',
] as const

const RATES = [22, 20, 19, 10, 7, 5, 5.5, 2.1, 8.5, 21, 9, 6, 23, 25, 18, 12, 16, 8.1, 7.7, 15, 13, 4, 8.25, 8.875, 6.5, 3]
const CENT = 0.021
const FURTHEST = 30 // ranks count so far
const MOST = 60 // distinct amounts compared with one another; a page of a price list has hundreds

/** What an amount is among the other amounts: arithmetic needs no caption. */
export function moneyFeatures(facts: DocumentFacts): (candidate: PlacedCandidate) => readonly number[] {
  const all = facts.candidates.filter(({ kind }) => kind === 'money')
  const relevant = all.filter(({ sure, inItems }) => sure && !inItems)
  const distinct = [...new Set((relevant.length > 0 ? relevant : all).map(({ value }) => Math.abs(Number(value))))].sort((a, b) => b - a)
  const largest = distinct[0] ?? 1
  const compared = distinct.filter((value) => value > 0).slice(0, MOST)
  const relations = sums(compared)
  const rated = taxes(compared)
  const itemSum = facts.items.sum === null ? null : Math.abs(new Decimal(facts.items.sum).toNumber())
  const fromBottom = relevant.toSorted((a, b) => b.page.index - a.page.index || b.at.y0 - a.at.y0).slice(0, FURTHEST)
  const highest = distinct.slice(0, FURTHEST)
  return (candidate) => {
    const value = Math.abs(Number(candidate.value))
    const rank = highest.findIndex((other) => other <= value + 1e-9)
    const place = fromBottom.indexOf(candidate)
    const { line, from, to } = candidate.span
    const around = line.text.slice(Math.max(0, from - 4), from) + line.text.slice(to, to + 5)
    return [
      candidate.value.startsWith('-') ? 1 : 0,
      value === 0 ? 1 : 0,
      candidate.sure ? 1 : 0,
      /[€$£₽¥]|[A-Z]{3}|руб/u.test(around) ? 1 : 0,
      Math.min(2, value / (largest || 1)),
      rank < 0 ? FURTHEST : rank,
      place < 0 ? FURTHEST : place,
      Math.min(60, distinct.length),
      relations.total.has(value) ? 1 : 0,
      relations.larger.has(value) ? 1 : 0,
      relations.smaller.has(value) ? 1 : 0,
      rated.tax.has(value) ? 1 : 0,
      rated.base.has(value) ? 1 : 0,
      rated.gross.has(value) ? 1 : 0,
      itemSum !== null && Math.abs(itemSum - value) < CENT ? 1 : 0,
      itemSum !== null && value > itemSum && compared.some((tax) => Math.abs(itemSum + tax - value) < CENT) ? 1 : 0,
    ]
  }
}

/** Which amounts are the sum of two others, and which are the parts. `values` are sorted, largest first. */
function sums(values: readonly number[]) {
  const [total, larger, smaller] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const [i, sum] of values.entries())
    for (let j = i + 1, k = values.length - 1; j < k; ) {
      const rest = values[j]! + values[k]! - sum
      if (Math.abs(rest) < CENT) {
        total.add(sum)
        larger.add(values[j]!)
        smaller.add(values[k]!)
      }
      if (rest > 0) j++
      else k--
    }
  return { total, larger, smaller }
}

/** Pairs of amounts that stand to each other as base and tax, or base and gross, at a usual rate. */
function taxes(values: readonly number[]) {
  const [tax, base, gross] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const one of values)
    for (const other of values) {
      if (other >= one || other < 0.01 * one) continue
      if (RATES.some((rate) => Math.abs((one * rate) / 100 - other) < CENT)) {
        tax.add(other)
        base.add(one)
      }
      if (other > 0.75 * one && RATES.some((rate) => Math.abs(other * (1 + rate / 100) - one) < CENT)) gross.add(one)
    }
  return { tax, base, gross }
}
