import type { Webhook, WebhookDelivery } from '../../adapters/db/index.ts'
import { MESSAGE_KINDS } from '../../core/message-kinds.ts'
import { Choices } from '../components/choices.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { ShownOnce } from '../components/shown-once.tsx'
import { webhookTexts } from '../texts/webhooks.ts'
import { presentTime } from '../views/present-time.ts'

interface ListProps {
  readonly frame: Frame
  readonly webhooks: readonly Webhook[]
  /** Why an address was refused. */
  readonly refused: string | null
  readonly secret: string | null
}

export const WebhooksPage = ({ frame, webhooks, refused, secret }: ListProps) => {
  const t = webhookTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="webhooks">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {refused === null ? null : (
        <p class="notice notice--error" role="alert">
          {t.invalid}: {refused}
        </p>
      )}
      <Secret frame={frame} secret={secret} />
      <PlainTable heads={[t.address, t.hears, t.state]}>
        {webhooks.map((webhook) => (
          <tr>
            <td>
              <a href={`/webhooks/${webhook.id}`}>
                <bdi>{webhook.url}</bdi>
              </a>
            </td>
            <td>{webhook.kinds.map((kind) => t.kinds[kind]).join(', ')}</td>
            <td>{stateText(frame, webhook)}</td>
          </tr>
        ))}
      </PlainTable>
      {frame.may.has('webhooks:write') ? (
        <section class="card">
          <h2>{t.add}</h2>
          <form method="post" action="/webhooks" class="stacked">
            <label>
              {t.address}
              <input type="url" name="url" required maxLength={2000} placeholder="https://" />
            </label>
            <Choices
              named
              legend={t.hears}
              name="kind"
              values={MESSAGE_KINDS}
              caption={(kind) => t.kinds[kind]}
              isChosen={(kind) => kind === 'record.approved'}
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

interface OneProps {
  readonly frame: Frame
  readonly webhook: Webhook
  readonly deliveries: readonly WebhookDelivery[]
  readonly next: string | null
  readonly secret: string | null
  readonly replayed: number | null
}

export const WebhookPage = ({ frame, webhook, deliveries, next, secret, replayed }: OneProps) => {
  const t = webhookTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="webhooks">
      <h1>
        <bdi>{webhook.url}</bdi>
      </h1>
      <p>
        {webhook.kinds.map((kind) => t.kinds[kind]).join(', ')}. {stateText(frame, webhook)}.
      </p>
      <Secret frame={frame} secret={secret} />
      {replayed === null ? null : (
        <p class="notice notice--good" role="status">
          {t.replayed}
          {replayed}
        </p>
      )}
      {frame.may.has('webhooks:write') ? (
        <section class="card">
          <form method="post" action={`/webhooks/${webhook.id}`} class="inline">
            <button type="submit" name="action" value={webhook.disabled ? 'enable' : 'disable'}>
              {webhook.disabled ? t.enable : t.disable}
            </button>
            <button type="submit" name="action" value="rotate">
              {t.rotate}
            </button>
            <button type="submit" name="action" value="remove">
              {t.remove}
            </button>
          </form>
          <p class="muted small">{t.rotateText}</p>
          <h2>{t.replay}</h2>
          <form method="post" action={`/webhooks/${webhook.id}`} class="inline">
            <label>
              {t.since} <input type="datetime-local" name="since" required />
            </label>
            <label>
              {t.until} <input type="datetime-local" name="until" required />
            </label>
            <button type="submit" name="action" value="replay">
              {t.replay}
            </button>
          </form>
          <p class="muted small">{t.replayText} (UTC)</p>
        </section>
      ) : null}
      <h2>{t.journal}</h2>
      {deliveries.length === 0 ? <p class="muted">{t.nothing}</p> : <Deliveries frame={frame} deliveries={deliveries} />}
      {next === null ? null : <a href={`/webhooks/${webhook.id}?after=${encodeURIComponent(next)}`}>{t.older}</a>}
    </Shell>
  )
}

const Deliveries = ({ frame, deliveries }: { frame: Frame; deliveries: readonly WebhookDelivery[] }) => {
  const t = webhookTexts(frame.language)
  return (
    <PlainTable heads={[t.message, t.state, t.attempts, t.answer, t.when]}>
      {deliveries.map((one) => (
        <tr>
          <td>
            {one.documentId ? <a href={`/documents/${one.documentId}`}>{kindText(frame, one.kind)}</a> : kindText(frame, one.kind)}
            <br />
            <code class="muted small">{one.id}</code>
          </td>
          <td>{t.states[one.state]}</td>
          <td>{one.attempts}</td>
          <td>{one.lastStatus ?? one.lastError ?? '–'}</td>
          <td>{one.lastAt ? presentTime(one.lastAt, frame.language) : '–'}</td>
        </tr>
      ))}
    </PlainTable>
  )
}

const Secret = ({ frame, secret }: { frame: Frame; secret: string | null }) => {
  const t = webhookTexts(frame.language)
  return secret === null ? null : <ShownOnce title={t.secret} text={secret} note={t.secretOnce} />
}

function stateText(frame: Frame, { disabled, pending, failed }: Webhook): string {
  const t = webhookTexts(frame.language)
  const words: Readonly<Record<string, string>> = t.disabled
  const state = disabled === null ? t.active : (words[disabled] ?? t.disabled.person)
  return [state, ...(pending > 0 ? [`${t.waiting}: ${pending}`] : []), ...(failed > 0 ? [`${t.failedCount}: ${failed}`] : [])].join(', ')
}

function kindText(frame: Frame, kind: string): string {
  return (webhookTexts(frame.language).kinds as Readonly<Record<string, string>>)[kind] ?? kind
}
