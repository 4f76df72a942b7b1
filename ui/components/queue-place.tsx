import type { Person, QueuePlace } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'
import { queueTexts } from '../texts/queues.ts'
import { presentTime } from '../views/present-time.ts'

interface Props {
  readonly documentId: string
  readonly place: QueuePlace | null
  readonly people: readonly Person[]
  readonly mayAssign: boolean
  /** Query of the list that the person came from. */
  readonly list: string
  readonly language: Language
}

/** Where the waiting document stands: since when, until when, whose it is; and a form to hand it to somebody. */
export const QueuePlaceLine = ({ documentId, place, people, mayAssign, list, language }: Props) => {
  const t = queueTexts(language)
  if (!place) return null
  const { queue, assignee, since, dueAt, late, rule, approver } = place
  return (
    <div class="place small muted">
      {queue ? <span>{t.inQueue.replace('{queue}', queue)}</span> : null}
      {rule ? <span>{t.byRoute.replace('{rule}', rule)}</span> : null}
      <span>{t.waitsSince.replace('{time}', presentTime(since, language))}</span>
      {dueAt ? (
        <span>
          {t.dueBy.replace('{time}', presentTime(dueAt, language))}
          {late ? <strong class="late"> · {t.isLate}</strong> : null}
        </span>
      ) : late ? (
        <strong class="late">{t.isLate}</strong>
      ) : null}
      {assignee ? <span>{t.assignedTo.replace('{person}', assignee.name)}</span> : null}
      {approver && people.some(({ id }) => id === approver.id) ? <span>{t.confirmedBy.replace('{person}', approver.name)}</span> : null}
      {mayAssign ? (
        <form method="post" action={`/documents/${documentId}/assign${list}`} class="inline">
          <label class="visually-hidden" for="assign-to">
            {t.assignLabel}
          </label>
          <select id="assign-to" name="to">
            <option value="">{t.nobody}</option>
            {people.map(({ id, name }) => (
              <option value={id} selected={id === assignee?.id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit">{t.assign}</button>
        </form>
      ) : null}
    </div>
  )
}
