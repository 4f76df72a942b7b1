import { sheetOf } from './sheet.ts'

const FEW = 6 // pages; so many may all stay

/**
 * Of a long document only the pages around the one in sight hold a picture: hundreds of them would fill the browser's memory. A page without its picture
 * keeps its size, so nothing jumps.
 */
export function keepNearPages(scroller: HTMLElement): {
  image(page: number): HTMLImageElement | null
  /** The address of a page's picture, whether it is held or not. */
  address(page: number): string | null
} {
  const figures = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  const aside = new Map<HTMLElement, HTMLImageElement>()

  const bring = (figure: HTMLElement): HTMLImageElement | null => {
    const kept = aside.get(figure)
    if (kept) {
      aside.delete(figure)
      sheetOf(figure).prepend(kept)
      sheetOf(figure).style.aspectRatio = ''
      kept.src = kept.dataset.src ?? ''
    }
    return figure.querySelector('img')
  }
  const putAside = (figure: HTMLElement) => {
    const image = figure.querySelector('img')
    if (!image) return
    aside.set(figure, image)
    sheetOf(figure).style.aspectRatio = `${image.getAttribute('width')} / ${image.getAttribute('height')}`
    image.dataset.src = image.getAttribute('src') ?? ''
    image.remove()
    // Without its address the element lets go of the picture; with it, it would load outside of the page as well.
    image.removeAttribute('src')
  }
  if (figures.length > FEW) {
    for (const figure of figures.slice(FEW)) putAside(figure)
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) bring(target as HTMLElement)
          else putAside(target as HTMLElement)
        }
      },
      { root: scroller, rootMargin: '100% 0px' },
    )
    for (const figure of figures) watcher.observe(figure)
  }
  const figureOf = (page: number) => scroller.querySelector<HTMLElement>(`[data-page="${page}"]`)
  return {
    image(page) {
      const figure = figureOf(page)
      return figure && bring(figure)
    },
    address(page) {
      const figure = figureOf(page)
      return (figure && (aside.get(figure)?.dataset.src ?? figure.querySelector('img')?.getAttribute('src'))) ?? null
    },
  }
}
