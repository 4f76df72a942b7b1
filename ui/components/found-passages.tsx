import type { FoundPassage } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'
import { searchTexts } from '../texts/search.ts'

interface Props {
  readonly passages: readonly FoundPassage[]
  /** What was looked for: the document opens with the same words marked. */
  readonly text: string
  readonly captionOf: (passage: FoundPassage) => string | null
  readonly language: Language
}

/** Where something was found, word for word, with the way to the place on the page. */
export const FoundPassages = ({ passages, text, captionOf, language }: Props) => {
  const t = searchTexts(language)
  return (
    <ul class="found-passages">
      {passages.map((passage) => (
        <li>
          <a href={placeHref(passage, text)}>{passage.page === null ? t.value : t.page.replace('{page}', String(passage.page))}</a>
          {captionOf(passage) ? <span class="muted"> · {captionOf(passage)}</span> : null}
          <blockquote>
            <Marked text={passage.text} marks={passage.marks} />
          </blockquote>
        </li>
      ))}
    </ul>
  )
}

function placeHref({ documentId, page }: FoundPassage, text: string): string {
  return `/documents/${documentId}?${new URLSearchParams({ find: text })}${page === null ? '' : `#page-${page}`}`
}

const Marked = ({ text, marks }: Pick<FoundPassage, 'text' | 'marks'>) => {
  const parts = marks.flatMap(([from, to], i) => [text.slice(marks[i - 1]?.[1] ?? 0, from), <mark>{text.slice(from, to)}</mark>])
  return (
    <bdi>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  )
}
