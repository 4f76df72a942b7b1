import type { TypedSearch } from '../api/search.ts'
import type { Language } from '../language.ts'
import { LISTED_STATUSES } from '../pages/documents.tsx'
import { commonTexts } from '../texts/common.ts'
import { searchTexts } from '../texts/search.ts'

interface Props {
  readonly typed: TypedSearch
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  readonly language: Language
}

const NARROWING = ['type', 'supplier', 'from', 'to', 'least', 'most', 'status', 'queue'] as const

/** One field for words and questions. A search is an address that can be kept; a question is sent, because it may be written down. */
export const SearchForm = ({ typed, types, queues, language }: Props) => {
  const t = searchTexts(language)
  return (
    <search>
      <form method="get" action="/search" class="search-form">
        <label class="search-text">
          {t.text}
          <input name="text" type="search" value={typed.text} maxLength={300} />
        </label>
        <div class="search-buttons">
          <button type="submit" class="primary">
            {t.find}
          </button>
          <button type="submit" formMethod="post" formAction="/questions">
            {t.ask}
          </button>
        </div>
        <p class="muted small">{t.hint}</p>
        <details open={NARROWING.some((name) => typed[name] !== '')}>
          <summary>{t.filters}</summary>
          <div class="search-filters">
            <Choice
              name="type"
              label={t.type}
              any={t.anyType}
              chosen={typed.type}
              options={types.map(({ name, caption }) => [name, caption])}
            />
            <label>
              {t.supplier}
              <input name="supplier" value={typed.supplier} maxLength={200} />
            </label>
            <label>
              {t.from}
              <input name="from" type="date" value={typed.from} />
            </label>
            <label>
              {t.to}
              <input name="to" type="date" value={typed.to} />
            </label>
            <label>
              {t.least}
              <input name="least" inputMode="decimal" value={typed.least} maxLength={20} />
            </label>
            <label>
              {t.most}
              <input name="most" inputMode="decimal" value={typed.most} maxLength={20} />
            </label>
            <Choice
              name="status"
              label={t.status}
              any={t.anyStatus}
              chosen={typed.status}
              options={LISTED_STATUSES.map((status) => [status, commonTexts(language).status[status]])}
            />
            {queues.length === 0 ? null : (
              <Choice
                name="queue"
                label={t.queue}
                any={t.anyQueue}
                chosen={typed.queue}
                options={[...queues.map(({ id, name }) => [id, name] as const), ['none', t.noQueue]]}
              />
            )}
          </div>
        </details>
      </form>
    </search>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly chosen: string
  readonly options: readonly (readonly [string, string])[]
}

const Choice = ({ name, label, any, chosen, options }: ChoiceProps) => (
  <label>
    {label}
    <select name={name}>
      <option value="">{any}</option>
      {options.map(([value, caption]) => (
        <option value={value} selected={value === chosen}>
          {caption}
        </option>
      ))}
    </select>
  </label>
)
