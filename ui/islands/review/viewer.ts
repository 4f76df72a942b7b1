import { layersOn } from './layers.ts'
import { keepNearPages } from './near-pages.ts'
import { pickOn } from './pick.ts'
import { pickByKeys } from './pick-by-keys.ts'

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
export function createViewer(root: HTMLElement, pick: (picked: Picked) => void): Viewer {
  const scroller = root.querySelector<HTMLElement>('[data-pages]')
  if (!scroller) return { show() {}, image: () => null }
  const near = keepNearPages(scroller)
  zoomBy(root, scroller)
  trackPage(root, scroller)
  layersOn(root, scroller)
  pickOn(scroller, pick)
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
  const [width, height] = [page.offsetWidth, page.offsetHeight]
  const top = page.offsetTop - scroller.offsetTop + place.y0 * height
  const left = page.offsetLeft - scroller.offsetLeft + place.x0 * width
  const seen = scroller.getBoundingClientRect()
  const hidden = top < scroller.scrollTop + 24 || top + (place.y1 - place.y0) * height > scroller.scrollTop + seen.height - 24
  const beside = left < scroller.scrollLeft || left + (place.x1 - place.x0) * width > scroller.scrollLeft + seen.width
  if (hidden || beside)
    scroller.scrollTo({ top: Math.max(0, top - seen.height / 3), left: Math.max(0, left - seen.width / 4), behavior: 'instant' })
}

/** 100 % = one pixel of the page image is one pixel of the screen at 2000 px on the longest side; fit = the width of the pane. */
function zoomBy(root: HTMLElement, scroller: HTMLElement): void {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-zoom]')]
  for (const button of buttons)
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      const [x, y] = [
        (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth,
        (scroller.scrollTop + scroller.clientHeight / 2) / scroller.scrollHeight,
      ]
      for (const page of scroller.querySelectorAll<HTMLElement>('[data-page]')) {
        const share = button.dataset.zoom === 'fit' ? null : Number(button.dataset.zoom) / 100
        page.style.width = share === null ? '' : `${Math.round(Number(page.dataset.width) * share * 0.75)}px`
      }
      scroller.scrollTo({
        left: x * scroller.scrollWidth - scroller.clientWidth / 2,
        top: y * scroller.scrollHeight - scroller.clientHeight / 2,
        behavior: 'instant',
      })
    })
}

/** Marks the number of the page in sight. */
function trackPage(root: HTMLElement, scroller: HTMLElement): void {
  const links = new Map([...root.querySelectorAll<HTMLElement>('[data-page-link]')].map((link) => [link.dataset.pageLink, link]))
  if (links.size === 0) return
  for (const [number, link] of links)
    link.addEventListener('click', (event) => {
      const page = scroller.querySelector<HTMLElement>(`[data-page="${number}"]`)
      if (!page) return
      event.preventDefault()
      scroller.scrollTo({ top: page.offsetTop - scroller.offsetTop - 8, behavior: 'instant' })
    })
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const link = links.get((entry.target as HTMLElement).dataset.page)
        if (entry.isIntersecting) link?.setAttribute('aria-current', 'true')
        else link?.removeAttribute('aria-current')
      }
    },
    { root: scroller, rootMargin: '-45% 0px -45% 0px' },
  )
  for (const page of scroller.querySelectorAll('[data-page]')) observer.observe(page)
}
