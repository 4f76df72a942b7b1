import { candidate, type DocumentText } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'

const TITLE = /^\s*(?:служебная\s+)?заявка|request|requisition|application/iu
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['payment', /на\s+(?:оплату|плат[её]ж|расход\p{L}*|выдачу|перечисление)|payment|funds|expense/iu],
  ['purchase', /на\s+(?:закупку|приобретение|покупку|поставку|материал\p{L}*|тмц|товар\p{L}*)|purchase|procurement|material|goods/iu],
  ['service', /на\s+(?:оказание|выполнение|обслуживание|ремонт|услуг\p{L}*|проведение)|service|repair|maintenance/iu],
]

/** What is asked for, as the title says it: the first line of the upper half that is one. */
export function readKind({ pages }: DocumentText): readonly Candidate[] {
  for (const line of pages[0]?.lines ?? []) {
    if (line.at.y0 > 0.5 || line.words.length > 12 || !TITLE.test(line.text)) continue
    for (const [kind, pattern] of KINDS) {
      const match = pattern.exec(line.text)
      if (match) return [candidate('kind', kind, [{ line, from: match.index, to: match.index + match[0].length }], 0.8)]
    }
  }
  return []
}
