import type { Candidate } from '../../core/field.ts'
import type { TreeModel } from '../../core/scoring/trees.ts'
import { createRandom } from '../../samples/random.ts'
import { scoreInvoice } from '../../schemas/invoice/scoring/score-invoice.ts'
import { SCORED_FIELDS } from '../../schemas/invoice/scoring/scored-fields.ts'
import { tradeText } from '../../schemas/shared/trade/read-pages/context.ts'
import { readTradePages } from '../../schemas/shared/trade/read-pages.ts'
import { type KnownDocument, knownDocuments, sameValue } from './documents.ts'
import { hideCaptions } from './hide-captions.ts'
import type { Outcome } from './outcomes.ts'

export interface Judged {
  readonly outcomes: readonly Outcome[]
  /** CPU time of the scorer alone. */
  readonly milliseconds: number
  readonly pages: number
}

/** What rules and scorer say about every invoice of the folders. `modelFor`: a model that has not seen the document. `shares`: of captions hidden, 0..1. */
export async function judgeDocuments(
  dirs: readonly string[],
  shares: readonly number[],
  modelFor: (document: KnownDocument) => TreeModel | Promise<TreeModel>,
): Promise<Judged> {
  const outcomes: Outcome[] = []
  let [milliseconds, pages] = [0, 0]
  for await (const document of knownDocuments(dirs)) {
    if (document.truth.document_class !== 'invoice') continue
    for (const share of shares) {
      const reading =
        share === 0 ? document.reading : hideCaptions(document.reading, share, createRandom(`${document.id}/${share}/measure`))
      const read = readTradePages(reading)
      const model = await modelFor(document)
      tradeText(reading)
      const before = process.cpuUsage()
      const scored = scoreInvoice(reading, model)
      const used = process.cpuUsage(before)
      milliseconds += (used.user + used.system) / 1000
      pages += reading.pages.length
      outcomes.push(...SCORED_FIELDS.flatMap(({ path }) => outcomeOf(document, share, path, read, scored)))
    }
  }
  return { outcomes, milliseconds, pages }
}

function outcomeOf(
  document: KnownDocument,
  hidden: number,
  path: string,
  read: readonly Candidate[],
  scored: readonly Candidate[],
): readonly Outcome[] {
  const accepted = document.accepted(path)
  if (!accepted) return []
  const rightValues = [...accepted, ...(accepted.length === 0 ? [document.implied(path) ?? ''] : [])]
  const right = (candidate: Candidate | undefined) =>
    candidate === undefined ? accepted.length === 0 : rightValues.some((one) => sameValue(path, one, String(candidate.value)))
  const [rule, guess] = [best(read, path), best(scored, path)]
  return [
    {
      path,
      id: document.id,
      kind: document.generated ? (document.kind === 'free' ? 'free' : 'generated') : document.kind,
      hidden,
      absent: accepted.length === 0,
      rule: rule ? (right(rule) ? 'right' : 'wrong') : 'none',
      guess: guess ? (right(guess) ? 'right' : 'wrong') : 'none',
      score: guess?.score ?? 0,
      same: rule !== undefined && guess !== undefined && sameValue(path, String(rule.value), String(guess.value)),
      shown: scored.some((c) => c.path === path && right(c)),
    },
  ]
}

function best(candidates: readonly Candidate[], path: string): Candidate | undefined {
  return candidates.filter((c) => c.path === path).toSorted((a, b) => b.score - a.score)[0]
}
