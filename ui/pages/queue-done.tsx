import type { SessionWork } from '../../adapters/db/index.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import { plural } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'

interface Props {
  readonly frame: Frame
  /** What this person has done today. */
  readonly work: SessionWork | null
  /** Documents that wait for somebody else or for another day. */
  readonly waiting: number
  /** It was the end of one queue, not of everything. */
  readonly filtered: boolean
}

/** The end of the queue: what was done today, and what still waits for others. */
export const QueueDonePage = ({ frame, work, waiting, filtered }: Props) => {
  const t = deskTexts(frame.language).done
  const { approved = 0, rejected = 0, postponed = 0, escalated = 0, changed = 0, activeMs = 0 } = work ?? {}
  const decided = approved + rejected
  const facts = [
    [t.approved, String(approved)],
    [t.rejected, String(rejected)],
    [t.postponed, String(postponed)],
    [t.escalated, String(escalated)],
    [t.changed, String(changed)],
    ...(decided > 0 ? [[t.perDocument, plural(frame.language, Math.round(activeMs / 1000 / decided), t.seconds)]] : []),
  ] as const
  return (
    <Shell frame={frame} title={t.title} current="documents">
      <section class="card panel queue-done">
        <h1>{t.title}</h1>
        <p>{decided + postponed + escalated === 0 ? t.nothing : t.today}</p>
        {decided + postponed + escalated === 0 ? null : (
          <dl>
            {facts.map(([caption, value]) => (
              <div>
                <dt>{caption}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {waiting > 0 ? <p class="muted">{plural(frame.language, waiting, t.waiting)}</p> : null}
        <p class="panel-actions">
          {filtered && waiting > 0 ? (
            <a class="button primary" href="/documents/next">
              {t.toOthers}
            </a>
          ) : null}
          <a class={`button${filtered && waiting > 0 ? '' : ' primary'}`} href="/documents">
            {t.toList}
          </a>
          <a class="button" href="/upload">
            {t.toUpload}
          </a>
        </p>
      </section>
    </Shell>
  )
}
