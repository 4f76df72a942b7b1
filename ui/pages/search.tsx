import { type Found, type FoundDocument, type FoundPassage, MOST_RANKED } from '../../adapters/db/index.ts'
import { searchQuery, type TypedSearch } from '../api/search.ts'
import { FoundPassages } from '../components/found-passages.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { type Language, plural } from '../language.ts'
import { questionTexts } from '../texts/questions.ts'
import { searchTexts } from '../texts/search.ts'
import { presentDate, presentNumber } from '../views/present.ts'

interface Props {
  readonly frame: Frame
  readonly typed: TypedSearch
  /** Names of fields that could not be understood. */
  readonly invalid: readonly string[]
  /** Null = nothing was looked for yet. */
  readonly found: Found | null
  readonly isPaged: boolean
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  /** Caption of the field that a passage is the value of. */
  readonly captionOf: (document: Pick<FoundDocument, 'type'>, passage: FoundPassage) => string | null
}

export const SearchPage = ({ frame, typed, invalid, found, isPaged, types, queues, captionOf }: Props) => {
  const { language } = frame
  const t = searchTexts(language)
  return (
    <Shell frame={frame} title={t.title} current="search">
      <div class="list-head">
        <h1>{t.title}</h1>
        {frame.may.has('settings:read') ? <a href="/questions/unanswered">{questionTexts(language).unanswered}</a> : null}
      </div>
      <SearchForm typed={typed} types={types} queues={queues} language={language} />
      {invalid.length === 0 ? null : (
        <p class="notice notice--warning" role="alert">
          {t.invalid} {invalid.map((name) => t[name as 'from']).join(', ')}
        </p>
      )}
      {found === null ? null : (
        <section aria-live="polite">
          <Summary found={found} language={language} />
          <ol class="found">
            {found.documents.map((document) => (
              <FoundItem
                document={document}
                text={typed.text}
                typeCaption={types.find(({ name }) => name === document.type)?.caption ?? null}
                captionOf={captionOf}
                language={language}
              />
            ))}
          </ol>
          <nav class="pager" aria-label={t.more}>
            {isPaged ? (
              <a class="button" href={`/search${searchQuery(typed)}`}>
                {t.first}
              </a>
            ) : null}
            {found.next === null ? null : (
              <a class="button" rel="next" href={`/search${searchQuery(typed, { after: found.next })}`}>
                {t.more}
              </a>
            )}
          </nav>
        </section>
      )}
    </Shell>
  )
}

const Summary = ({ found, language }: { found: Found; language: Language }) => {
  const t = searchTexts(language)
  const isNone = found.documents.length === 0
  return (
    <>
      <h2>{isNone ? t.none : plural(language, found.total, t.found)}</h2>
      {isNone ? <p>{t.noneText}</p> : null}
      {found.total >= MOST_RANKED ? <p class="muted">{t.foundMany}</p> : null}
      {Object.entries(found.instead).map(([word, meant]) => (
        <p class="notice">{t.instead.replace('{word}', word).replace('{meant}', meant.join(', '))}</p>
      ))}
    </>
  )
}

interface ItemProps {
  readonly document: FoundDocument
  readonly text: string
  readonly typeCaption: string | null
  readonly captionOf: Props['captionOf']
  readonly language: Language
}

const FoundItem = ({ document, text, typeCaption, captionOf, language }: ItemProps) => {
  const { id, number, partner, date, amount, currency, fileName, status, passages } = document
  return (
    <li class="card">
      <h3>
        <a href={`/documents/${id}${text === '' ? '' : `?${new URLSearchParams({ find: text })}`}`}>
          {typeCaption} <bdi>{number ?? searchTexts(language).untitled}</bdi>
        </a>
      </h3>
      <p class="found-facts">
        <StatusBadge status={status} language={language} />
        {partner === null ? null : <bdi>{partner}</bdi>}
        {date === null ? null : <span>{presentDate(date, language)}</span>}
        {amount === null ? null : (
          <span>
            {presentNumber(amount, language)} {currency ?? ''}
          </span>
        )}
        <bdi class="muted">{fileName}</bdi>
      </p>
      <FoundPassages passages={passages} text={text} captionOf={(passage) => captionOf(document, passage)} language={language} />
    </li>
  )
}
