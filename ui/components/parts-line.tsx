import type { DocumentRow } from '../../adapters/db/index.ts'
import type { PartView } from '../api/move-pages.ts'
import type { Language } from '../language.ts'
import { filePartsTexts } from '../texts/file-parts.ts'
import { PartsList } from './parts-list.tsx'

interface Props {
  readonly row: DocumentRow
  /** Empty where the file is one document. */
  readonly parts: readonly PartView[]
  readonly pageCount: number
  readonly mayMove: boolean
  readonly language: Language
}

/** The documents that came in the same file, and the way to where each begins. */
export const PartsLine = ({ row, parts, pageCount, mayMove, language }: Props) => {
  const t = filePartsTexts(language)
  const movable = mayMove && row.result !== null && (pageCount > 1 || parts.length > 1)
  if (parts.length < 2 && !movable) return null
  return (
    <div class="parts-line small">
      {parts.length > 1 ? <PartsList parts={parts} current={row.id} language={language} /> : null}
      {movable ? <a href={`/documents/${row.id}/pages`}>{t.open}</a> : null}
    </div>
  )
}
