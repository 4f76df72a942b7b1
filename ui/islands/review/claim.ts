import { textsAtDesk } from './words.ts'

const RENEW_MS = 60_000

/** Holds the document for this person while the page is open: taken at once, renewed every minute, given back when the page is left. */
export function holdDocument(documentId: string, claim: string): void {
  let had = false
  const renew = async () => {
    try {
      const response = await fetch(`/documents/${documentId}/claim`, {
        method: 'POST',
        body: new URLSearchParams({ claim }),
        headers: { Accept: 'application/json' },
      })
      if (!response.ok) return
      const { mine, person } = (await response.json()) as { mine: boolean; person: string | null }
      document.documentElement.toggleAttribute('data-held', mine)
      if (mine) had = true
      else if (had && person !== null) tell(person)
      // Somebody was faster by a moment: the page now says so and does not invite to type.
      else if (!had && person !== null) location.reload()
    } catch {
      // Without a connection the lease runs out by itself; the next renewal tries again.
    }
  }
  void renew()
  setInterval(() => void renew(), RENEW_MS)
  window.addEventListener('pagehide', () => {
    navigator.sendBeacon(`/documents/${documentId}/release`, new URLSearchParams({ claim }))
  })
}

function tell(person: string): void {
  const notice = document.createElement('p')
  notice.className = 'notice notice--warning'
  notice.setAttribute('role', 'alert')
  notice.textContent = textsAtDesk().takenOver.replace('{person}', person)
  document.querySelector('[data-notices]')?.replaceChildren(notice)
}
