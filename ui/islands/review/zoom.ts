import { rotate, sheetOf } from './sheet.ts'

const STEPS = [25, 33, 50, 67, 75, 100, 125, 150, 200, 300, 400] // per cent
const FULL = 0.75 // 100 % = one pixel of the page image is one pixel of the screen at 2000 px on the longest side

/** Size and turn of the pages by buttons and, with the focus on the page, by `+`, `−`, `0` and `R`. The middle of the pane stays where it is. */
export function zoomBy(root: HTMLElement, scroller: HTMLElement): void {
  const fit = root.querySelector<HTMLElement>('[data-zoom="fit"]')
  const figures = () => [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  let percent: number | null = null // null = the width of the pane

  const keepMiddle = (change: () => void) => {
    const [x, y] = [
      (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth,
      (scroller.scrollTop + scroller.clientHeight / 2) / scroller.scrollHeight,
    ]
    change()
    scroller.scrollTo({
      left: x * scroller.scrollWidth - scroller.clientWidth / 2,
      top: y * scroller.scrollHeight - scroller.clientHeight / 2,
      behavior: 'instant',
    })
  }
  const set = (next: number | null) =>
    keepMiddle(() => {
      percent = next
      fit?.setAttribute('aria-pressed', String(next === null))
      layOut()
    })
  const layOut = () => {
    for (const figure of figures()) lay(figure, percent === null ? null : Number(figure.dataset.width) * (percent / 100) * FULL)
  }
  const step = (up: boolean) => {
    const [figure] = figures()
    const now = percent ?? (figure ? (100 * figure.clientWidth) / (Number(figure.dataset.width) * FULL) : 100)
    const next = up ? STEPS.find((other) => other > now + 1) : STEPS.findLast((other) => other < now - 1)
    if (next !== undefined) set(next)
  }
  const turn = () =>
    keepMiddle(() => {
      for (const figure of figures()) {
        const sheet = sheetOf(figure)
        sheet.dataset.turned = String((Number(sheet.dataset.turned ?? 0) + 90) % 360)
        rotate(sheet)
      }
      layOut()
    })
  new ResizeObserver(layOut).observe(scroller)
  const commands: Readonly<Record<string, () => void>> = {
    fit: () => set(null),
    in: () => step(true),
    out: () => step(false),
    turn,
  }
  for (const button of root.querySelectorAll<HTMLElement>('[data-zoom]'))
    button.addEventListener('click', () => commands[button.dataset.zoom ?? '']?.())
  const keys: Readonly<Record<string, string>> = {
    Equal: 'in',
    NumpadAdd: 'in',
    Minus: 'out',
    NumpadSubtract: 'out',
    Digit0: 'fit',
    Numpad0: 'fit',
    KeyR: 'turn',
  }
  scroller.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const command = commands[keys[event.code] ?? '']
    if (!command) return
    event.preventDefault()
    command()
  })
}

/**
 * Gives the page its width in CSS pixels; null = the width of the pane. A sheet that lies on its side keeps its own width and height in the layout, so its
 * margins and its figure make up for what it takes on the screen.
 */
function lay(figure: HTMLElement, width: number | null): void {
  const sheet = sheetOf(figure)
  // Not of the picture: a page far away has none at the moment (near-pages.ts).
  const ratio = Number(figure.dataset.height) / Number(figure.dataset.width)
  if (Number(sheet.dataset.turned ?? 0) % 180 === 0) {
    figure.style.width = width === null ? '' : `${Math.round(width)}px`
    Object.assign(sheet.style, { width: '', margin: '' })
    return
  }
  const paper = width ?? (figure.parentElement?.clientWidth ?? 0) / ratio
  const tall = paper * ratio
  figure.style.width = `${Math.round(tall)}px`
  Object.assign(sheet.style, { width: `${paper}px`, margin: `${(paper - tall) / 2}px ${(tall - paper) / 2}px` })
}
