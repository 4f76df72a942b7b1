import { indexPrinted, type PrintedIndex, printedForms } from '../extraction/ground.ts'
import {
  captionKey,
  documentText,
  pageOf,
  placeOf,
  type Span,
  sameRow,
  sharesColumn,
  type TextLine,
  type TextPage,
} from '../extraction/labels/index.ts'
import type { Evidence, Value } from '../field.ts'
import { coverage } from '../geometry.ts'
import type { Reading } from '../reading.ts'
import type { DocumentLocale } from '../values/index.ts'
import type { ApprovedField, Lesson } from './lesson.ts'
import { recallCandidates } from './recall.ts'

const LIST = /\[\d+\]/
const LONGEST_CAPTION = 40 // letters and digits of a key; longer is prose
const ABOVE_REACH = 2.5 // line heights between a value and the caption over it

/**
 * One lesson per field whose place on the page is known and that leads back to the value. Rows of lists are not learned: their places move from document to document.
 * @param constant whether a path stays the same on all documents of one supplier
 */
export function learnLessons(reading: Reading, approved: readonly ApprovedField[], constant: (path: string) => boolean): readonly Lesson[] {
  const text = documentText(reading)
  const printed = indexPrinted(reading)
  const lessons = approved.flatMap(({ path, kind, value, corrected, evidence }) => {
    const place = evidence[0] ?? (NAMING.has(kind) ? printedPlace(value, printed) : null)
    if (LIST.test(path) || !place || place.page === null || place.box === null) return []
    const span = spanAt(text.lines, place)
    if (!span) return []
    const caption = captionOf(span, pageOf(span, text.pages))
    return [
      {
        path,
        kind,
        value,
        corrected,
        page: place.page,
        box: place.box,
        caption: caption?.key ?? null,
        relation: caption?.relation ?? null,
        notation: null,
      },
    ]
  })
  // A lesson must at least find its own value again where it was learned, if need be by the supplier's own way of writing it.
  const leadsBack = (lesson: Lesson) => recallCandidates(reading, [lesson], constant)[0]?.value === lesson.value
  return lessons.flatMap((lesson) =>
    [lesson, ...otherNotations(lesson.kind, text.locale).map((notation) => ({ ...lesson, notation }))].filter(leadsBack).slice(0, 1),
  )
}

/** «03/04/2026» is April to one supplier and March to another; «1.190» a thousand or one and a bit. */
function otherNotations(kind: ApprovedField['kind'], { decimal, order }: DocumentLocale): readonly DocumentLocale[] {
  if (kind === 'date') return (['dmy', 'mdy'] as const).filter((other) => other !== order).map((other) => ({ decimal, order: other }))
  if (kind !== 'money' && kind !== 'decimal') return []
  return (['.', ','] as const).filter((other) => other !== decimal).map((other) => ({ decimal: other, order }))
}

/** Where a typed value is printed. Amounts are left out: the same figure often stands on a page for several things. */
const NAMING: ReadonlySet<ApprovedField['kind']> = new Set(['id', 'name', 'text', 'address', 'date', 'code'])

function printedPlace(value: Value, printed: PrintedIndex): Evidence | null {
  const forms = typeof value === 'string' ? printedForms(value) : []
  return forms.map((form) => printed.find(form)).find((found) => found !== null) ?? null
}

/** The words of one line that the evidence covers. */
function spanAt(lines: readonly TextLine[], { page, box }: Evidence): Span | null {
  for (const line of lines) {
    if (line.page !== page || box === null) continue
    const inside = line.words.filter((w) => coverage(w.word.box, box) > 0.5)
    const [first, last] = [inside[0], inside.at(-1)]
    if (first && last) return { line, from: first.from, to: last.to }
  }
  return null
}

/** What a person would call the caption: the words before the value on its line, else the nearest text left on the row, else the line above. */
function captionOf(span: Span, page: TextPage): { readonly key: string; readonly relation: 'left' | 'above' } | null {
  const at = placeOf(span)
  const left = page.lines
    .filter((line) => line !== span.line && line.at.x1 <= at.x0 + 0.3 * span.line.em && sameRow(line.at, at))
    .sort((a, b) => b.at.x1 - a.at.x1)[0]
  const above = page.lines
    .filter((line) => {
      const gap = at.y0 - line.at.y1
      return gap > -0.4 * line.em && gap < ABOVE_REACH * span.line.em && sharesColumn(line.at, at, line.em)
    })
    .sort((a, b) => b.at.y1 - a.at.y1)[0]
  const found = [
    { text: span.line.text.slice(0, span.from), relation: 'left' as const },
    { text: left?.text ?? '', relation: 'left' as const },
    { text: above?.text ?? '', relation: 'above' as const },
  ]
  for (const { text, relation } of found) {
    const key = captionKey(text)
    // A caption names something: text without a letter is a neighbouring value.
    if (/\p{L}{2}/u.test(key) && key.length <= LONGEST_CAPTION) return { key, relation }
  }
  return null
}
