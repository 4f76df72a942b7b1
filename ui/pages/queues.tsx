import type { Person, Pile } from '../../adapters/db/index.ts'
import type { Queue } from '../../core/queues.ts'
import type { SecondPersonLimit } from '../../core/second-person.ts'
import { QueueRules } from '../components/queue-rules.tsx'
import { SecondPersonLimits } from '../components/second-person-limits.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { type Language, plural } from '../language.ts'
import { queueTexts } from '../texts/queues.ts'
import { presentTime } from '../views/present-time.ts'
import { pileHref } from '../views/queue-filter.ts'
import { reasonCaption } from '../views/reason-caption.ts'

export type QueuesNotice = 'saved' | 'exists' | 'invalid' | 'invalidLimit'

export interface QueuesView {
  readonly mine: number
  readonly free: number
  readonly late: number
  readonly byQueue: readonly Pile[]
  readonly byType: readonly Pile[]
  readonly bySupplier: readonly Pile[]
  readonly byReason: readonly Pile[]
  readonly byPerson: readonly Pile[]
  /** Documents that have waited at least so many days. */
  readonly byAge: readonly { readonly days: number; readonly documents: number }[]
  readonly queues: readonly Queue[]
  readonly people: readonly Person[]
  readonly limits: readonly SecondPersonLimit[]
  readonly types: readonly { readonly name: string; readonly caption: string }[]
}

interface Props {
  readonly frame: Frame
  readonly view: QueuesView
  readonly notice: QueuesNotice | null
}

/** What waits, by everything a person may want to pick by; below, the rules that fill the queues. */
export const QueuesPage = ({ frame, view, notice }: Props) => {
  const { language } = frame
  const t = queueTexts(language)
  const typeCaption = (name: string) => view.types.find((one) => one.name === name)?.caption ?? t.unknown
  const queueName = (id: string) => view.queues.find((one) => one.id === id)?.name ?? t.everything
  const personName = (id: string) => view.people.find((one) => one.id === id)?.name ?? t.nobody
  const pile = (title: string, piles: readonly Pile[], caption: (key: string) => string, href: (key: string) => string | null) =>
    piles.length === 0 ? null : <PileTable language={language} title={title} piles={piles} caption={caption} href={href} />
  return (
    <Shell frame={frame} title={t.title} current="queues" wide>
      <div class="list-head">
        <h1>{t.title}</h1>
        <a class="button primary" href="/documents/next">
          {t.start}
        </a>
      </div>
      <p>{t.intro}</p>
      {notice ? (
        <p class={`notice notice--${notice === 'saved' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      <ul class="pile-facts">
        <Fact caption={t.mine} count={view.mine} href={pileHref({ person: 'me' })} language={language} />
        <Fact caption={t.free} count={view.free} href={pileHref({ person: 'nobody' })} language={language} />
        <Fact caption={t.late} count={view.late} href={pileHref({ late: true })} language={language} />
      </ul>
      {view.byType.length === 0 ? <p class="card">{t.nothing}</p> : null}
      <div class="piles">
        {view.queues.length > 0 ? pile(t.byQueue, view.byQueue, queueName, (queue) => pileHref({ queue })) : null}
        {pile(
          t.byReason,
          view.byReason,
          (code) => (code === '' ? t.unknown : reasonCaption(code, language)),
          (reason) => (reason === '' ? null : pileHref({ reason })),
        )}
        {pile(
          t.bySupplier,
          view.bySupplier,
          (name) => name || t.unknown,
          (supplier) => (supplier === '' ? null : pileHref({ supplier })),
        )}
        {pile(t.byType, view.byType, typeCaption, (type) => (type === '' ? null : pileHref({ type })))}
        {pile(t.byPerson, view.byPerson, personName, (person) => pileHref({ person: person || 'nobody' }))}
        {view.byType.length === 0 ? null : <AgeTable language={language} ages={view.byAge} />}
      </div>
      <QueueRules frame={frame} queues={view.queues} people={view.people} types={view.types} />
      <SecondPersonLimits frame={frame} limits={view.limits} />
    </Shell>
  )
}

const Fact = ({ caption, count, href, language }: { caption: string; count: number; href: string; language: Language }) => (
  <li class="card">
    <a href={href}>
      <strong>{new Intl.NumberFormat(language).format(count)}</strong> {caption}
    </a>
  </li>
)

interface PileProps {
  readonly language: Language
  readonly title: string
  readonly piles: readonly Pile[]
  readonly caption: (key: string) => string
  /** Null where the filter has no word for it. */
  readonly href: (key: string) => string | null
}

const PileTable = ({ language, title, piles, caption, href }: PileProps) => {
  const t = queueTexts(language)
  return (
    <section class="card pile">
      <h2>{title}</h2>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{title}</span>
            </th>
            <th scope="col" class="amount">
              {t.documents}
            </th>
            <th scope="col">{t.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {piles.map(({ key, documents, oldest, late }) => {
            const to = href(key)
            return (
              <tr>
                <th scope="row">
                  {to ? (
                    <a href={to}>
                      <bdi>{caption(key)}</bdi>
                    </a>
                  ) : (
                    caption(key)
                  )}
                </th>
                <td class="amount">
                  {new Intl.NumberFormat(language).format(documents)}
                  {late > 0 ? <span class="late">{` · ${late} ${t.isLate}`}</span> : null}
                </td>
                <td>
                  <time dateTime={oldest}>{presentTime(oldest, language)}</time>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const AgeTable = ({ language, ages }: { language: Language; ages: QueuesView['byAge'] }) => {
  const t = queueTexts(language)
  return (
    <section class="card pile">
      <h2>{t.byAge}</h2>
      <table class="plain">
        <tbody>
          {ages.map(({ days, documents }) => (
            <tr>
              <th scope="row">
                <a href={pileHref({ days })}>{plural(language, days, t.atLeast)}</a>
              </th>
              <td class="amount">{new Intl.NumberFormat(language).format(documents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
