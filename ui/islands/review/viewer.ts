import { findWordsOn } from './find-words.ts'
import { layersOn } from './layers.ts'
import { closeMoreTools } from './more-tools.ts'
import { keepNearPages } from './near-pages.ts'
import { followPages } from './page-links.ts'
import { hoverOn, pickOn } from './pick.ts'
import { pickByKeys } from './pick-by-keys.ts'
import { onScreen } from './sheet.ts'
import { slantBy } from './slant.ts'
import { thumbsOf } from './thumbs.ts'
import { zoomBy } from './zoom.ts'

export interface Place {
  readonly page: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface Viewer {
  /** Highlights the places and brings the first into view; an empty list clears. */
  show(places: readonly Place[]): void
  /** The image of a page as it is shown; null where none was rendered. */
  image(page: number): HTMLImageElement | null
}

/** `data-box`: "page x0 y0 x1 y1", several separated by semicolons. */
export function placesOf(element: Element | null): readonly Place[] {
  const text = element?.getAttribute('data-box') ?? ''
  return text
    .split(';')
    .filter(Boolean)
    .map((part) => {
      const [page = 1, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = part.split(' ').map(Number)
      return { page, x0, y0, x1, y1 }
    })
}

export interface Picked extends Place {
  /** A region was drawn, not a point clicked. */
  readonly drawn: boolean
  /** Shift: goes on from the last pick. */
  readonly extend: boolean
  /** Ctrl or Cmd: take the words even where another field's box stands. */
  readonly words: boolean
}

/** The page side of the desk. `pick` is told which place of the page was clicked or drawn. */
export function createViewer(root: HTMLElement, pick: (picked: Picked) => void, hover: (place: Place | null) => void): Viewer {
  const scroller = root.querySelector<HTMLElement>('[data-pages]')
  if (!scroller) return { show() {}, image: () => null }
  const near = keepNearPages(scroller)
  zoomBy(root, scroller)
  slantBy(root, scroller)
  closeMoreTools(root, scroller)
  thumbsOf(root, scroller, near.address, followPages(root, scroller))
  layersOn(root, scroller)
  contrastBy(root, scroller)
  findWordsOn(root, scroller, (place) => reveal(scroller, place))
  pickOn(scroller, pick)
  hoverOn(scroller, hover)
  pickByKeys(root, scroller, pick)
  return {
    image: near.image,
    show(places) {
      for (const path of scroller.querySelectorAll<SVGPathElement>('[data-active]')) {
        const page = Number(path.closest<HTMLElement>('[data-page]')?.dataset.page)
        path.setAttribute(
          'd',
          places
            .filter((p) => p.page === page)
            .map(outline)
            .join(''),
        )
      }
      const [first] = places
      if (first) reveal(scroller, first)
    },
  }
}

function outline({ x0, y0, x1, y1 }: Place): string {
  const [dx, dy] = [0.004, 0.003]
  return `M${x0 - dx} ${y0 - dy}H${x1 + dx}V${y1 + dy}H${x0 - dx}Z`
}

function reveal(scroller: HTMLElement, place: Place): void {
  const page = scroller.querySelector<HTMLElement>(`[data-page="${place.page}"]`)
  if (!page) return
  const at = onScreen(page, place)
  const seen = scroller.getBoundingClientRect()
  const hidden = at.y0 < seen.top + 24 || at.y1 > seen.bottom - 24
  const beside = at.x0 < seen.left || at.x1 > seen.right
  if (hidden || beside)
    scroller.scrollBy({
      top: at.y0 - seen.top - seen.height / 3,
      left: beside ? at.x0 - seen.left - seen.width / 4 : 0,
      behavior: 'instant',
    })
}

/** Grey print on grey paper: stronger, then light on dark, then as it is. */
function contrastBy(root: HTMLElement, scroller: HTMLElement): void {
  const button = root.querySelector<HTMLElement>('[data-contrast]')
  const looks = ['', 'contrast', 'inverted']
  let at = 0
  button?.addEventListener('click', () => {
    at = (at + 1) % looks.length
    for (const look of looks.slice(1)) scroller.classList.toggle(look, look === looks[at])
    button.setAttribute('aria-pressed', String(at > 0))
  })
}
