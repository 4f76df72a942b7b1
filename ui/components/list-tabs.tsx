import type { ListKind } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'
import { masterDataTexts } from '../texts/master-data.ts'

interface Props {
  readonly language: Language
  readonly current: ListKind
  readonly paths: Readonly<Record<ListKind, string>>
}

/** The way from one list of master data to the others. */
export const ListTabs = ({ language, current, paths }: Props) => {
  const t = masterDataTexts(language)
  return (
    <nav class="tabs" aria-label={t.nav}>
      {(['supplier', 'own', 'order'] as const).map((kind) => (
        <a href={paths[kind]} aria-current={kind === current ? 'page' : undefined}>
          {t[kind]}
        </a>
      ))}
    </nav>
  )
}
