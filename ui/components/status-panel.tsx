import type { DocumentRow } from '../../adapters/db/index.ts'
import { documentTexts } from '../texts/document.ts'
import { problemTexts } from '../texts/problems.ts'
import { presentPagesRead } from '../views/present-pages.ts'
import { Icon } from './icons.tsx'
import type { Frame } from './shell.tsx'

/** What a document that waits for nobody shows instead of the desk: being read, set aside, failed, approved. */
export const StatusPanel = ({ frame, row, posted }: { frame: Frame; row: DocumentRow; posted: boolean }) => {
  const t = documentTexts(frame.language)
  const { language } = frame
  const duplicate = row.duplicateOf ? (
    <p class="notice notice--warning">
      {t.duplicateOf} <a href={`/documents/${row.duplicateOf}`}>{t.openEarlier}</a>
    </p>
  ) : null
  if (row.status === 'received' || row.status === 'processing')
    return (
      <>
        {duplicate}
        <section class="card panel" data-wait={row.id}>
          <h2>{t.processingTitle}</h2>
          <p>{t.processingText}</p>
          <progress aria-label={t.processingTitle} value={row.pagesRead?.done} max={row.pagesRead?.total} />
          <p class="muted" data-pages role="status">
            {row.pagesRead ? presentPagesRead(row.pagesRead, language) : null}
          </p>
        </section>
      </>
    )
  if (row.status === 'rejected' || row.status === 'failed') {
    const locked = row.reason?.code === 'password_required'
    // A first run has no password; a later one had a wrong one.
    const own = locked && row.run > 1 ? t.wrongPassword : row.reason ? reasonText(row.reason.code, frame) : null
    return (
      <>
        {duplicate}
        <section class={`card panel panel--${row.status}`}>
          <h2>{row.status === 'rejected' ? t.rejectedTitle : t.failedTitle}</h2>
          <p>{own ?? row.reason?.message ?? t.failedText}</p>
          {row.status === 'failed' ? <p class="muted">{t.failedText}</p> : null}
          {own && row.reason?.message && language === 'en' ? <p class="muted small">{row.reason.message}</p> : null}
          {frame.may.has('documents:write') ? (
            <div class="panel-actions">
              <form method="post" action={`/documents/${row.id}/reprocess`}>
                <input type="hidden" name="version" value={row.version} />
                {locked ? (
                  <label class="password">
                    {t.filePassword} <input type="password" name="password" required maxLength={200} autocomplete="off" />
                  </label>
                ) : null}
                <button type="submit" class={row.status === 'failed' ? 'primary' : undefined}>
                  {t.reprocess}
                </button>
              </form>
              <a class={`button${row.status === 'rejected' ? ' primary' : ''}`} href="/upload">
                {t.reupload}
              </a>
            </div>
          ) : null}
        </section>
      </>
    )
  }
  if (row.status === 'approved')
    return (
      <p class="notice notice--good">
        <Icon name="machine" />
        <span>
          <strong>{posted ? t.postedTitle : t.approvedTitle}.</strong> {posted ? t.postedText : t.approvedText}
        </span>
      </p>
    )
  return duplicate
}

function reasonText(code: string, frame: Frame): string | null {
  const people: Readonly<Record<string, string>> = documentTexts(frame.language).reasons
  const machine: Readonly<Record<string, string>> = problemTexts(frame.language)
  return people[code] ?? machine[code] ?? null
}
