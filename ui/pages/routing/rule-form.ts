import { RoutingRule } from '../../../core/routing/index.ts'
import type { Language } from '../../language.ts'
import { routingTexts } from '../../texts/routing.ts'
import { readTyped } from '../../views/present.ts'

const WHEN_FIELDS = ['type', 'taxId', 'supplier', 'source', 'currency', 'least', 'most'] as const
const TO_FIELDS = ['queue', 'person', 'approver', 'dueHours'] as const

/** The form as texts, by path in the rule: `when.type`, `to.person`. */
export type RuleFields = Readonly<Record<string, string>>
/** What is wrong, by the same paths. */
export type Wrong = Readonly<Record<string, string>>

const PATHS = ['name', ...WHEN_FIELDS.map((one) => `when.${one}`), ...TO_FIELDS.map((one) => `to.${one}`)]

export function fieldsFrom(form: URLSearchParams): RuleFields {
  return Object.fromEntries(PATHS.map((path) => [path, (form.get(path) ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 300)]))
}

export function fieldsOf({ name, when, to }: RoutingRule): RuleFields {
  const under = (prefix: string, part: object) => Object.entries(part).map(([key, value]) => [`${prefix}.${key}`, String(value ?? '')])
  return Object.fromEntries([['name', name], ...under('when', when), ...under('to', to)])
}

/** The rule that was typed, or which fields are not understood. Totals may be typed as people write them. */
export function ruleFrom(
  fields: RuleFields,
  language: Language,
): { readonly rule: RoutingRule; readonly wrong: null } | { readonly wrong: Wrong } {
  const text = (path: string) => fields[path] || null
  const sum = (path: string) => {
    const typed = readTyped(fields[path] ?? '', 'money', language)
    return typed.kind === 'value' ? typed.value : 'not understood'
  }
  const hours = text('to.dueHours')
  const sent = RoutingRule.safeParse({
    name: fields.name,
    when: {
      ...Object.fromEntries(WHEN_FIELDS.map((one) => [one, text(`when.${one}`)])),
      currency: text('when.currency')?.toUpperCase() ?? null,
      least: sum('when.least'),
      most: sum('when.most'),
    },
    to: { ...Object.fromEntries(TO_FIELDS.map((one) => [one, text(`to.${one}`)])), dueHours: hours === null ? null : Number(hours) },
  })
  if (sent.success) return { rule: sent.data, wrong: null }
  return { wrong: Object.fromEntries(sent.error.issues.map(({ path }) => [path.join('.'), routingTexts(language).notUnderstood])) }
}
