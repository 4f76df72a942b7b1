const QUIET_MS = 400 // the present document has what it needs

/** What the next document will show first, asked for while this one is read: page pictures have addresses that never change, so the browser keeps them. */
export function fetchNextAhead(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-next-document]')
  if (!link || navigator.connection?.saveData) return
  void present().then(async () => {
    try {
      const answer = await fetch(link.href, { headers: { Accept: 'application/json' }, priority: 'low' })
      const { pictures } = (await answer.json()) as { readonly pictures: readonly string[] }
      // One after the other: what the reviewer asks for meanwhile goes first.
      for (const picture of pictures) await (await fetch(picture, { priority: 'low' })).blob()
    } catch {
      // It only saves time.
    }
  })
}

/** When the pages in sight have their pictures and nobody waits for anything. */
async function present(): Promise<void> {
  const shown = [...document.querySelectorAll<HTMLImageElement>('[data-page] img')].slice(0, 2)
  await Promise.allSettled(shown.map((image) => image.decode()))
  await new Promise<void>((idle) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => idle(), { timeout: 5 * QUIET_MS })
    else setTimeout(idle, QUIET_MS)
  })
}

declare global {
  interface Navigator {
    /** Not in every browser. */
    readonly connection?: { readonly saveData?: boolean }
  }
}
