const watched = new ResizeObserver(([entry]) => {
  const { offsetHeight } = entry!.target as HTMLElement
  document.documentElement.style.setProperty('--desk-head', `${offsetHeight}px`)
})

/** The head may take two rows: what sticks below it must know. A save puts another head in its place, so this is asked for anew each time. */
export function watchHead(): void {
  watched.disconnect()
  const head = document.querySelector('.desk-head')
  if (head) watched.observe(head)
}
