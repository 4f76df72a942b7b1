import { TreeModel } from '../../../core/scoring/trees.ts'
import { FEATURES_HASH } from './features.ts'
import trained from './field-scorer.json' with { type: 'json' }

/** The scorer that comes with the product; docs/models/field-scorer.md says what it was trained on. */
export const FIELD_SCORER: TreeModel = TreeModel.parse(trained)

if (FIELD_SCORER.features !== FEATURES_HASH)
  throw new Error(
    `field-scorer.json was trained on features ${FIELD_SCORER.features}, the code computes ${FEATURES_HASH}: train it again (training/README.md)`,
  )
