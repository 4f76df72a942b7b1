import type { TreeModel } from '../../core/scoring/trees.ts'
import { type FieldFigures, figuresOf, lowered } from './gate.ts'
import { correctedIn, ofCorrected } from './golden-set.ts'
import { judgeDocuments } from './judge-documents.ts'

const HIDDEN = [0, 0.4] // shares of captions hidden: known templates, and unknown ones

export interface Sets {
  /** Folders of documents that were kept from training. */
  readonly golden: readonly string[]
  /** Folders of everything that people approved, of which what they had to correct counts. */
  readonly approved: readonly string[]
}

/**
 * Why a retrained scorer may not replace the one in use, as lines that name the fields; empty = it may. It must read no field worse: neither on
 * documents it was not trained on, with their captions and without, nor on the values that people had to correct.
 * @param say hears a line per field, for whoever waits
 */
export async function objectionsTo(
  retrained: TreeModel,
  inUse: TreeModel,
  { golden, approved }: Sets,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const unseen = (one: TreeModel) => judgeDocuments(golden, HIDDEN, () => one).then(({ outcomes }) => figuresOf(outcomes, one))
  const known = await correctedIn(approved)
  const taught = (one: TreeModel) =>
    judgeDocuments(approved, [0], () => one).then(({ outcomes }) => figuresOf(ofCorrected(outcomes, known), one))
  return [
    ...(await compare('golden set', unseen)),
    // Values that the new model may have been taught, and must not read worse than the one in use.
    ...(await compare('corrected by people', taught)),
  ]

  async function compare(name: string, figures: (one: TreeModel) => Promise<readonly FieldFigures[]>): Promise<readonly string[]> {
    const [before, after] = [await figures(inUse), await figures(retrained)]
    for (const { path, of, right } of before)
      say(`${name}, ${path}: ${right} of ${of} right in use, ${after.find((one) => one.path === path)?.right ?? 0} retrained`)
    return lowered(before, after).map((line) => `${name}, ${line}`)
  }
}
