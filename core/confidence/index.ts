export { judgeValues, type Sureness, valueConfidence } from './judge-values.ts'
export { ConfidenceModel, isMeasured } from './model.ts'
export { DOCUMENT_SIGNALS, documentSignals, FIELD_SIGNALS, fieldSignals, type Judgeable, surenessSignals } from './signals.ts'
