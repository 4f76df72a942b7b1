import { z } from 'zod'

const Numbers = z.array(z.number()).readonly()

/**
 * One regression tree, its nodes as columns: an inner node goes to `left` where `row[feature] <= threshold`, else to `right`; a leaf has
 * `feature` -1 and adds `value` (log-odds).
 */
const Tree = z.object({ feature: Numbers, threshold: Numbers, left: Numbers, right: Numbers, value: Numbers }).readonly()
type Tree = z.infer<typeof Tree>

/** Boosted trees of one field, and the probability from which its best candidate may be taken as the value; null = never. */
const FieldTrees = z
  .object({ path: z.string(), base: z.number(), accept: z.number().min(0).max(1).nullable(), trees: z.array(Tree).readonly() })
  .readonly()
export type FieldTrees = z.infer<typeof FieldTrees>

/** `features`: hash of the feature names and word lists it was trained with; another hash means that rows no longer mean the same. */
export const TreeModel = z.object({ version: z.string(), features: z.string(), fields: z.array(FieldTrees).readonly() }).readonly()
export type TreeModel = z.infer<typeof TreeModel>

/** Log-odds that a row of features is the value of the field: base plus the leaves it falls into (Friedman 2001, logistic loss). */
export function logOdds({ base, trees }: FieldTrees, row: readonly number[]): number {
  return trees.reduce((sum, tree) => sum + leafOf(tree, row), base)
}

function leafOf({ feature, threshold, left, right, value }: Tree, row: readonly number[]): number {
  let node = 0
  while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!
  return value[node]!
}

/** 0..1. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: tells whether two feature lists are the same. */
export function fingerprint(texts: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const character of texts.join('\n')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
