import type { PagesRead } from '../../adapters/db/index.ts'
import { type Language, plural } from '../language.ts'
import { commonTexts } from '../texts/common.ts'

/** «12 of 40 pages», «12 из 40 страниц». */
export function presentPagesRead({ done, total }: PagesRead, language: Language): string {
  return `${new Intl.NumberFormat(language).format(done)} ${plural(language, total, commonTexts(language).pagesOf)}`
}
