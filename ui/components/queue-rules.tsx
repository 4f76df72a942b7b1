import type { Person } from '../../adapters/db/index.ts'
import { type Queue, QueueRole } from '../../core/queues.ts'
import { plural } from '../language.ts'
import { queueTexts } from '../texts/queues.ts'
import type { Frame } from './shell.tsx'

interface Props {
  readonly frame: Frame
  readonly queues: readonly Queue[]
  readonly people: readonly Person[]
  readonly types: readonly { readonly name: string; readonly caption: string }[]
}

/** Which documents go where. Everybody who works at the desk may read it, administrators change it. */
export const QueueRules = ({ frame, queues, people, types }: Props) => {
  const t = queueTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  const person = (id: string | null, otherwise: string) =>
    id === null ? otherwise : (people.find((one) => one.id === id)?.name ?? t.nobody)
  const hours = (count: number | null) => (count === null ? t.usual : plural(frame.language, count, t.hours))
  return (
    <section class="card queue-rules" id="rules">
      <h2>{t.rules}</h2>
      <p>{t.rulesText}</p>
      {queues.length === 0 ? null : (
        <div class="scroll">
          <table class="plain">
            <thead>
              <tr>
                {[t.name, t.type, t.supplier, t.assignee, t.remind, t.due, t.escalateTo].map((caption) => (
                  <th scope="col">{caption}</th>
                ))}
                {mayChange ? <td /> : null}
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <tr>
                  <th scope="row">{queue.name}</th>
                  {queue.byRule ? (
                    <td colSpan={2}>{t.byRuleOnly}</td>
                  ) : (
                    <>
                      <td>{types.find(({ name }) => name === queue.type)?.caption ?? queue.type ?? t.anyType}</td>
                      <td>
                        <bdi>{queue.supplier ?? t.anySupplier}</bdi>
                      </td>
                    </>
                  )}
                  <td>{queue.assignee === null && queue.role !== null ? t.roles[queue.role] : person(queue.assignee, t.anybody)}</td>
                  <td>{hours(queue.remindHours)}</td>
                  <td>{hours(queue.dueHours)}</td>
                  <td>{person(queue.escalateTo, t.stays)}</td>
                  {mayChange ? (
                    <td>
                      <form method="post" action={`/queues/${queue.id}/remove`}>
                        <button type="submit" aria-label={`${t.remove}: ${queue.name}`}>
                          {t.remove}
                        </button>
                      </form>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayChange ? <AddQueue frame={frame} people={people} types={types} /> : null}
    </section>
  )
}

const AddQueue = ({ frame, people, types }: Omit<Props, 'queues'>) => {
  const t = queueTexts(frame.language)
  const options = (named: readonly { readonly value: string; readonly caption: string }[], otherwise: string) => [
    <option value="">{otherwise}</option>,
    ...named.map(({ value, caption }) => <option value={value}>{caption}</option>),
  ]
  const persons = people.map(({ id, name }) => ({ value: id, caption: name }))
  return (
    <details>
      <summary>{t.add}</summary>
      <form method="post" action="/queues" class="queue-form">
        <label>
          {t.name}
          <input name="name" type="text" required maxLength={100} autocomplete="off" />
        </label>
        <label>
          {t.type}
          <select name="type">
            {options(
              types.map(({ name, caption }) => ({ value: name, caption })),
              t.anyType,
            )}
          </select>
        </label>
        <label>
          {t.supplier}
          <input name="supplier" type="text" maxLength={300} autocomplete="off" placeholder={t.anySupplier} />
        </label>
        <label>
          {t.assignee}
          <select name="assignee">{options(persons, t.anybody)}</select>
        </label>
        <label>
          {t.role}
          <select name="role">
            {options(
              QueueRole.options.map((role) => ({ value: role, caption: t.roles[role] })),
              t.anybody,
            )}
          </select>
        </label>
        <label>
          {t.remind}
          <input name="remindHours" type="number" min={1} max={8760} placeholder={t.usual} />
        </label>
        <label>
          {t.due}
          <input name="dueHours" type="number" min={1} max={8760} placeholder={t.usual} />
        </label>
        <label>
          {t.escalateTo}
          <select name="escalateTo">{options(persons, t.stays)}</select>
        </label>
        <label class="choice">
          <input name="byRule" type="checkbox" value="yes" /> {t.byRule}
        </label>
        <p>
          <button type="submit" class="primary">
            {t.addButton}
          </button>
        </p>
      </form>
    </details>
  )
}
