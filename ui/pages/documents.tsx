import { ANY_QUEUE, type DocumentRow, type Person, type QueuePlace } from '../../adapters/db/index.ts'
import type { Queue } from '../../core/queues.ts'
import type { Status } from '../../core/status.ts'
import { DocumentFilters } from '../components/document-filters.tsx'
import { Icon } from '../components/icons.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { type Language, plural } from '../language.ts'
import { bulkTexts } from '../texts/bulk.ts'
import { commonTexts } from '../texts/common.ts'
import { listTexts } from '../texts/list.ts'
import { queueTexts } from '../texts/queues.ts'
import { uploadTexts } from '../texts/upload.ts'
import { presentDate, presentNumber } from '../views/present.ts'
import { presentPagesRead } from '../views/present-pages.ts'
import { presentTime } from '../views/present-time.ts'
import { type Filter, queryOf } from '../views/queue-filter.ts'

export const LISTED_STATUSES: readonly Status[] = ['review', 'processing', 'received', 'approved', 'rejected', 'failed']

export interface ListView {
  readonly rows: readonly DocumentRow[]
  readonly counts: Readonly<Record<Status, number>>
  readonly filter: Filter
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  /** Cursor of the next, older page. */
  readonly next: string | null
  readonly paged: boolean
  /** Where each waiting document stands, by id. Empty where other documents are listed. */
  readonly places: ReadonlyMap<string, QueuePlace>
  readonly people: readonly Person[]
  readonly queues: readonly Queue[]
}

interface Props {
  readonly frame: Frame
  readonly script: string
  readonly maxBytes: number
  readonly view: ListView
}

export const DocumentsPage = ({ frame, script, maxBytes, view }: Props) => {
  const t = listTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="documents" script={script} wide>
      <div class="list-head">
        <h1>{t.title}</h1>
        {view.filter.status === 'review' && frame.may.has('documents:approve') ? (
          <a class="button" href={`/documents/bulk${queryOf(view.filter)}`}>
            {bulkTexts(frame.language).open}
          </a>
        ) : null}
        {frame.may.has('documents:write') ? (
          <a class="button primary" href="/upload">
            <Icon name="upload" />
            {commonTexts(frame.language).upload}
          </a>
        ) : null}
      </div>
      <p class="notice">
        <Icon name="info" />
        {commonTexts(frame.language).uncalibrated}
      </p>
      <DocumentFilters language={frame.language} view={view} />
      <section
        class="uploads"
        data-uploads
        data-drop
        data-max={maxBytes}
        data-language={frame.language}
        aria-live="polite"
        aria-label={uploadTexts(frame.language).results}
      />
      <div data-live data-off={t.liveOff}>
        <DocumentTable language={frame.language} view={view} />
      </div>
      <p class="muted small keys only-script">
        {t.keys}
        <span class="live" role="status" data-live-state />
      </p>
    </Shell>
  )
}

