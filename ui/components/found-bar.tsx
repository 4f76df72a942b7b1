import type { FoundPassage } from '../../adapters/db/index.ts'
import type { Box } from '../../core/geometry.ts'
import { type Language, plural } from '../language.ts'
import { searchTexts } from '../texts/search.ts'

/** What a search found in one document. */
export interface FoundHere {
  readonly text: string
  readonly places: number
  readonly boxes: ReadonlyMap<number, readonly Box[]>
}

export function foundHere(text: string, passages: readonly FoundPassage[]): FoundHere {
  const boxes = new Map<number, Box[]>()
  for (const passage of passages) if (passage.page !== null) boxes.set(passage.page, [...(boxes.get(passage.page) ?? []), ...passage.boxes])
  return { text, places: passages.length, boxes }
}

/** Says that the document came from a search, where its words stand, and how to get back. */
export const FoundBar = ({ found, language }: { found: FoundHere | null; language: Language }) => {
  if (found === null) return null
  const t = searchTexts(language)
  const pages = [...found.boxes.keys()].sort((a, b) => a - b)
  return (
    <p class="notice notice--slim" role="status">
      <span>
        {plural(language, found.places, t.places)}{' '}
        {pages.slice(0, 20).map((page) => (
          <>
            <a href={`#page-${page}`}>{t.page.replace('{page}', String(page))}</a>{' '}
          </>
        ))}
        <a href={`/search?${new URLSearchParams({ text: found.text })}`}>{t.backToSearch}</a>
      </span>
    </p>
  )
}
