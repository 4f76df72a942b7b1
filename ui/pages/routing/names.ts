import type { RoutingRule } from '../../../core/routing/index.ts'
import type { UiDeps } from '../../deps.ts'
import type { UiContext } from '../../http/env.ts'
import { type Language, plural } from '../../language.ts'
import { routingTexts } from '../../texts/routing.ts'
import { presentNumber } from '../../views/present.ts'

interface Choice {
  readonly value: string
  readonly caption: string
}

/** What rules may name, as people know it. `people` are all of the organisation, also those who have left. */
export interface Names {
  readonly types: readonly Choice[]
  readonly sources: readonly Choice[]
  readonly queues: readonly Choice[]
  readonly people: readonly Choice[]
  /** Of `people`, who may be named now. */
  readonly reviewers: readonly string[]
  readonly approvers: readonly string[]
}

export async function namesOf(deps: UiDeps, c: UiContext): Promise<Names> {
  const { organisationId } = c.get('session')
  const language = c.get('language')
  const t = routingTexts(language)
  const [people, queues, sources, { reviewers, approvers }] = await Promise.all([
    deps.accounts.users(organisationId),
    deps.queues.list(organisationId),
    deps.intakeSources.list(organisationId),
    deps.routing.standing(organisationId),
  ])
  return {
    types: [
      ...deps.types.map(({ name, caption }) => ({ value: name, caption: caption[language] })),
      { value: 'unknown', caption: t.unknownType },
    ],
    sources: [{ value: 'upload', caption: t.upload }, ...sources.map(({ source }) => ({ value: source, caption: source }))],
    queues: queues.map(({ id, name }) => ({ value: id, caption: name })),
    people: people.map(({ id, name }) => ({ value: id, caption: name })),
    reviewers,
    approvers,
  }
}

/** Both halves of a rule in words, each part a phrase of its own. */
export function ruleInWords({ when, to }: RoutingRule, names: Names, language: Language) {
  const t = routingTexts(language)
  const say = (part: keyof typeof t.says, value: string | null, among?: readonly Choice[]) =>
    value === null ? [] : [t.says[part].replace('{value}', () => among?.find((one) => one.value === value)?.caption ?? value)]
  return {
    when: [
      ...say('type', when.type, names.types),
      ...say('taxId', when.taxId),
      ...say('supplier', when.supplier),
      ...say('source', when.source, names.sources),
      ...say('least', when.least && presentNumber(when.least, language)),
      ...say('most', when.most && presentNumber(when.most, language)),
      ...say('currency', when.currency),
    ],
    to: [
      ...say('queue', to.queue, names.queues),
      ...say('person', to.person, names.people),
      ...say('approver', to.approver, names.people),
      ...(to.dueHours === null ? [] : [plural(language, to.dueHours, t.within)]),
    ],
  }
}
