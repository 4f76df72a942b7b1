import type { Corrections } from '../corrections.ts'
import type { Evidence } from '../field.ts'
import type { Result } from '../result.ts'
import type { PageRange } from '../stages.ts'

type LinePlaces = NonNullable<Corrections['linePlaces']>

/** Page numbers as the document counts them, before and after; null where the page is no longer its own. */
export type MovePage = (page: number) => number | null

/**
 * What a person has corrected on a document, once its pages are other ones: a value stays while the pages it stands on stay. Rows are one decision about
 * the whole table, so they stay only when no page has come to the document (`grown`) and none has gone on which a cell stands. A reason to accept a
 * finding was given for other pages and is asked for again. Null when nothing is left.
 */
export function keepCorrections(
  { fields, lines, linePlaces, type }: Corrections,
  seen: Pick<Result, 'fields'>,
  move: MovePage,
  { grown, sameStart }: { readonly grown: boolean; readonly sameStart: boolean },
): Corrections | null {
  const places = linePlaces && movedCells(linePlaces, move)
  const rowsStay =
    !grown && places !== null && Object.entries(seen.fields).every(([path, field]) => !isCell(path) || moved(field.evidence, move) !== null)
  const kept = Object.entries(fields).flatMap(([path, { value, evidence }]) => {
    if (isCell(path) && !rowsStay) return []
    const place = moved(evidence.length > 0 ? evidence : (seen.fields[path]?.evidence ?? []), move)
    // «Not on the document» was said of pages that are all still there, or it has to be said again.
    if (place === null || (value === null && evidence.length === 0 && grown)) return []
    return [[path, { value, evidence: evidence.length > 0 ? place : [] }] as const]
  })
  const left: Corrections = {
    fields: Object.fromEntries(kept),
    lines: rowsStay ? lines : null,
    ...(rowsStay && lines && places && { linePlaces: places }),
    overrides: [],
    type: sameStart ? type : null,
  }
  return kept.length === 0 && left.lines === null && left.type === null ? null : left
}

/** The corrections in force after pages have moved, for whoever has none: an empty set says that nothing of before counts. */
export const NO_CORRECTIONS: Corrections = { fields: {}, lines: null, overrides: [], type: null }

function isCell(path: string): boolean {
  return path.startsWith('lines[')
}

/** Null when one of the pages is gone. */
function moved(evidence: readonly Evidence[], move: MovePage): readonly Evidence[] | null {
  const places = evidence.map((place) => (place.page === null ? place : { ...place, page: move(place.page) }))
  return places.some(({ page }, i) => page === null && evidence[i]!.page !== null) ? null : places
}

/** Where cells stand now, row by row; null when the page of one is gone. */
function movedCells(rows: LinePlaces, move: MovePage): LinePlaces | null {
  const now = rows.map((cells) => Object.entries(cells).map(([key, evidence]) => [key, moved(evidence, move)] as const))
  if (now.flat().some(([, evidence]) => evidence === null)) return null
  return now.map((cells) => Object.fromEntries(cells.map(([key, evidence]) => [key, [...evidence!]])))
}

/** From the page numbers of a document with `before` of the file to those with `after`. */
export function pagesMoved(isFile: boolean, before: PageRange, after: PageRange): MovePage {
  return (page) => {
    const inFile = isFile ? page : page + before.first - 1
    if (inFile < after.first || inFile > after.last) return null
    return isFile ? inFile : inFile - after.first + 1
  }
}
