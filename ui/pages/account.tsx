import type { Person } from '../../adapters/db/index.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import { deskTexts } from '../texts/desk.ts'
import { noticeTexts } from '../texts/notices.ts'
import { peopleTexts } from '../texts/people.ts'

export type AccountNotice = 'passwordSet' | 'passwordWrong' | 'passwordWeak'

export const AccountPage = ({ frame, person, notice }: { frame: Frame; person: Person; notice: AccountNotice | null }) => {
  const t = peopleTexts(frame.language)
  return (
    <Shell frame={frame} title={t.account}>
      <section class="card narrow">
        <h1>{t.account}</h1>
        {notice ? (
          <p class={`notice notice--${notice === 'passwordSet' ? 'good' : 'error'}`} role="status">
            {t[notice]}
          </p>
        ) : null}
        <p>
          <bdi>{person.name}</bdi>
          <br />
          <bdi>{person.email}</bdi>
          <br />
          {t.roles[person.role]}
        </p>
        <p>
          <a href="/account/notices">{noticeTexts(frame.language).title}</a>
        </p>
        <p>
          <a href="/account/keys">{deskTexts(frame.language).keysTitle}</a>
        </p>
        <h2>{t.passwordTitle}</h2>
        <form method="post" action="/account/password" class="stacked">
          <input type="hidden" name="username" value={person.email} autocomplete="username" />
          {person.hasPassword ? (
            <label>
              {t.current}
              <input type="password" name="current" autocomplete="current-password" required />
            </label>
          ) : null}
          <label>
            {t.wanted}
            <input type="password" name="wanted" autocomplete="new-password" required minLength={12} maxLength={200} />
          </label>
          <p class="muted small">{t.passwordRule}</p>
          <button type="submit" class="primary">
            {t.setPassword}
          </button>
        </form>
      </section>
    </Shell>
  )
}
