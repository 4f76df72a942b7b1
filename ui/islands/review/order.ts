const KEY = 'docket.form-order'

/**
 * Fields that need a person stand first; who works down the paper has them in their sections instead. Kept in this browser: it is a habit of the person,
 * not a fact about the document.
 */
export function keepOrder(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLElement>('[data-form-order]')
  const attention = form.querySelector<HTMLElement>('[data-attention]')
  if (!button || !attention) return
  const first = [...attention.querySelectorAll<HTMLElement>('[data-order]')]
  const sections = [...form.querySelectorAll<HTMLElement>('[data-section]')]
  const empty = new Set(sections.filter(({ hidden }) => hidden))

  const arrange = (inSections: boolean) => {
    button.setAttribute('aria-pressed', String(inSections))
    attention.hidden = inSections
    for (const row of first) {
      const section = sections.find(({ dataset }) => dataset.section === row.dataset.group)
      if (!inSections || !section) attention.append(row)
      else section.insertBefore(row, placeIn(section, Number(row.dataset.order)))
    }
    for (const section of empty) section.hidden = !inSections || section.querySelector('[data-order]') === null
  }
  button.addEventListener('click', () => {
    const inSections = button.getAttribute('aria-pressed') !== 'true'
    localStorage.setItem(KEY, inSections ? 'form' : 'attention')
    arrange(inSections)
  })
  if (localStorage.getItem(KEY) === 'form') arrange(true)
}

/** The first row of the section that comes later; the folded empty fields are at its end. */
function placeIn(section: HTMLElement, order: number): Element | null {
  const rows = [...section.querySelectorAll<HTMLElement>(':scope > [data-order]')]
  return rows.find(({ dataset }) => Number(dataset.order) > order) ?? section.querySelector(':scope > details')
}
