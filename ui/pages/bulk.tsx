import { type DocumentType, type FieldSpec, promisedOf } from '../../schemas/define.ts'
import type { CleanDocument } from '../api/clean-documents.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import { plural } from '../language.ts'
import { bulkTexts } from '../texts/bulk.ts'

interface Props {
  readonly frame: Frame
  readonly documents: readonly CleanDocument[]
  /** Query of the list that the person came from. */
  readonly list: string
  /** What came of the last round; null = there was none. */
  readonly done: number | null
  readonly left: number | null
}

const MOST_COLUMNS = 9

/** A grid of the values that count, one document a row, and one button for those that are ticked. */
export const BulkPage = ({ frame, documents, list, done, left }: Props) => {
  const t = bulkTexts(frame.language)
  const types = [...new Set(documents.map(({ type }) => type))]
  return (
    <Shell frame={frame} title={t.title} current="documents" wide>
      <a class="back" href={`/documents${list === '' ? '?status=review' : `${list}&status=review`}`}>
        ← {t.back}
      </a>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {done === null ? null : (
        <p class={`notice notice--${left ? 'warning' : 'good'}`} role="status">
          {plural(frame.language, done, t.approved)}
          {left ? ` ${plural(frame.language, left, t.left)}` : ''}
        </p>
      )}
      {documents.length === 0 ? (
        <p class="card">{t.none}</p>
      ) : (
        <form method="post" action={`/documents/bulk${list}`}>
          {types.map((type) => (
            <BulkTable frame={frame} documents={documents.filter((one) => one.type === type)} list={list} />
          ))}
          <p class="panel-actions">
            <button type="submit" class="primary">
              {t.approve}
            </button>
          </p>
        </form>
      )}
    </Shell>
  )
}

const BulkTable = ({ frame, documents, list }: Pick<Props, 'frame' | 'documents' | 'list'>) => {
  const t = bulkTexts(frame.language)
  const [first] = documents
  if (!first) return null
  const texts = documents.map(
    ({ view }) => new Map(view.groups.flatMap(({ fields: all }) => all.map(({ path, text }) => [path, text] as const))),
  )
  const specs = columnsOf(first.type)
    .filter(({ path }) => texts.some((fields) => fields.get(path)))
    .slice(0, MOST_COLUMNS)
  return (
    <section class="card bulk">
      <h2>{`${first.type.caption[frame.language]} · ${plural(frame.language, documents.length, t.count)}`}</h2>
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t.choose}</span>
              </th>
              <th scope="col">{t.file}</th>
              {specs.map((spec) => (
                <th scope="col" class={isNumber(spec.kind) ? 'amount' : undefined}>
                  {spec.caption[frame.language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {documents.map(({ row }, i) => {
              const fields = texts[i]!
              const name = fields.get(specs[0]?.path ?? '') || row.fileName
              return (
                <tr>
                  <td>
                    <input type="checkbox" name="document" value={`${row.id}:${row.version}`} checked aria-label={`${t.choose}: ${name}`} />
                  </td>
                  <td class="file">
                    <a href={`/documents/${row.id}${list}`}>
                      <bdi>{row.fileName}</bdi>
                    </a>
                  </td>
                  {specs.map((spec) => (
                    <td class={isNumber(spec.kind) ? 'amount' : undefined}>
                      <bdi>{fields.get(spec.path) || '—'}</bdi>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What a list shows comes first, then what is paid, then everything else that is promised. */
function columnsOf(type: DocumentType): readonly FieldSpec[] {
  const { fields } = type
  const { number, date, partner, amount, currency } = type.headline
  const promises = promisedOf(type).flatMap((path) => fields.filter((spec) => spec.path === path))
  const leading = [number, date, partner, amount, currency].flatMap((paths) => fields.find((spec) => paths.includes(spec.path)) ?? [])
  return [...new Set([...leading, ...promises.filter(({ kind }) => kind === 'money'), ...promises])]
}

function isNumber(kind: string): boolean {
  return kind === 'money' || kind === 'decimal' || kind === 'rate'
}
