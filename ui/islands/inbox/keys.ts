/** J and K move, Enter opens, / searches. Only outside of inputs, by key position: the Russian layout changes nothing. */
export function listKeys(live: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).matches('input, select, textarea')
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.code === 'KeyJ' || event.code === 'KeyK') {
      event.preventDefault()
      move(live, event.code === 'KeyJ' ? 1 : -1)
    } else if (event.code === 'Slash') {
      event.preventDefault()
      document.querySelector<HTMLInputElement>('#text')?.focus()
    }
  })
}

function move(live: HTMLElement, step: number): void {
  const rows = [...live.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.classList.contains('at'))
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
  if (!next) return
  for (const row of rows) row.classList.toggle('at', row === next)
  next.querySelector('a')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}
