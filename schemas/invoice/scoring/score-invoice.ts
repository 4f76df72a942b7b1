import { typedCandidates } from '../../../core/candidates/index.ts'
import { type Choice, type Chosen, chooseJointly, type Option } from '../../../core/extraction/choice.ts'
import type { Span } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { Reading } from '../../../core/reading.ts'
import { Decimal } from '../../../core/rules/index.ts'
import { type FieldTrees, logOdds, probability, type TreeModel } from '../../../core/scoring/trees.ts'
import { candidate, tradeText } from '../../shared/trade/read-pages/context.ts'
import { datesAgreement, differ, totalsAgreement } from './agreement.ts'
import { featureRowOf } from './features.ts'
import { type DocumentFacts, documentFacts } from './page-facts.ts'
import { SCORED_FIELDS } from './scored-fields.ts'

/** A value with the best place it is printed at. */
interface PlacedOption extends Option {
  readonly spans: readonly Span[]
}

const KEPT = 6 // options per field that enter the joint choice
const SHOWN = 2 // runners-up that a reviewer may pick
const WORTH_SHOWING = 0.1

/** Fields that say something about each other are chosen together; each field is in one group. */
const GROUPS: readonly (readonly [fields: readonly string[], agreement: (choice: Choice<Option>) => number])[] = [
  [['totals.gross', 'totals.net', 'totals.tax'], totalsAgreement],
  [['issueDate', 'dueDate'], datesAgreement],
  [['number', 'purchaseOrder'], differ('number', 'purchaseOrder')],
  [['seller.name', 'buyer.name'], differ('seller.name', 'buyer.name')],
  [['seller.vatId', 'buyer.vatId'], differ('seller.vatId', 'buyer.vatId')],
  [['seller.inn', 'buyer.inn'], differ('seller.inn', 'buyer.inn')],
]

/**
 * What the learned scorer thinks of every typed candidate, chosen jointly: per field the best value first, `score` its probability after the
 * joint choice (0..1). A value below the field's threshold is marked as a proposal: it is shown, never taken.
 */
export function scoreInvoice(reading: Reading, model: TreeModel): readonly Candidate[] {
  const invoice = tradeText(reading)
  const facts = documentFacts(invoice, typedCandidates(invoice.text, invoice.amounts))
  const scored = scoreFields(facts, model)
  const grouped = new Set(GROUPS.flatMap(([paths]) => paths))
  const groups = [...GROUPS, ...[...scored.keys()].filter((path) => !grouped.has(path)).map((path) => [[path], () => 0] as const)]
  return groups.flatMap(([paths, agreement]) => {
    const slots = paths.flatMap((path) => (scored.has(path) ? [{ path, options: scored.get(path)!.options }] : []))
    const chosen = chooseJointly(slots, agreement, NOTHING)
    return slots.flatMap(({ path, options }) => candidatesOf(path, options, chosen, scored.get(path)!.trees.accept))
  })
}

const NOTHING = -4 // the best guess is worth showing even where an empty field is likelier

interface ScoredOptions {
  readonly trees: FieldTrees
  readonly options: readonly PlacedOption[]
}

/** Per field one option per value, at its likeliest place, likeliest first. */
function scoreFields(facts: DocumentFacts, model: TreeModel): ReadonlyMap<string, ScoredOptions> {
  const fields = model.fields.flatMap((trees) => {
    const field = SCORED_FIELDS.find(({ path }) => path === trees.path)
    return field ? [{ ...field, trees, best: new Map<string, PlacedOption>() }] : []
  })
  const rowOf = featureRowOf(facts)
  for (const candidate of facts.candidates) {
    const asked = fields.filter(({ kinds }) => kinds.includes(candidate.kind))
    if (asked.length === 0) continue
    const row = rowOf(candidate)
    for (const { path, trees, best } of asked) {
      const value = canonical(path, candidate.value)
      const odds = logOdds(trees, row)
      const known = best.get(value)
      if (!known || known.odds < odds) best.set(value, { value, odds, spans: [candidate.span, ...candidate.more] })
    }
  }
  return new Map(fields.map(({ path, trees, best }) => [path, { trees, options: likeliest(best.values()) }]))
}

function likeliest(options: Iterable<PlacedOption>): readonly PlacedOption[] {
  return [...options].sort((a, b) => b.odds - a.odds).slice(0, KEPT)
}

function canonical(path: string, value: string): string {
  if (path.startsWith('totals.')) return new Decimal(value).toFixed(Math.max(2, new Decimal(value).decimalPlaces()))
  return path === 'payment.account' ? value.replace(/\D/g, '') : value
}

function candidatesOf(
  path: string,
  options: readonly PlacedOption[],
  chosen: readonly Chosen<PlacedOption>[],
  accept: number | null,
): readonly Candidate[] {
  const first = chosen.find((one) => one.path === path)
  const rest = options.filter(({ value }) => value !== first?.option.value).slice(0, SHOWN)
  const certain = first ? probability(Math.min(first.margin, first.option.odds + AGREED_AT_MOST)) : 0
  return [
    ...(first ? [asCandidate(path, first.option, certain, accept !== null && certain >= accept)] : []),
    // Rejected together with the choice: behind it, whatever their own odds.
    ...rest.map((option) => asCandidate(path, option, Math.min(probability(option.odds), 0.9 * certain), false)),
  ].filter(({ score }) => score >= WORTH_SHOWING)
}

const AGREED_AT_MOST = 2.5 // log-odds that other fields may lend to a value

function asCandidate(path: string, { value, spans }: PlacedOption, score: number, taken: boolean): Candidate {
  const made = { ...candidate(path, value, spans, score), extractor: 'model', score }
  return taken ? made : { ...made, proposal: true }
}
