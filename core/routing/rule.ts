import { z } from 'zod'
import type { Localised } from '../finding.ts'
import { dec } from '../rules/index.ts'

const words = (most: number) => z.string().trim().min(1).max(most).refine(isPlain, 'Control characters are not allowed')
const optional = (most: number) => words(most).nullable().default(null)
const sum = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .nullable()
  .default(null)

/** Which documents a rule is for: all that is named must hold, null = whatever. */
export const RoutingWhen = z.strictObject({
  type: optional(60).describe('Name of a document type; unknown = nobody knows yet'),
  taxId: optional(50).describe('Tax id of the supplier, with its country prefix where documents print one'),
  supplier: optional(100).describe('Code of the supplier in master data'),
  source: optional(100).describe('Where it came in: a source of the intake file, or upload'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  least: sum.describe('Total from, sign left out; wants a currency'),
  most: sum.describe('Total up to, this one included'),
})

/** What becomes of them; at least one is named. */
export const RoutingTo = z.strictObject({
  queue: optional(64).describe('Id of a queue'),
  person: optional(64).describe('Id of the person who gets it'),
  approver: optional(64).describe('Id of the person who has to be one of the two who approve'),
  dueHours: z.int().min(1).max(8760).nullable().default(null).describe('Hours until it should be decided; null = as its queue says'),
})

export const RoutingRule = z.strictObject({ name: words(100), when: RoutingWhen, to: RoutingTo }).readonly()
export type RoutingRule = z.infer<typeof RoutingRule>

/** A rule as it is kept. `version` counts its changes. Rules are asked in their order, the first that fits counts. */
export type KeptRule = RoutingRule & { readonly id: string; readonly version: number }

/** What an organisation has now of what rules name, by id or name. */
export interface Standing {
  readonly types: readonly string[]
  readonly queues: readonly string[]
  /** People who review, and those of them who may approve. */
  readonly reviewers: readonly string[]
  readonly approvers: readonly string[]
}

export interface RuleProblem {
  readonly field: string
  readonly message: Localised
}

/** What is not there (any more) of what the rule names: it is passed over until somebody mends it. */
export function brokenParts({ to }: RoutingRule, standing: Omit<Standing, 'types'>): readonly RuleProblem[] {
  const gone = (id: string | null, among: readonly string[]) => id !== null && !among.includes(id)
  return [
    ...(gone(to.queue, standing.queues) ? [{ field: 'to.queue', message: QUEUE_GONE }] : []),
    ...(gone(to.person, standing.reviewers) ? [{ field: 'to.person', message: PERSON_GONE }] : []),
    ...(gone(to.approver, standing.approvers) ? [{ field: 'to.approver', message: APPROVER_GONE }] : []),
  ]
}

/** Why a rule cannot be kept as it is; empty = it can. */
export function ruleProblems(rule: RoutingRule, standing: Standing): readonly RuleProblem[] {
  const { when, to } = rule
  const { type, currency, least, most } = when
  const problem = (is: boolean, field: string, message: Localised) => (is ? [{ field, message }] : [])
  return [
    ...brokenParts(rule, standing),
    ...problem(type !== null && type !== 'unknown' && !standing.types.includes(type), 'when.type', TYPE_GONE),
    ...problem((least !== null || most !== null) && currency === null, 'when.currency', WANTS_CURRENCY),
    ...problem(least !== null && most !== null && dec(least).gt(dec(most)), 'when.most', BACKWARDS),
    ...problem(
      Object.values(to).every((one) => one === null),
      'to',
      SAYS_NOTHING,
    ),
    ...problem(to.person !== null && to.person === to.approver, 'to.approver', ONE_PERSON),
  ]
}

/** PostgreSQL text and people have no use for NUL, control characters and halves of a letter. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text)
}

const QUEUE_GONE = { en: 'This queue does not exist any more.', ru: 'Такой очереди больше нет.' }
const PERSON_GONE = {
  en: 'This person has left or does not review any more.',
  ru: 'Этот сотрудник ушёл или больше не проверяет документы.',
}
const APPROVER_GONE = { en: 'This person has left or may not approve any more.', ru: 'Этот сотрудник ушёл или больше не может утверждать.' }
const TYPE_GONE = { en: 'There is no such document type.', ru: 'Такого вида документов нет.' }
const WANTS_CURRENCY = { en: 'A total needs its currency.', ru: 'К сумме нужна валюта.' }
const BACKWARDS = { en: 'This total is below the one before it.', ru: 'Эта сумма меньше предыдущей.' }
const SAYS_NOTHING = {
  en: 'Name a queue, a person, an approver or a deadline.',
  ru: 'Назовите очередь, сотрудника, утверждающего или срок.',
}
const ONE_PERSON = {
  en: 'Who gets the document and who confirms it must be two people.',
  ru: 'Получает документ один человек, а подтверждает другой.',
}
