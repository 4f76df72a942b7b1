import { presentNumber } from '../../views/present.ts'
import { pageInSight, rotate, sheetOf, slantOf } from './sheet.ts'
import { language } from './words.ts'

const MOST = 10 // degrees; what lies more aslant is turned by quarters

/** Straightens the page in sight by half degrees, by buttons and by `[` and `]` with the focus on the page. Only the view: what was read stays. */
export function slantBy(root: HTMLElement, scroller: HTMLElement): void {
  const told = root.querySelector<HTMLElement>('[data-slant-now]')
  const tell = () => {
    const figure = pageInSight(scroller)
    if (told && figure) told.textContent = `${presentNumber(String(slantOf(sheetOf(figure))), language())}°`
  }
  const by = (degrees: number) => {
    const figure = pageInSight(scroller)
    if (!figure) return
    const sheet = sheetOf(figure)
    sheet.dataset.slant = String(Math.min(MOST, Math.max(-MOST, slantOf(sheet) + degrees)))
    rotate(sheet)
    tell()
  }
  for (const button of root.querySelectorAll<HTMLElement>('[data-slant-by]'))
    button.addEventListener('click', () => by(Number(button.dataset.slantBy)))
  scroller.addEventListener('keydown', ({ code, ctrlKey, altKey, metaKey }) => {
    if (ctrlKey || altKey || metaKey) return
    if (code === 'BracketLeft') by(-0.5)
    else if (code === 'BracketRight') by(0.5)
  })
  root.querySelector('[data-more]')?.addEventListener('toggle', tell)
}
