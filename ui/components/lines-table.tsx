import type { FieldSpec } from '../../schemas/define.ts'
import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import type { DeskKeys } from '../views/desk-keys.ts'
import { type FieldView, type TableView, wordsOf } from '../views/document-view.ts'
import { groupCaption } from '../views/group-caption.ts'
import { isNumeric } from '../views/present.ts'
import { fieldId, place } from './field-row.tsx'
import { LineTools } from './line-tools.tsx'

interface Props {
  readonly table: TableView
  readonly language: Language
  readonly keys: DeskKeys
  readonly editable: boolean
  readonly drafts: ReadonlyMap<string, string>
  readonly invalid: ReadonlySet<string>
}

/** A list of the document as a grid. The last, empty row adds a line also without script; more rows come from the island. */
export const LinesTable = ({ table, language, keys, editable, drafts, invalid }: Props) => {
  const t = documentTexts(language)
  const growing = table.growing && editable
  const rows = growing ? [...table.rows, blankRow(table, language)] : table.rows
  const caption = groupCaption(table.name, language)
  return (
    <fieldset class="group lines" data-lines={table.name} data-growing={growing ? 'true' : undefined}>
      <legend>
        {caption} <span class="count">{table.rows.length}</span>
      </legend>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="lines-frame" tabIndex={0} aria-label={caption}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">№</span>
              </th>
              {table.columns.map((column) => (
                <th
                  scope="col"
                  class={isNumeric(column.kind) ? 'amount' : wide(column) ? 'long' : undefined}
                  data-product={productOf(column)}
                >
                  {column.caption[language]}
                </th>
              ))}
              {growing ? (
                <th scope="col">
                  <span class="visually-hidden">{t.deleteLine}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, at) => (
              <tr data-line={at} class={at >= table.rows.length ? 'blank' : undefined}>
                <th scope="row">{at >= table.rows.length ? '+' : at + 1}</th>
                {cells.map((cell, column) => (
                  <Cell
                    cell={cell}
                    spec={table.columns[column]!}
                    row={at + 1}
                    language={language}
                    editable={editable}
                    draft={drafts.get(cell.path)}
                    invalid={invalid.has(cell.path)}
                  />
                ))}
                {growing ? (
                  <td class="line-delete">
                    {at < table.rows.length ? (
                      <label title={t.deleteLine}>
                        <input type="checkbox" name="delete-line" value={at} data-delete />
                        <span aria-hidden="true">×</span>
                        <span class="visually-hidden">{`${t.deleteLine} ${at + 1}`}</span>
                      </label>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
          {table.columns.some(({ sumsTo }) => sumsTo) ? (
            <tfoot class="only-script">
              <tr>
                <th scope="row">Σ</th>
                {table.columns.map(({ path, sumsTo }) => (
                  <td data-sum-of={sumsTo ? path.split('[].')[1] : undefined} data-sums-to={sumsTo?.join(',')} />
                ))}
                {growing ? <td /> : null}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </section>
      <div class="crop-slot only-script" data-crop-slot />
      {growing ? <LineTools columns={table.columns} keys={keys} language={language} /> : null}
    </fieldset>
  )
}

interface CellProps {
  readonly cell: FieldView
  readonly spec: FieldSpec
  readonly row: number
  readonly language: Language
  readonly editable: boolean
  readonly draft: string | undefined
  readonly invalid: boolean
}

const Cell = ({ cell, spec, row, language, editable, draft, invalid }: CellProps) => {
  const t = documentTexts(language)
  const state = cell.state === 'attention' || cell.state === 'missing' ? `, ${t.state[cell.state]}` : ''
  const why = [
    cell.words?.get(cell.text) ?? '',
    ...cell.reasons,
    cell.raw !== null && cell.raw !== cell.text ? `${t.raw}: «${cell.raw}»` : '',
  ]
    .filter(Boolean)
    .join('. ')
  const shared = {
    id: fieldId(cell.path),
    name: `field:${cell.path}`,
    title: why || undefined,
    'aria-label': `${spec.caption[language]}, ${row}${state}`,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    'data-original': cell.text,
    'data-kind': spec.kind,
  }
  return (
    <td
      class={`cell cell--${cell.state}${invalid ? ' cell--invalid' : ''}`}
      data-path={cell.path}
      data-state={cell.state}
      {...place(cell.evidence)}
    >
      {cell.words && editable ? (
        <CodeCell cell={cell} text={draft ?? cell.text} shared={shared} />
      ) : (
        <input
          {...shared}
          type="text"
          value={draft ?? cell.text}
          readOnly={!editable}
          autocomplete="off"
          spellcheck={false}
          maxLength={4000}
          inputMode={isNumeric(spec.kind) ? 'decimal' : undefined}
          class={isNumeric(spec.kind) ? 'numeric' : undefined}
        />
      )}
    </td>
  )
}

/** A code of a closed list, shown by its meaning; one that is not in the list stays as it is. */
const CodeCell = ({ cell, text, shared }: { cell: FieldView; text: string; shared: Readonly<Record<string, string | undefined>> }) => (
  <select {...shared}>
    <option value="" selected={text === ''} />
    {text !== '' && !cell.words?.has(text) ? (
      <option value={text} selected>
        {text}
      </option>
    ) : null}
    {[...(cell.words ?? [])].map(([code, meaning]) => (
      <option value={code} selected={text === code}>
        {`${code} · ${meaning}`}
      </option>
    ))}
  </select>
)

function blankRow(table: TableView, language: Language): readonly FieldView[] {
  const index = table.rows.length
  return table.columns.map((spec) => ({
    path: spec.path.replace('[]', `[${index}]`),
    caption: '',
    group: spec.group,
    order: 0,
    kind: spec.kind,
    state: 'absent',
    text: '',
    words: wordsOf(spec, language),
    raw: null,
    source: null,
    corrected: false,
    extractor: null,
    passed: [],
    failed: [],
    history: [],
    confidence: null,
    reasons: [],
    evidence: [],
    candidates: [],
  }))
}

/** The columns `net quantity unitPrice`, then those that must be empty for it to hold. */
function productOf({ path, product }: FieldSpec): string | undefined {
  return product && [path, product.quantity, product.price, ...product.unless].map((column) => column.split('[].')[1]).join(' ')
}

function wide(spec: FieldSpec): boolean {
  return spec.kind === 'text' || spec.kind === 'name'
}
