import type { Random } from '../../../samples/random.ts'
import type { Language } from '../../../samples/sample.ts'
import type { Caption } from '../../../schemas/shared/trade/labels/caption.ts'
import { GERMAN } from '../../../schemas/shared/trade/labels/de.ts'
import { GERMAN_COLUMNS } from '../../../schemas/shared/trade/labels/de-columns.ts'
import { ENGLISH } from '../../../schemas/shared/trade/labels/en.ts'
import { ENGLISH_COLUMNS } from '../../../schemas/shared/trade/labels/en-columns.ts'
import { FRENCH } from '../../../schemas/shared/trade/labels/fr.ts'
import { FRENCH_COLUMNS } from '../../../schemas/shared/trade/labels/fr-columns.ts'
import type { Column } from '../../../schemas/shared/trade/labels/index.ts'
import { RUSSIAN } from '../../../schemas/shared/trade/labels/ru.ts'
import { RUSSIAN_COLUMNS } from '../../../schemas/shared/trade/labels/ru-columns.ts'

const CAPTIONS = { de: GERMAN, en: ENGLISH, fr: FRENCH, ru: RUSSIAN }
const COLUMNS = { de: GERMAN_COLUMNS, en: ENGLISH_COLUMNS, fr: FRENCH_COLUMNS, ru: RUSSIAN_COLUMNS }

/** Captions and headings as this one supplier would word them. */
export interface Wording {
  caption(kind: Caption): string
  column(kind: Column): string
}

/** Draws one wording per kind from the product's own lists, usual ones and rare ones alike, in one of the ways of writing them. */
export function createWording(language: Language, random: Random): Wording {
  const style = random.pick(['plain', 'plain', 'plain', 'upper', 'colon', 'colon', 'colon'])
  const drawn = new Map<string, string>()
  const of = (key: string, texts: readonly string[]) => {
    const known = drawn.get(key) ?? (texts.length === 0 ? '' : random.pick(texts))
    drawn.set(key, known)
    return known
  }
  const written = (text: string) => (style === 'upper' ? text.toUpperCase() : style === 'colon' ? `${text}:` : text)
  return {
    caption(kind) {
      const sets = CAPTIONS[language].filter((set) => set.kind === kind)
      const sure = sets.filter(({ weight }) => weight >= 0.7)
      return written(
        of(
          kind,
          (sure.length > 0 ? sure : sets).flatMap(({ texts }) => texts),
        ),
      )
    },
    column: (kind) =>
      of(
        `column ${kind}`,
        COLUMNS[language].filter((set) => set.kind === kind).flatMap(({ texts }) => texts),
      ),
  }
}
