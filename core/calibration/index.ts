export { Calibrator, calibrate, calibrated, type Label } from './calibrate.ts'
export { fitLogistic, type Logistic, logit, predict, type Row, sigmoid } from './logistic.ts'
export { type Band, CONFIDENCE_EDGES, type Reliability, reliability } from './reliability.ts'
export { areaUnderRisk, coverageAt, type RiskPoint, riskCoverage } from './risk-coverage.ts'
