export { Decimal, dec, minorUnit, round, significantPlaces, sum } from './decimal.ts'
export { type Equation, fieldsOf, type Lookup, residual } from './equation.ts'
export { judge } from './judge.ts'
export { found, type Outcome, passed, reportOf } from './report.ts'
