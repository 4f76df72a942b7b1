/** A button that opens a section and puts the focus into it. The section comes up beside the button: at the foot of a long form it would be out of sight. */
export function openFrom(button: string, section: string): void {
  document.querySelector(button)?.addEventListener('click', () => {
    const details = document.querySelector<HTMLDetailsElement>(section)
    if (!details) return
    details.parentElement?.prepend(details)
    details.open = true
    window.scrollTo({ top: 0 })
    // On a narrow screen the form stands below the page.
    details.scrollIntoView({ block: 'nearest' })
    details.querySelector('select')?.focus({ preventScroll: true })
  })
}
