import type { DocumentRow } from '../../adapters/db/index.ts'
import type { Status } from '../../core/status.ts'
import { Icon } from '../components/icons.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { type Language, plural } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { listTexts } from '../texts/list.ts'
import { uploadTexts } from '../texts/upload.ts'
import { presentDate, presentNumber } from '../views/present.ts'
import { presentPagesRead } from '../views/present-pages.ts'
import { presentTime } from '../views/present-time.ts'

export const LISTED_STATUSES: readonly Status[] = ['review', 'processing', 'received', 'approved', 'rejected', 'failed']

export interface ListView {
  readonly rows: readonly DocumentRow[]
  readonly counts: Readonly<Record<Status, number>>
  readonly filter: { readonly status: Status | null; readonly text: string; readonly type: string | null }
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  /** Cursor of the next, older page. */
  readonly next: string | null
  readonly paged: boolean
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
      <Filters language={frame.language} view={view} />
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
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <Row key={row.id} row={row} language={language} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager language={language} view={view} />
    </div>
  )
}

const Row = ({ row, language }: { row: DocumentRow; language: Language }) => {
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
        <a href={`/documents/${row.id}`}>
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
    </tr>
  )
}

const Tabs = ({ language, view, total }: { language: Language; view: ListView; total: number }) => {
  const t = listTexts(language)
  const of = (status: Status | null, caption: string, count: number) => (
    <a
      href={listHref({ ...view.filter, status })}
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

const Filters = ({ language, view }: { language: Language; view: ListView }) => {
  const t = listTexts(language)
  const filtered = view.filter.text !== '' || view.filter.type !== null
  return (
    <search>
      <form method="get" action="/documents" class="filters">
        {view.filter.status ? <input type="hidden" name="status" value={view.filter.status} /> : null}
        <label class="visually-hidden" for="text">
          {t.search}
        </label>
        <input id="text" name="text" type="search" value={view.filter.text} placeholder={t.search} maxLength={200} />
        {view.types.length > 1 ? (
          <>
            <label class="visually-hidden" for="type">
              {t.type}
            </label>
            <select id="type" name="type">
              <option value="">{t.anyType}</option>
              {view.types.map(({ name, caption }) => (
                <option value={name} selected={view.filter.type === name}>
                  {caption}
                </option>
              ))}
            </select>
          </>
        ) : null}
        <button type="submit">{t.find}</button>
        {filtered ? (
          <a class="button quiet" href={listHref({ ...view.filter, text: '', type: null })}>
            {t.clear}
          </a>
        ) : null}
      </form>
    </search>
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

export function listHref(filter: ListView['filter'], after: string | null = null): string {
  const query = new URLSearchParams()
  if (filter.status) query.set('status', filter.status)
  if (filter.text) query.set('text', filter.text)
  if (filter.type) query.set('type', filter.type)
  if (after) query.set('after', after)
  return query.size === 0 ? '/documents' : `/documents?${query}`
}
