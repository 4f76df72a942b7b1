import type { TypedCandidate } from '../../../core/candidates/index.ts'
import { placeOf, type TextLine, type TextPage } from '../../../core/extraction/labels/index.ts'
import type { Box } from '../../../core/geometry.ts'
import type { Landmark } from '../../../core/scoring/landmarks.ts'
import type { TradeText } from '../../shared/trade/read-pages/context.ts'
import { readLines, type TradeItems } from '../../shared/trade/read-pages/lines.ts'
import { invoiceLandmarks } from './invoice-landmarks.ts'

/** A candidate with its place on its page. */
export interface PlacedCandidate extends TypedCandidate {
  readonly at: Box
  readonly page: TextPage
  readonly inItems: boolean
}

/** What all features of a document are computed from, found once. */
export interface DocumentFacts {
  readonly invoice: TradeText
  readonly items: TradeItems
  readonly candidates: readonly PlacedCandidate[]
  readonly landmarksOf: ReadonlyMap<number, readonly Landmark[]>
  /** Lines of all pages with the same text letters, for repeated names. */
  readonly height: number
  /** Top and bottom of the items on each page; absent where there are none. */
  readonly itemsAt: ReadonlyMap<number, { readonly top: number; readonly bottom: number }>
}

export function documentFacts(invoice: TradeText, found: readonly TypedCandidate[]): DocumentFacts {
  const items = readLines(invoice)
  const pages = new Map(invoice.text.pages.map((page) => [page.index, page]))
  const landmarks = invoiceLandmarks(invoice)
  const heights = invoice.text.lines.map(({ em }) => em).sort((a, b) => a - b)
  return {
    invoice,
    items,
    candidates: found.map((candidate) => ({
      ...candidate,
      at: placeOf(candidate.span),
      page: pages.get(candidate.span.line.page)!,
      inItems: items.lines.has(candidate.span.line),
    })),
    landmarksOf: Map.groupBy(landmarks, ({ page }) => page),
    height: heights[Math.floor(heights.length / 2)] ?? 0.01,
    itemsAt: extents(items.lines),
  }
}

function extents(lines: ReadonlySet<TextLine>): DocumentFacts['itemsAt'] {
  const found = new Map<number, { top: number; bottom: number }>()
  for (const { page, at } of lines) {
    const known = found.get(page)
    found.set(page, { top: Math.min(known?.top ?? at.y0, at.y0), bottom: Math.max(known?.bottom ?? at.y1, at.y1) })
  }
  return found
}
