/** The tools behind the dots lie over the page: they go as soon as the pointer is on the page again, and by Escape. */
export function closeMoreTools(root: HTMLElement, scroller: HTMLElement): void {
  const more = root.querySelector<HTMLDetailsElement>('[data-more]')
  if (!more) return
  scroller.addEventListener('pointerenter', () => {
    more.open = false
  })
  more.addEventListener('keydown', (event) => {
    if (event.code !== 'Escape' || !more.open) return
    event.preventDefault()
    more.open = false
    more.querySelector('summary')?.focus()
  })
}
