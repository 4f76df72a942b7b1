const SETTLE_MS = 250

/** Swaps the table when the server says that something changed. The server draws it: one place knows how a row looks. */
export function keepLive(live: HTMLElement): void {
  const state = document.querySelector<HTMLElement>('[data-live-state]')
  let timer: ReturnType<typeof setTimeout> | undefined
  const refreshSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void refresh(live)
    }, SETTLE_MS)
  }
  const stream = new EventSource('/api/v1/stream')
  stream.addEventListener('document', refreshSoon)
  stream.addEventListener('open', () => {
    if (state?.textContent) refreshSoon()
    if (state) state.textContent = ''
  })
  stream.addEventListener('error', () => {
    if (state) state.textContent = live.dataset.off ?? ''
  })
  document.addEventListener('docket:uploaded', refreshSoon)
}

async function refresh(live: HTMLElement): Promise<void> {
  const response = await fetch(location.href, { headers: { 'X-Fragment': 'table' } }).catch(() => null)
  if (!response?.ok) return
  const at = live.querySelector<HTMLElement>('tr.at')?.dataset.row
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').body.firstElementChild
  if (!fresh) return
  live.replaceChildren(document.adoptNode(fresh))
  if (at) live.querySelector(`[data-row="${at}"]`)?.classList.add('at')
  if (focused) live.querySelector<HTMLElement>(`[data-row="${focused}"] a`)?.focus({ preventScroll: true })
}
