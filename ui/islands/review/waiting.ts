import type { PagesRead } from '../../../adapters/db/index.ts'
import { presentPagesRead } from '../../views/present-pages.ts'
import { language } from './words.ts'

/** The document is being read: the stream tells how far, and when that is over. */
export function reloadWhenRead(panel: HTMLElement): void {
  const stream = new EventSource('/api/v1/stream')
  stream.addEventListener('document', ({ data }) => {
    const { id: changed, status, pagesRead } = JSON.parse(data as string) as { id: string; status: string; pagesRead?: PagesRead }
    if (changed !== panel.dataset.wait) return
    if (status !== 'received' && status !== 'processing') location.reload()
    else if (pagesRead) showPagesRead(panel, pagesRead)
  })
}

function showPagesRead(panel: HTMLElement, pagesRead: PagesRead): void {
  const bar = panel.querySelector('progress')
  const words = panel.querySelector<HTMLElement>('[data-pages]')
  if (bar) Object.assign(bar, { max: pagesRead.total, value: pagesRead.done })
  if (words) words.textContent = presentPagesRead(pagesRead, language())
}
