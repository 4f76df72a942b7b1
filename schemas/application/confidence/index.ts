import { ConfidenceModel } from '../../../core/confidence/index.ts'
import model from './model.json' with { type: 'json' }

/** Fitted by training/confidence; docs/models/confidence-of-other-papers.md says on what and what it is worth. */
export const applicationConfidence = ConfidenceModel.parse(model)
