import type { DocumentRow, ErasureStanding } from '../../../adapters/db/index.ts'
import { type Frame, Shell } from '../../components/shell.tsx'
import { plural } from '../../language.ts'
import { erasureTexts } from '../../texts/erasure.ts'
import { HoldCard } from './hold-card.tsx'
import { ReasonField } from './reason-field.tsx'

/** What was typed, and which entry was not taken; `hold` = the reason of the legal hold. */
export interface ErasureEntry {
  readonly reason: string
  readonly wrong: 'reason' | 'typed' | 'hold' | null
}

interface Props {
  readonly frame: Frame
  readonly row: DocumentRow
  readonly standing: ErasureStanding
  readonly entry: ErasureEntry
}

/** What the document is called on this page, and what a person types to erase it. */
export function nameOf({ summary, fileName }: Pick<DocumentRow, 'summary' | 'fileName'>): string {
  return summary?.number ?? fileName
}

/** Says first what is lost; who wants it all the same gives a reason and types the document's number. */
export const ErasurePage = ({ frame, row, standing, entry }: Props) => {
  const t = erasureTexts(frame.language)
  return (
    <Shell frame={frame} title={`${t.title} · ${nameOf(row)}`} current="documents">
      <p>
        <a href={`/documents/${row.id}`}>← {t.back}</a>
      </p>
      <h1>
        {t.title}: <bdi>{nameOf(row)}</bdi>
      </h1>
      <EraseCard frame={frame} row={row} standing={standing} entry={entry} />
      <HoldCard frame={frame} row={row} hold={standing.hold} isWrong={entry.wrong === 'hold'} />
    </Shell>
  )
}

export const ErasedPage = ({ frame }: { frame: Frame }) => {
  const t = erasureTexts(frame.language)
  return (
    <Shell frame={frame} title={t.erased} current="documents">
      <h1>{t.erased}</h1>
      <p class="notice notice--good" role="status">
        {t.erasedText}
      </p>
      <p>
        <a href="/documents">{t.list}</a>
      </p>
    </Shell>
  )
}

const EraseCard = ({ frame, row, standing, entry }: Props) => {
  const t = erasureTexts(frame.language)
  if (standing.hold) return null
  if (row.partOf)
    return (
      <p class="notice notice--warning">
        {t.part} <a href={`/documents/${row.partOf}/erasure`}>{t.openFile}</a>
      </p>
    )
  if (row.status === 'received' || row.status === 'processing') return <p class="notice notice--warning">{t.busy}</p>
  return (
    <section class="card">
      <Lost frame={frame} standing={standing} />
      <form method="post" action={`/documents/${row.id}/erasure`} class="stacked">
        <input type="hidden" name="version" value={row.version} />
        <ReasonField frame={frame} id="reason" value={entry.reason} isWrong={entry.wrong === 'reason'} />
        <div class="entry-field">
          <label for="typed">
            {t.type} <bdi class="to-type">{nameOf(row)}</bdi>
          </label>
          <input
            type="text"
            id="typed"
            name="typed"
            required
            autocomplete="off"
            spellcheck={false}
            aria-invalid={entry.wrong === 'typed' ? 'true' : undefined}
            aria-describedby="typed-hint"
          />
          <small class={entry.wrong === 'typed' ? 'wrong' : 'muted'} id="typed-hint">
            {entry.wrong === 'typed' ? t.invalidTyped : t.nothingBack}
          </small>
        </div>
        <button type="submit" class="danger">
          {t.erase}
        </button>
      </form>
    </section>
  )
}

const Lost = ({ frame, standing: { parts, records, posted } }: Pick<Props, 'frame' | 'standing'>) => {
  const { language } = frame
  const t = erasureTexts(language)
  return (
    <>
      <h2>{t.goes}</h2>
      <ul class="lost">
        {parts > 0 ? <li>{plural(language, parts, t.goesParts)}</li> : null}
        {records > 0 ? <li>{plural(language, records, t.goesRecords)}</li> : null}
        {[t.goesFile, t.goesWork, t.goesSearch, t.goesBackups].map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      {records > 0 ? (
        <p class="notice notice--warning">
          {t.kept} {posted ? t.posted : null}
        </p>
      ) : null}
      <p>{t.stays}</p>
    </>
  )
}
