export { createNamedApprover, keepFacts, routed } from './route-document.ts'
export { routedEvent } from './routed-event.ts'
export { createRoutingRules, type RoutingRules } from './routing-rules.ts'
export { type KeptWorkingTime, workingTimeOf } from './working-time.ts'