/** Also sent alone when the list changes. */
export const DocumentTable = ({ language, view }: { language: Language; view: ListView }) => {
  const t = listTexts(language)
  const total = Object.values(view.counts).reduce((sum, n) => sum + n, 0)
  return (
    <div data-table>
      <Tabs language={language} view={view} total={total} />
      {view.rows.length === 0 ? (
        <Empty language={language} none={total > 0} />
      ) : (
        <div class="table-frame">
          <table class="documents">
            <thead>
              <tr>
                <th scope="col">{t.columns.status}</th>
                <th scope="col">{t.columns.number}</th>
                <th scope="col">{t.columns.seller}</th>
                <th scope="col">{t.columns.date}</th>
                <th scope="col" class="amount">
                  {t.columns.gross}
                </th>
                <th scope="col">{t.columns.file}</th>
                <th scope="col">{t.columns.received}</th>
                {view.filter.status === 'review' ? (
                  <>
                    <th scope="col">{queueTexts(language).dueAt}</th>
                    <th scope="col">{queueTexts(language).whose}</th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <Row key={row.id} row={row} view={view} language={language} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager language={language} view={view} />
    </div>
  )
}

const Row = ({ row, view, language }: { row: DocumentRow; view: ListView; language: Language }) => {
  const t = listTexts(language)
  const { summary } = row
  return (
    <tr data-row={row.id}>
      <td>
        <StatusBadge status={row.status} language={language} />
        {row.status === 'review' && summary && summary.reasons > 0 ? (
          <span class="points">{plural(language, summary.reasons, t.points)}</span>
        ) : null}
        {row.status === 'processing' && row.pagesRead ? <span class="points">{presentPagesRead(row.pagesRead, language)}</span> : null}
      </td>
      <td class="number">
        <a href={`/documents/${row.id}${row.status === 'review' ? queryOf(view.filter) : ''}`}>
          <bdi>{summary?.number ?? '—'}</bdi>
        </a>
      </td>
      <td class="seller">
        <bdi>{summary?.seller ?? '—'}</bdi>
      </td>
      <td class="date">{summary?.issueDate ? presentDate(summary.issueDate, language) : '—'}</td>
      <td class="amount">
        {summary?.gross ? (
          <>
            {presentNumber(summary.gross, language)} <span class="currency">{summary.currency ?? ''}</span>
          </>
        ) : (
          '—'
        )}
      </td>
      <td class="file">
        <bdi>{row.fileName}</bdi>
        {row.duplicateOf ? <span class="points">{t.duplicate}</span> : null}
      </td>
      <td class="when">
        <time dateTime={row.createdAt}>{presentTime(row.createdAt, language)}</time>
      </td>
      {view.filter.status === 'review' ? <PlaceCells place={view.places.get(row.id)} language={language} /> : null}
    </tr>
  )
}

const PlaceCells = ({ place, language }: { place: QueuePlace | undefined; language: Language }) => (
  <>
    <td class="when">
      {place?.dueAt ? <time dateTime={place.dueAt}>{presentTime(place.dueAt, language)}</time> : '—'}
      {place?.late ? <strong class="late"> · {queueTexts(language).isLate}</strong> : null}
    </td>
    <td>
      <bdi>{place?.assignee?.name ?? '—'}</bdi>
    </td>
  </>
)

const Tabs = ({ language, view, total }: { language: Language; view: ListView; total: number }) => {
  const t = listTexts(language)
  const of = (status: Status | null, caption: string, count: number) => (
    <a
      href={listHref({ ...view.filter, status, queue: { ...ANY_QUEUE, supplier: view.filter.queue.supplier } })}
      aria-current={view.filter.status === status ? 'true' : undefined}
      class={count === 0 ? 'none' : undefined}
    >
      {caption} <span class="count">{new Intl.NumberFormat(language).format(count)}</span>
    </a>
  )
  return (
    <nav class="tabs" aria-label={t.columns.status}>
      {of(null, t.all, total)}
      {LISTED_STATUSES.map((status) => of(status, commonTexts(language).status[status], view.counts[status]))}
    </nav>
  )
}

const Empty = ({ language, none }: { language: Language; none: boolean }) => {
  const t = listTexts(language)
  return (
    <div class="empty">
      <Icon name="file" />
      <h2>{none ? t.noneTitle : t.emptyTitle}</h2>
      <p>{none ? t.noneText : t.emptyText}</p>
      <a class="button" href={none ? '/documents' : '/upload'}>
        {none ? t.noneAction : t.emptyAction}
      </a>
    </div>
  )
}

const Pager = ({ language, view }: { language: Language; view: ListView }) => {
  const t = listTexts(language)
  if (!view.paged && view.next === null) return null
  return (
    <nav class="pager" aria-label={t.older}>
      {view.paged ? (
        <a class="button" href={listHref(view.filter)}>
          {t.newest}
        </a>
      ) : null}
      {view.next === null ? null : (
        <a class="button" rel="next" href={listHref(view.filter, view.next)}>
          {t.older}
        </a>
      )}
    </nav>
  )
}

export function listHref({ status, ...filter }: Filter, after: string | null = null): string {
  return `/documents${queryOf(filter, { ...(status && { status }), ...(after && { after }) })}`
}
