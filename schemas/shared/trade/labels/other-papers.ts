import type { Caption, CaptionList } from './caption.ts'
import { CAPTIONS } from './index.ts'

const NAMES_INVOICE =
  /invoice|\binv\b|\bbill\b|rechnung|faktur|factu|fattura|сч[её]т|инвойс|credit|gutschrift|avoir|receipt|quittung|statement/iu

/** What the captions of an invoice's own number and date are on another paper: those of a paper that it points to. */
const POINTED_AT: Readonly<Partial<Record<Caption, Caption>>> = {
  number: 'otherNumber',
  title: 'otherNumber',
  creditTitle: 'otherNumber',
  issueDate: 'otherDate',
}

/** Captions of a trade paper that is no invoice: `own` for its title, number and date, everything else as on an invoice. */
export function captionsOfPaper(own: CaptionList): CaptionList {
  return [
    ...own,
    ...CAPTIONS.flatMap((set) => {
      const instead = POINTED_AT[set.kind]
      if (instead === undefined) return [set]
      const pointing = set.texts.filter((text) => NAMES_INVOICE.test(text))
      const plain = set.texts.filter((text) => !NAMES_INVOICE.test(text))
      return [
        { ...set, texts: plain },
        { ...set, kind: instead, texts: pointing },
      ].filter(({ texts }) => texts.length > 0)
    }),
  ]
}
