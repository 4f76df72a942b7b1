import { SCOPES } from '../../core/permissions.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import type { ApiClient } from '../deps.ts'
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
      <p>{t.intro}</p>
      {notice ? (
        <p class={`notice notice--${notice === 'saved' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      {secret ? (
        <section class="card" role="status">
          <h2>
            {t.secretFor} <bdi>{secret.name}</bdi>
          </h2>
          <pre class="command">
            <code>{`client_id      ${secret.id}\nclient_secret  ${secret.secret}`}</code>
          </pre>
          <p class="muted">{t.secretOnce}</p>
        </section>
      ) : null}
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.may}</th>
              <th scope="col">{t.used}</th>
              <th scope="col">{t.secrets}</th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <ClientRow frame={frame} client={client} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      </div>
      {mayChange ? (
        <section class="card">
          <h2>{t.add}</h2>
          <form method="post" action="/clients" class="stacked">
            <label>
              {t.name}
              <input name="name" required maxLength={200} autocomplete="off" />
            </label>
            <fieldset class="stacked">
              <legend>{t.may}</legend>
              {SCOPES.map((scope) => (
                <label class="choice">
                  <input type="checkbox" name="scope" value={scope} checked={!scope.startsWith('webhooks')} />
                  <span>
                    {scopeText(frame, scope)} <code class="muted">{scope}</code>
                  </span>
                </label>
              ))}
            </fieldset>
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
