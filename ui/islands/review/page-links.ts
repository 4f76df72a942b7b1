export interface PageLinks {
  /** One more way to a page. */
  add(link: HTMLElement): void
}

/** Links that bring a page into sight, by `data-page-link`; those of the page in sight are marked. */
export function followPages(root: HTMLElement, scroller: HTMLElement): PageLinks {
  const links = new Map<string, HTMLElement[]>()
  let seen: string | undefined

  const add = (link: HTMLElement) => {
    const number = link.dataset.pageLink ?? ''
    links.set(number, [...(links.get(number) ?? []), link])
    if (number === seen) mark(link, true)
    link.addEventListener('click', (event) => {
      const page = scroller.querySelector<HTMLElement>(`[data-page="${number}"]`)
      if (!page) return
      event.preventDefault()
      scroller.scrollTo({ top: page.offsetTop - scroller.offsetTop - 8, behavior: 'instant' })
    })
  }
  for (const link of root.querySelectorAll<HTMLElement>('[data-page-link]')) add(link)
  if (links.size === 0) return { add }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const { page } = (target as HTMLElement).dataset
        if (isIntersecting) seen = page
        for (const link of links.get(page ?? '') ?? []) mark(link, isIntersecting)
      }
    },
    { root: scroller, rootMargin: '-45% 0px -45% 0px' },
  )
  for (const page of scroller.querySelectorAll('[data-page]')) observer.observe(page)
  return { add }
}

function mark(link: HTMLElement, isSeen: boolean): void {
  if (!isSeen) {
    link.removeAttribute('aria-current')
    return
  }
  link.setAttribute('aria-current', 'true')
  // Only its own strip moves: scrollIntoView would move the window as well.
  const strip = link.parentElement
  if (!strip) return
  const [at, frame] = [link.getBoundingClientRect(), strip.getBoundingClientRect()]
  if (at.top < frame.top || at.bottom > frame.bottom) strip.scrollTop += at.top - frame.top - frame.height / 3
  if (at.left < frame.left || at.right > frame.right) strip.scrollLeft += at.left - frame.left - frame.width / 3
}
