import type { PartView } from '../api/move-pages.ts'
import type { Language } from '../language.ts'
import { filePartsTexts } from '../texts/file-parts.ts'
import { StatusBadge } from './status-badge.tsx'

interface Props {
  readonly parts: readonly PartView[]
  /** Id of the document that is shown. */
  readonly current: string
  readonly language: Language
}

/** The documents of one file, each with its pages and how far it is. */
export const PartsList = ({ parts, current, language }: Props) => {
  const t = filePartsTexts(language)
  return (
    <ol class="parts-list">
      {parts.map(({ row, pages }) => (
        <li aria-current={row.id === current ? 'page' : undefined}>
          <a href={`/documents/${row.id}`}>
            {row.summary?.number ? <bdi>{row.summary.number}</bdi> : t.part} <span class="muted">({pagesSaid(pages, t.pages)})</span>
          </a>{' '}
          <StatusBadge status={row.status} language={language} /> {row.id === current ? <span class="muted">{t.thisOne}</span> : null}
        </li>
      ))}
    </ol>
  )
}

function pagesSaid({ first, last }: PartView['pages'], word: string): string {
  return first === last ? `${word} ${first}` : `${word} ${first}–${last}`
}
