import type { TreeModel } from '../../core/scoring/trees.ts'
import type { Outcome } from './outcomes.ts'

/** What a model makes of one field on the golden set: values that are right, and wrong ones that the scorer put where the rules had none. */
export interface FieldFigures {
  readonly path: string
  readonly of: number
  readonly right: number
  readonly wrongTaken: number
}

/** Per field, with the model's own thresholds: the rules' value, else the scorer's from its threshold up. Absent and left empty is right. */
export function figuresOf(outcomes: readonly Outcome[], model: TreeModel): readonly FieldFigures[] {
  const accept = new Map(model.fields.map((field) => [field.path, field.accept]))
  return [...Map.groupBy(outcomes, ({ path }) => path)].map(([path, own]) => {
    const from = accept.get(path) ?? null
    const said = own.map((one) => {
      const taken = one.rule === 'none' && one.guess !== 'none' && from !== null && one.score >= from
      return { taken, right: taken ? one.guess === 'right' : one.rule === 'right' || (one.rule === 'none' && one.absent) }
    })
    return {
      path,
      of: own.length,
      right: said.filter(({ right }) => right).length,
      wrongTaken: said.filter(({ taken, right }) => taken && !right).length,
    }
  })
}

/** Fields on which the new model is worse than the one in use, as lines a person can act on. Empty = it may replace it. */
export function lowered(before: readonly FieldFigures[], after: readonly FieldFigures[]): readonly string[] {
  return before.flatMap((old) => {
    const now = after.find(({ path }) => path === old.path) ?? { ...old, right: 0, wrongTaken: 0 }
    if (now.right < old.right) return [`${old.path}: ${now.right} of ${old.of} right instead of ${old.right}`]
    return now.wrongTaken > old.wrongTaken ? [`${old.path}: ${now.wrongTaken} wrong values taken instead of ${old.wrongTaken}`] : []
  })
}
