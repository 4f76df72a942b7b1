import { foldNumber } from '../../../core/identifiers/index.ts'
import { found, type Outcome } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Application } from '../schema.ts'

/** A request of the same number and day. The type's name stands in the key: another paper of that number and day is no duplicate. */
export function applicationHistoryKeys({ number, date }: Application): readonly { readonly kind: string; readonly key: string }[] {
  const key = keyOf(number, date)
  return key === null ? [] : [{ kind: 'duplicate', key }]
}

function keyOf(number: unknown, date: unknown): string | null {
  return typeof number === 'string' && typeof date === 'string' ? `application|${foldNumber(number)}|${date}` : null
}

/** The history holds what has the same key: the same request, to be ordered or paid a second time. */
export function duplicateRules(data: Application, { history }: RuleContext): readonly Outcome[] {
  const [own] = applicationHistoryKeys(data)
  const earlier = own && history.find(({ data: other }) => keyOf(other.number, other.date) === own.key)
  if (!earlier) return []
  return [
    found(
      'DUPLICATE',
      'error',
      [],
      {
        en: 'A request with this number and date is already here. Reject this one unless it differs.',
        ru: 'Заявка с этим номером и датой уже есть. Отклоните эту, если она не отличается.',
      },
      { actual: earlier.documentId },
    ),
  ]
}
