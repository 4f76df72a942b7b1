import type { DocumentRow } from '../../adapters/db/index.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { figureTexts } from '../texts/figures.ts'
import { listTexts } from '../texts/list.ts'
import { presentTime } from '../views/present-time.ts'

interface Props {
  readonly frame: Frame
  readonly rows: readonly DocumentRow[]
  /** The figures they came from. */
  readonly back: string
  readonly older: string | null
}

/** The documents behind one number. */
export const FigureDocumentsPage = ({ frame, rows, back, older }: Props) => {
  const t = figureTexts(frame.language)
  const { columns } = listTexts(frame.language)
  return (
    <Shell frame={frame} title={t.documentsBehind} current="figures">
      <h1>{t.documentsBehind}</h1>
      <p>
        <a href={back}>{t.back}</a>
      </p>
      {rows.length === 0 ? (
        <p>{t.noDocuments}</p>
      ) : (
        <PlainTable heads={[columns.number, columns.seller, columns.status, columns.received]}>
          {rows.map((row) => (
            <tr>
              <td>
                <a href={`/documents/${row.id}`}>
                  <bdi>{row.summary?.number ?? row.fileName}</bdi>
                </a>
              </td>
              <td>
                <bdi>{row.summary?.seller ?? '—'}</bdi>
              </td>
              <td>
                <StatusBadge status={row.status} language={frame.language} />
              </td>
              <td>
                <time dateTime={row.createdAt}>{presentTime(row.createdAt, frame.language)}</time>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {older === null ? null : (
        <p class="pager">
          <a class="button" rel="next" href={older}>
            {t.older}
          </a>
        </p>
      )}
    </Shell>
  )
}
