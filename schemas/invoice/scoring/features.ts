import { nearness, surroundings } from '../../../core/scoring/landmarks.ts'
import { fingerprint } from '../../../core/scoring/trees.ts'
import { DATE_FEATURES, dateFeatures } from './date-features.ts'
import { ID_FEATURES, idFeatures } from './id-features.ts'
import { GROUPS, LANDMARK_WORDS } from './invoice-landmarks.ts'
import { type Kin, kindred } from './kindred.ts'
import { MONEY_FEATURES, moneyFeatures } from './money-features.ts'
import type { DocumentFacts, PlacedCandidate } from './page-facts.ts'
import { PARTY_FEATURES, partyFeatures } from './party-features.ts'

const PLACE_FEATURES = [
  'x centre',
  'right edge',
  'y',
  'width',
  'letter height',
  'page',
  'last page',
  'pages',
  'in items',
  'above items',
  'below items',
  'in table',
  'same kind on row left',
  'same kind on row right',
  'same value elsewhere',
  'checksum',
  'sure',
  'text beside',
  'length of text beside',
  'gap to text beside',
  'colon before',
  'text above',
  'other text on line',
] as const

const NEARNESS = [...GROUPS.map((group) => `left ${group}`), ...GROUPS.map((group) => `above ${group}`)]
const COMMON: readonly string[] = [...PLACE_FEATURES, ...NEARNESS]

/** Names in the order of the rows of each kind. The candidate's own text is withheld: what a value looks like is its shape, not its letters. */
export const FEATURE_NAMES = {
  money: [...COMMON, ...MONEY_FEATURES],
  date: [...COMMON, ...DATE_FEATURES],
  id: [...COMMON, ...ID_FEATURES],
  party: [...COMMON, ...PARTY_FEATURES],
} as const

/** Changes whenever a row of features means something else. */
export const FEATURES_HASH = fingerprint([...Object.values(FEATURE_NAMES).flat(), ...LANDMARK_WORDS])

export type FeatureSet = keyof typeof FEATURE_NAMES

export function featureSetOf({ kind }: Pick<PlacedCandidate, 'kind'>): FeatureSet {
  return kind === 'money' || kind === 'date' || kind === 'party' ? kind : 'id'
}

/** One row per candidate, in the same order; every number is finite and has four decimals at most. */
export function featureRows(facts: DocumentFacts): readonly (readonly number[])[] {
  return facts.candidates.map(featureRowOf(facts))
}

/** The same a row at a time: all rows of a long file weigh more than its words. */
export function featureRowOf(facts: DocumentFacts): (candidate: PlacedCandidate) => readonly number[] {
  const rest = { money: moneyFeatures(facts), date: dateFeatures(facts), id: idFeatures(facts), party: partyFeatures(facts) }
  const kinOf = kindred(facts.candidates)
  return (candidate) => {
    const row = [...placeFeatures(candidate, facts, kinOf(candidate)), ...rest[featureSetOf(candidate)](candidate)]
    return row.map((value) => Math.round(value * 10_000) / 10_000)
  }
}

function placeFeatures(candidate: PlacedCandidate, facts: DocumentFacts, kin: Kin): readonly number[] {
  const { at, page, span } = candidate
  const { em } = span.line
  const pages = facts.invoice.text.pages.length
  const items = facts.itemsAt.get(page.index)
  const row = kin.onPage.filter((other) => other !== candidate && Math.abs(other.at.y0 - at.y0) < 0.6 * em)
  const { x0, y0, x1, y1 } = { x0: at.x0 / page.aspect, x1: at.x1 / page.aspect, y0: at.y0, y1: at.y1 }
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const inTable = page.page.tables.some(({ box }) => box.x0 <= x && box.x1 >= x && box.y0 <= y && box.y1 >= y)
  return [
    x,
    x1,
    y,
    x1 - x0,
    em / facts.height,
    page.index,
    page.index === pages ? 1 : 0,
    pages,
    candidate.inItems ? 1 : 0,
    items ? (at.y1 <= items.top ? 1 : 0) : -1,
    items ? (at.y0 >= items.bottom ? 1 : 0) : -1,
    inTable ? 1 : 0,
    row.filter((other) => other.at.x0 < at.x0).length,
    row.filter((other) => other.at.x0 > at.x0).length,
    Math.min(9, kin.sameValue - 1),
    candidate.valid === null ? 0 : candidate.valid ? 1 : -1,
    candidate.sure ? 1 : 0,
    ...surroundings(span, at, page.lines),
    ...nearness(at, em, facts.landmarksOf.get(page.index) ?? [], GROUPS.length),
  ]
}
