import type { RowChange, RowProblem } from '../../../core/master-data/index.ts'
import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { plural } from '../../language.ts'
import { masterDataTexts } from '../../texts/master-data.ts'
import type { List } from './lists.ts'

const MOST_ROWS = 200
const ORDER = ['changed', 'new', 'same'] as const

interface Props<Entry extends object> {
  readonly frame: Frame
  readonly list: List<Entry>
  readonly id: string
  readonly fileName: string
  readonly changes: readonly RowChange<Entry>[]
  readonly problems: readonly RowProblem[]
}

/** What a table would do to a list, row by row, before anything is written. */
export const ImportPage = <Entry extends object>({ frame, list, id, fileName, changes, problems }: Props<Entry>) => {
  const { language } = frame
  const t = masterDataTexts(language)
  const many = (state: keyof typeof t.count, count: number) => (count === 0 ? [] : [plural(language, count, t.count[state])])
  const counted = ORDER.flatMap((state) => many(state, changes.filter((change) => change.state === state).length))
  const inOrder = ORDER.flatMap((state) => changes.filter((change) => change.state === state))
  const isIdle = inOrder.every(({ state }) => state === 'same')
  return (
    <Shell frame={frame} title={t.preview} current="lists">
      <h1>
        {t.preview}: <bdi>{fileName}</bdi>
      </h1>
      <p>{[...many('problem', problems.length), ...counted].join(', ') || t.takeNothing}</p>
      <form method="post" action={`${list.path}/import/take`} class="inline">
        <input type="hidden" name="id" value={id} />
        {isIdle ? null : (
          <button type="submit" class="primary" name="action" value="take">
            {problems.length > 0 ? t.takeGood : t.take}
          </button>
        )}
        <button type="submit" name="action" value="drop">
          {t.drop}
        </button>
      </form>
      {problems.length === 0 ? null : (
        <PlainTable heads={[t.row, t.column, t.states.problem]}>
          {problems.slice(0, MOST_ROWS).map(({ row, column, message }) => (
            <tr>
              <td>{row}</td>
              <td>
                <bdi>{column ?? '–'}</bdi>
              </td>
              <td>{message[language]}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {inOrder.length === 0 ? null : (
        <PlainTable heads={[t.row, list.kind === 'order' ? t.fields.number : t.fields.code, t.fields.name, t.state]}>
          {inOrder.slice(0, MOST_ROWS).map(({ row, entry, state, fields }) => (
            <tr>
              <td>{row}</td>
              <td>
                <bdi>{list.keyOf(entry)}</bdi>
              </td>
              <td>
                <bdi>{list.nameOf(entry)}</bdi>
              </td>
              <td>
                {t.states[state]}
                {fields.length === 0 ? null : `: ${fields.map((field) => fieldCaption(t, field)).join(', ')}`}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {inOrder.length > MOST_ROWS || problems.length > MOST_ROWS ? (
        <p class="muted">{t.shown.replace('{count}', new Intl.NumberFormat(language).format(MOST_ROWS))}</p>
      ) : null}
    </Shell>
  )
}

function fieldCaption({ fields }: ReturnType<typeof masterDataTexts>, field: string): string {
  return (fields as Readonly<Record<string, string>>)[field] ?? field
}
