import type { Language } from '../../language.ts'
import { uploadTexts } from '../../texts/upload.ts'

/** The whole page takes dropped files; the form's own input and a paste do the same. */
export function acceptDrops(add: (files: readonly File[]) => void): void {
  const t = uploadTexts(document.documentElement.lang as Language)
  let veil: HTMLElement | null = null
  let depth = 0
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const lower = () => {
    depth = 0
    veil?.remove()
    veil = null
  }
  document.addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth++
    if (veil) return
    veil = document.createElement('div')
    veil.className = 'drag-veil'
    const text = document.createElement('span')
    text.textContent = t.dropNow
    veil.append(text)
    document.body.append(veil)
  })
  document.addEventListener('dragleave', (event) => {
    if (carriesFiles(event) && --depth <= 0) lower()
  })
  document.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    lower()
    add([...(event.dataTransfer?.files ?? [])])
  })
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length > 0) add(files)
  })
  const input = document.querySelector<HTMLInputElement>('#files')
  input?.addEventListener('change', () => {
    add([...(input.files ?? [])])
    input.value = ''
  })
  input?.form?.addEventListener('submit', (event) => event.preventDefault())
}
