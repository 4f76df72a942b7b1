import type { ApiClient } from '../../adapters/db/index.ts'
import { SCOPES } from '../../core/permissions.ts'
import { Choices } from '../components/choices.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { ShownOnce } from '../components/shown-once.tsx'
import { clientTexts } from '../texts/clients.ts'
import { presentTime } from '../views/present-time.ts'

export type ClientsNotice = 'saved' | 'invalid'

interface Props {
  readonly frame: Frame
  readonly clients: readonly ApiClient[]
  readonly notice: ClientsNotice | null
  /** Just made; shown this once. */
  readonly secret: { readonly name: string; readonly id: string; readonly secret: string } | null
}

export const ClientsPage = ({ frame, clients, notice, secret }: Props) => {
  const t = clientTexts(frame.language)
  const mayChange = frame.may.has('people:write')
  return (
    <Shell frame={frame} title={t.title} current="clients">
      <h1>{t.title}</h1>
      <p>
        {t.intro} <a href="/reference">{t.reference}</a>
      </p>
      {notice ? (
        <p class={`notice notice--${notice === 'saved' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      {secret ? (
        <ShownOnce
          title={
            <>
              {t.secretFor} <bdi>{secret.name}</bdi>
            </>
          }
          text={`client_id      ${secret.id}\nclient_secret  ${secret.secret}`}
          note={t.secretOnce}
        />
      ) : null}
      <PlainTable heads={[t.name, t.may, t.used, t.secrets]}>
        {clients.map((client) => (
          <ClientRow frame={frame} client={client} mayChange={mayChange} />
        ))}
      </PlainTable>
      {mayChange ? (
        <section class="card">
          <h2>{t.add}</h2>
          <form method="post" action="/clients" class="stacked">
            <label>
              {t.name}
              <input name="name" required maxLength={200} autocomplete="off" />
            </label>
            <Choices
              named
              legend={t.may}
              name="scope"
              values={SCOPES}
              caption={(scope) => scopeText(frame, scope)}
              isChosen={(scope) => !scope.startsWith('webhooks')}
            />
            <button type="submit" class="primary">
              {t.addButton}
            </button>
          </form>
        </section>
      ) : null}
    </Shell>
  )
}

const ClientRow = ({ frame, client, mayChange }: { frame: Frame; client: ApiClient; mayChange: boolean }) => {
  const t = clientTexts(frame.language)
  return (
    <tr>
      <td>
        <bdi>{client.name}</bdi>
        <br />
        <code class="muted small">{client.id}</code>
      </td>
      <td>{client.scopes.map((scope) => scopeText(frame, scope)).join(', ')}</td>
      <td>{client.lastUsedAt === null ? t.never : presentTime(client.lastUsedAt, frame.language)}</td>
      <td>
        {client.revoked ? (
          t.revoked
        ) : (
          <>
            {client.secrets.length}
            {mayChange ? (
              <form method="post" action={`/clients/${client.id}`} class="inline">
                <button type="submit" name="action" value="rotate">
                  {t.rotate}
                </button>
                {client.secrets.length > 1 ? (
                  <button type="submit" name="action" value="drop-old">
                    {t.dropOld}
                  </button>
                ) : null}
                <button type="submit" name="action" value="revoke">
                  {t.revoke}
                </button>
              </form>
            ) : null}
          </>
        )}
      </td>
    </tr>
  )
}

function scopeText(frame: Frame, scope: string): string {
  return (clientTexts(frame.language).scopes as Readonly<Record<string, string>>)[scope] ?? scope
}
