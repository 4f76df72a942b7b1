import type { DocumentRow } from '../../adapters/db/index.ts'
import type { FileView, PartView } from '../api/move-pages.ts'
import { PartsList } from '../components/parts-list.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { filePartsTexts } from '../texts/file-parts.ts'

export type RecutNotice = 'nothing' | 'approved' | 'reading' | 'meanwhile'

interface Props {
  readonly frame: Frame
  /** The document that the person came from. */
  readonly row: DocumentRow
  readonly file: FileView
  /** Marked pages: as they are, or as they were sent when that was refused. */
  readonly starts: readonly number[]
  readonly notice: RecutNotice | null
}

/** Every page of a file with a mark where a document begins: one form that moves pages, splits and merges, with keys and without script. */
export const FilePartsPage = ({ frame, row, file, starts, notice }: Props) => {
  const t = filePartsTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="documents">
      <p>
        <a href={`/documents/${row.id}`} class="back">
          ← {t.cancel}
        </a>
      </p>
      <h1>{t.title}</h1>
      <p class="muted">
        <bdi>{row.fileName}</bdi>
      </p>
      {notice ? (
        <p class={`notice notice--${notice === 'nothing' ? 'warning' : 'error'}`} role="alert">
          {notice === 'nothing' ? t.nothing : `${t.refused} ${t.reasons[notice]}`}
        </p>
      ) : null}
      {file.proposed ? (
        <p class="notice notice--warning">{t.proposed}</p>
      ) : (
        <PartsList parts={file.parts} current={row.id} language={frame.language} />
      )}
      <p id="parts-hint">{t.hint}</p>
      <form method="post" action={`/documents/${row.id}/pages`} aria-describedby="parts-hint">
        <input type="hidden" name="seen" value={file.parts.map(({ row: { id, version } }) => `${id}:${version}`).join(',')} />
        <ol class="file-pages">
          {Array.from({ length: file.pageCount }, (_, i) => (
            <PageCard frame={frame} file={file} page={i + 1} begins={starts.includes(i + 1)} />
          ))}
        </ol>
        <div class="parts-actions">
          <p class="muted">{t.effect}</p>
          <button type="submit" class="primary">
            {t.save}
          </button>
        </div>
      </form>
    </Shell>
  )
}

interface CardProps {
  readonly frame: Frame
  readonly file: FileView
  /** Of the file, from 1. */
  readonly page: number
  readonly begins: boolean
}

const PageCard = ({ frame, file, page, begins }: CardProps) => {
  const t = filePartsTexts(frame.language)
  const part = file.parts.find(({ pages }) => page >= pages.first && page <= pages.last)
  // A mark on or right behind an approved document would change its pages.
  const fixed = file.parts.some(({ pages, fixed: kept }) => kept && page >= pages.first && page <= pages.last + 1)
  const image = part && imageOf(part, page)
  return (
    <li class="file-page">
      <p class="file-page-head">
        <strong>
          {t.page} {page}
        </strong>{' '}
        <span class="file-page-part">{t.part} </span>
      </p>
      {image ? (
        <a href={image} aria-label={`${t.largePicture} ${page}`}>
          <img src={image} alt="" loading="lazy" width="180" height="255" />
        </a>
      ) : (
        <p class="file-page-empty muted">{t.noImage}</p>
      )}
      {page === 1 ? (
        <p class="file-page-mark">{t.alwaysBegins}</p>
      ) : (
        <label class="file-page-mark">
          <input type="checkbox" name="start" value={page} checked={begins} disabled={fixed} />
          <span>
            {t.begins}
            <span class="visually-hidden">{`: ${t.page} ${page}`}</span>
          </span>
        </label>
      )}
      {part?.fixed && page === part.pages.first ? <p class="small muted">{t.fixed}</p> : null}
    </li>
  )
}

/** The picture is that of the document which has the page, in its own numbers; null while that is being read for the first time. */
function imageOf({ row, pages }: PartView, page: number): string | null {
  if (row.result === null) return null
  return `/api/v1/documents/${row.id}/pages/${row.partOf === null ? page : page - pages.first + 1}`
}
