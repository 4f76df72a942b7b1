import type { GoldenDocuments } from '../../adapters/db/index.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { goldenTexts } from '../texts/golden.ts'
import { listTexts } from '../texts/list.ts'
import { presentTime } from '../views/present-time.ts'

type Row = Awaited<ReturnType<GoldenDocuments['list']>>['rows'][number]

interface Props {
  readonly frame: Frame
  readonly rows: readonly Row[]
  readonly next: string | null
  /** Captions of what was corrected, in the language of the page. */
  readonly captionsOf: (row: Row) => readonly string[]
}

/** The organisation's own golden set: which documents, and what people corrected in them. */
export const GoldenPage = ({ frame, rows, next, captionsOf }: Props) => {
  const { language } = frame
  const t = goldenTexts(language)
  const { columns } = listTexts(language)
  return (
    <Shell frame={frame} title={t.title} current="acceptance">
      <h1>{t.title}</h1>
      <p>
        {t.intro} <a href="/acceptance">{t.back}</a>
      </p>
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <PlainTable heads={[columns.number, columns.seller, t.corrected, t.since]}>
          {rows.map((row) => (
            <tr>
              <td>
                <a href={`/documents/${row.documentId}`}>
                  <bdi>{row.document.summary?.number ?? row.document.fileName}</bdi>
                </a>
              </td>
              <td>
                <bdi>{row.document.summary?.seller ?? '—'}</bdi>
              </td>
              <td>{captionsOf(row).join(', ')}</td>
              <td>
                <time dateTime={row.at}>{presentTime(row.at, language)}</time>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {next === null ? null : (
        <p class="pager">
          <a class="button" rel="next" href={`/acceptance/golden?after=${encodeURIComponent(next)}`}>
            {t.older}
          </a>
        </p>
      )}
    </Shell>
  )
}
