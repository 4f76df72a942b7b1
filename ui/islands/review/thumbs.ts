import type { PageLinks } from './page-links.ts'
import { textsOfPage } from './words.ts'

const KEY = 'docket.thumbs'
const WIDTH = 88 // CSS pixels

/** Small pictures of the pages beside the pages, when asked for. Those out of sight are not fetched. The choice is a habit of the person and kept in this browser. */
export function thumbsOf(root: HTMLElement, scroller: HTMLElement, pictureOf: (page: number) => string | null, links: PageLinks): void {
  const button = root.querySelector<HTMLElement>('[data-open-thumbs]')
  const strip = root.querySelector<HTMLElement>('[data-thumbs]')
  if (!button || !strip) return
  const show = (on: boolean) => {
    if (on && strip.childElementCount === 0)
      for (const figure of scroller.querySelectorAll<HTMLElement>('[data-page]')) {
        const thumb = thumbOf(figure, pictureOf(Number(figure.dataset.page)))
        strip.append(thumb)
        links.add(thumb)
      }
    strip.hidden = !on
    button.setAttribute('aria-pressed', String(on))
  }
  button.addEventListener('click', () => {
    const on = strip.hasAttribute('hidden')
    localStorage.setItem(KEY, on ? 'shown' : 'hidden')
    show(on)
  })
  if (localStorage.getItem(KEY) === 'shown') show(true)
}

function thumbOf({ dataset }: HTMLElement, picture: string | null): HTMLAnchorElement {
  const number = dataset.page ?? ''
  const link = document.createElement('a')
  link.href = `#page-${number}`
  link.dataset.pageLink = number
  link.setAttribute('aria-label', `${textsOfPage().page} ${number}`)
  if (picture !== null) {
    const image = new Image(WIDTH, Math.round((WIDTH * Number(dataset.height)) / Number(dataset.width)))
    image.loading = 'lazy'
    image.alt = ''
    image.src = picture.replace('?', '/small?')
    link.append(image)
  }
  link.append(number)
  return link
}
