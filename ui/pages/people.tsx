import type { Person } from '../../adapters/db/index.ts'
import { Role } from '../../core/permissions.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { ShownOnce } from '../components/shown-once.tsx'
import { peopleTexts } from '../texts/people.ts'

export type PeopleNotice = 'saved' | 'lastAdmin' | 'exists' | 'invalid'

interface Props {
  readonly frame: Frame
  readonly people: readonly Person[]
  readonly approvedBy: 'reviewer' | 'approver'
  readonly notice: PeopleNotice | null
  /** Just made; shown this once. */
  readonly link: { readonly email: string; readonly href: string } | null
}

export const PeoplePage = ({ frame, people, approvedBy, notice, link }: Props) => {
  const t = peopleTexts(frame.language)
  const mayChange = frame.may.has('people:write')
  return (
    <Shell frame={frame} title={t.title} current="people">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {notice ? (
        <p class={`notice notice--${notice === 'saved' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      {link ? (
        <ShownOnce
          title={
            <>
              {t.linkFor} <bdi>{link.email}</bdi>
            </>
          }
          text={link.href}
          note={t.linkOnce}
        />
      ) : null}
      <PlainTable heads={[t.name, t.email, t.role, t.state]}>
        {people.map((person) => (
          <PersonRow frame={frame} person={person} mayChange={mayChange} />
        ))}
      </PlainTable>
      {mayChange ? (
        <>
          <section class="card">
            <h2>{t.add}</h2>
            <form method="post" action="/people" class="stacked">
              <label>
                {t.name}
                <input name="name" required maxLength={200} autocomplete="off" />
              </label>
              <label>
                {t.email}
                <input type="email" name="email" required maxLength={320} autocomplete="off" />
              </label>
              <div class="inline">
                <span>{t.role}</span>
                <RoleSelect frame={frame} chosen="reviewer" label={t.role} />
              </div>
              <button type="submit" class="primary">
                {t.addButton}
              </button>
            </form>
          </section>
          <section class="card">
            <h2>{t.approval}</h2>
            <p>{t.approvalText}</p>
            <form method="post" action="/people/approval" class="stacked">
              {(['reviewer', 'approver'] as const).map((one) => (
                <label class="choice">
                  <input type="radio" name="approvedBy" value={one} checked={one === approvedBy} />
                  {one === 'reviewer' ? t.reviewerApproves : t.approverApproves}
                </label>
              ))}
              <button type="submit">{t.save}</button>
            </form>
          </section>
        </>
      ) : null}
    </Shell>
  )
}

const PersonRow = ({ frame, person, mayChange }: { frame: Frame; person: Person; mayChange: boolean }) => {
  const t = peopleTexts(frame.language)
  return (
    <tr>
      <td>
        <bdi>{person.name}</bdi>
      </td>
      <td>
        <bdi>{person.email}</bdi>
      </td>
      <td>
        {mayChange ? (
          <form method="post" action={`/people/${person.id}`} class="inline">
            <RoleSelect frame={frame} chosen={person.role} label={`${t.role}: ${person.name}`} />
            <button type="submit" name="action" value="role">
              {t.change}
            </button>
          </form>
        ) : (
          t.roles[person.role]
        )}
      </td>
      <td>
        <span>{person.disabled ? t.disabled : person.hasPassword ? t.active : t.noPassword}</span>
        {mayChange ? (
          <span class="inline">
            <form method="post" action={`/people/${person.id}`}>
              <button type="submit" name="action" value={person.disabled ? 'enable' : 'disable'}>
                {person.disabled ? t.enable : t.disable}
              </button>
            </form>
            {person.disabled ? null : (
              <form method="post" action={`/people/${person.id}/link`}>
                <button type="submit">{t.link}</button>
              </form>
            )}
          </span>
        ) : null}
      </td>
    </tr>
  )
}

const RoleSelect = ({ frame, chosen, label }: { frame: Frame; chosen: Role; label?: string }) => (
  <select name="role" aria-label={label}>
    {Role.options.map((one) => (
      <option value={one} selected={one === chosen}>
        {peopleTexts(frame.language).roles[one]}
      </option>
    ))}
  </select>
)
