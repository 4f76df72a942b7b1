import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'
import { EntryButtons } from './entry-buttons.tsx'
import { LIST_PATHS } from './lists.ts'
import { Notice, type noticeOf } from './notice.tsx'
import { LINE_FIELDS, type LineFields, type OrderFields } from './order-form.ts'
import { TextField } from './text-field.tsx'

/** Rows for lines that are not there yet. */
const SPARE_LINES = 3
/** More would be a form that nobody can read; such orders come as tables. */
const MOST_LINES = 100
const NUMBERS: ReadonlySet<string> = new Set(['quantity', 'unitPrice', 'received'])
const NO_LINE: LineFields = { no: '', itemIds: '', name: '', quantity: '', unit: '', unitPrice: '', received: '' }

interface Props {
  readonly frame: Frame
  readonly fields: OrderFields
  /** What the person saw; null for an order that is not there yet. */
  readonly version: number | null
  readonly wrong: ReadonlySet<string>
  readonly notice: ReturnType<typeof noticeOf>
}

export const OrderPage = ({ frame, fields, version, wrong, notice }: Props) => {
  const t = masterDataTexts(frame.language)
  const title = version === null ? t.add.order : `${t.order}: ${fields.number}`
  const isLong = fields.lines.length > MOST_LINES
  const mayChange = frame.may.has('master-data:write') && !isLong
  const field = (name: 'number' | 'supplier' | 'currency') => (
    <TextField
      name={name}
      caption={t.fields[name]}
      value={fields[name]}
      hint={name === 'currency' ? t.hints.currency : null}
      wrong={wrong.has(name) ? t.misfit : null}
      required={name === 'number'}
      readOnly={!mayChange || (name === 'number' && version !== null)}
    />
  )
  return (
    <Shell frame={frame} title={title} current="lists" wide>
      <p>
        <a href={LIST_PATHS.order}>← {t.back}</a>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <Notice frame={frame} notice={notice} />
      {isLong ? <p class="notice">{t.tooLong}</p> : null}
      <form method="post" action="/orders" class="entry">
        <input type="hidden" name="version" value={version ?? ''} />
        {field('number')}
        {field('supplier')}
        {field('currency')}
        <div class="entry-wide">
          <h2>{t.fields.lines}</h2>
          {wrong.has('lines') ? <p class="wrong">{t.misfit}</p> : null}
          {mayChange ? <p class="muted small">{t.lineText}</p> : null}
          <Lines frame={frame} lines={fields.lines} wrong={wrong} mayChange={mayChange} />
        </div>
        {mayChange ? <EntryButtons t={t} isThere={version !== null} /> : null}
      </form>
    </Shell>
  )
}

interface LinesProps {
  readonly frame: Frame
  readonly lines: readonly LineFields[]
  readonly wrong: ReadonlySet<string>
  readonly mayChange: boolean
}

const Lines = ({ frame, lines, wrong, mayChange }: LinesProps) => {
  const t = masterDataTexts(frame.language)
  const rows = [...lines, ...Array.from({ length: mayChange ? SPARE_LINES : 0 }, () => NO_LINE)]
  return (
    <PlainTable heads={LINE_FIELDS.map((name) => t.line[name])}>
      {rows.map((line, i) => (
        <tr>
          {LINE_FIELDS.map((name) => {
            const isWrong = [...wrong].some((place) => place === `lines.${i}.${name}` || place.startsWith(`lines.${i}.${name}.`))
            if (!mayChange) return <td class={NUMBERS.has(name) ? 'amount' : undefined}>{line[name] || '–'}</td>
            return (
              <td>
                <input
                  type="text"
                  name={name}
                  value={line[name]}
                  aria-label={`${t.line[name]}, ${i + 1}`}
                  aria-invalid={isWrong ? 'true' : undefined}
                  class={NUMBERS.has(name) ? 'amount' : undefined}
                  inputMode={NUMBERS.has(name) ? 'decimal' : undefined}
                  maxLength={name === 'name' ? 1000 : 200}
                  autocomplete="off"
                />
                {isWrong ? <small class="wrong">{t.misfit}</small> : null}
              </td>
            )
          })}
        </tr>
      ))}
    </PlainTable>
  )
}
