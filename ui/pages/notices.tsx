import type { ChatRoom, NoticeSettings } from '../../adapters/db/index.ts'
import { NOTICE_KINDS } from '../../core/notices/index.ts'
import { Choices } from '../components/choices.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { ShownOnce } from '../components/shown-once.tsx'
import { noticeTexts } from '../texts/notices.ts'

interface Props {
  readonly frame: Frame
  readonly email: string
  readonly hasMail: boolean
  readonly settings: NoticeSettings
  readonly rooms: readonly ChatRoom[]
  readonly isSaved: boolean
  /** Why an address was refused. */
  readonly refused: string | null
  readonly secret: string | null
}

export const NoticesPage = ({ frame, email, hasMail, settings, rooms, isSaved, refused, secret }: Props) => {
  const t = noticeTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <p>
        <a href="/account">{t.back}</a>
      </p>
      {isSaved ? (
        <p class="notice notice--good" role="status">
          {t.saved}
        </p>
      ) : null}
      {refused === null ? null : (
        <p class="notice notice--error" role="alert">
          {t.refused}: {refused}
        </p>
      )}
      {secret === null ? null : <ShownOnce title={t.secret} text={secret} note={t.secretOnce} />}
      <section class="card">
        <h2>{t.email}</h2>
        <p class="muted">
          {t.emailTo} <bdi>{email}</bdi>. {hasMail ? null : t.noMail}
        </p>
        <form method="post" action="/account/notices" class="stacked">
          <Choices
            legend={t.hears}
            name="kind"
            values={NOTICE_KINDS}
            caption={(kind) => t.kinds[kind]}
            isChosen={(kind) => settings.emailKinds.includes(kind)}
          />
          <label>
            {t.digest}
            <select name="digest">
              <option value="">{t.noDigest}</option>
              {Array.from({ length: 24 }, (_, hour) => (
                <option value={hour} selected={settings.digestHour === hour}>
                  {t.digestAt.replace('#', String(hour))}
                </option>
              ))}
            </select>
          </label>
          <p class="muted small">{t.digestText}</p>
          <button type="submit" class="primary">
            {t.save}
          </button>
        </form>
      </section>
      <Rooms frame={frame} rooms={rooms} />
    </Shell>
  )
}

const Rooms = ({ frame, rooms }: { frame: Frame; rooms: readonly ChatRoom[] }) => {
  const t = noticeTexts(frame.language)
  const mayShared = frame.may.has('webhooks:write')
  return (
    <section class="card rooms">
      <h2>{t.rooms}</h2>
      <p class="muted">{t.roomsText}</p>
      {rooms.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <PlainTable heads={[t.room, t.whose, t.hears, t.remove]}>
          {rooms.map(({ id, host, isOwn, kinds }) => (
            <tr>
              <td>
                <bdi>{host}</bdi>
              </td>
              <td>{isOwn ? t.mine : t.shared}</td>
              <td>{kinds.map((kind) => t.kinds[kind]).join('; ')}</td>
              <td>
                {isOwn || mayShared ? (
                  <form method="post" action={`/account/rooms/${id}`}>
                    <button type="submit" aria-label={`${t.removeOf} ${host}`}>
                      {t.remove}
                    </button>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <form method="post" action="/account/rooms" class="stacked">
        <label>
          {t.address}
          <input type="url" name="url" required maxLength={2000} placeholder="https://" />
        </label>
        <Choices legend={t.hears} name="kind" values={NOTICE_KINDS} caption={(kind) => t.kinds[kind]} isChosen={() => true} />
        {mayShared ? (
          <label class="choice">
            <input type="checkbox" name="shared" value="yes" />
            <span>{t.forAll}</span>
          </label>
        ) : null}
        <button type="submit">{t.add}</button>
      </form>
    </section>
  )
}
