export { wrongPaths } from './compare-values.ts'
export { type Basis, type Candidate, type Decision, decideAcceptance, isReadOffPages } from './decide.ts'
export { candidatesOf, Judgement, type Proof, prove } from './issue.ts'
export { Certificate, DEFAULT_POLICY, NO_TERMS, type OwnerTerms, Policy, type Terms } from './terms.ts'
