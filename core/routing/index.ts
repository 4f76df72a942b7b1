export { hiddenFacts, NAMED_APPROVER, RoutingFacts, routingFacts, ruleFor } from './route.ts'
export { brokenParts, type KeptRule, RoutingRule, type RuleProblem, ruleProblems, type Standing } from './rule.ts'
