import { type Contested, type Entries, entriesOf, putEntries } from './entries.ts'
import { shelfOf } from './shelf.ts'
import { say, textsAtDesk } from './words.ts'

const PAUSE_MS = 500
const RETRY_MS = 3_000
const PATIENCE_MS = 5_000 // a hanging connection is no connection

/**
 * Keeps what is typed and not saved: on the server half a second after the last key, on this computer while the server cannot be reached.
 * Entries that the server has are not kept here.
 */
export function createDraft(desk: () => HTMLFormElement | null) {
  let known: Entries = {}
  let timer: number | undefined
  let flight: Promise<void> | null = null
  let held = false

  const form = desk()
  const documentId = form?.dataset.review ?? ''
  const run = Number(form?.dataset.run ?? 1)
  const shelf = shelfOf(form?.dataset.person ?? '', documentId, run)

  const put = (entries: Entries | null) => {
    try {
      if (entries === null) localStorage.removeItem(shelf)
      else localStorage.setItem(shelf, JSON.stringify(entries))
    } catch {
      // A browser without storage still has the form itself and the server.
    }
  }
  const keep = () => {
    clearTimeout(timer)
    if (!held && flight === null)
      flight = sendChange().finally(() => {
        flight = null
      })
  }
  const sendChange = async () => {
    const current = desk()
    const entries = current ? entriesOf(current) : {}
    const change = current && differenceOf(known, entries)
    if (!change) return
    put(entries)
    if (await send(documentId, { run, ...change })) {
      known = entries
      put(null)
      if (!held && Object.keys(entries).length > 0) say(textsAtDesk().keptOnServer)
      // Typed while it was on its way.
      const now = desk()
      if (now && differenceOf(known, entriesOf(now))) later(PAUSE_MS)
    } else {
      say(textsAtDesk().keptHere, true)
      later(RETRY_MS)
    }
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(keep, ms)
  }
  window.addEventListener('online', keep)
  window.addEventListener('pagehide', () => {
    const current = desk()
    if (!current) return
    const entries = entriesOf(current)
    if (differenceOf(known, entries)) put(entries)
  })
  return {
    changed: () => later(PAUSE_MS),
    /** Before the form itself is sent: a draft that arrived after it would bring back what was just decided. */
    async hold(): Promise<void> {
      clearTimeout(timer)
      held = true
      await flight
    },
    release() {
      held = false
      later(PAUSE_MS)
    },
    /** Everything on the form was saved: there is no draft any more. */
    saved() {
      known = {}
      put(null)
    },
    /** The draft of last time, back on the form; the fields that somebody changed under it are returned. */
    restore(): readonly Contested[] {
      const current = desk()
      if (!current) return []
      known = entriesIn(current.dataset.draft ?? null)
      const here = entriesIn(localStored(shelf))
      const entries = Object.keys(here).length > 0 ? here : known
      if (Object.keys(entries).length === 0) return []
      const contested = putEntries(current, entries)
      say(textsAtDesk().restored)
      if (differenceOf(known, entriesOf(current))) later(PAUSE_MS)
      else put(null)
      return contested
    },
  }
}

/** What the server must hear to know `now`; null when it knows already. */
function differenceOf(known: Entries, now: Entries): { readonly set: Entries; readonly unset: readonly string[] } | null {
  const set = Object.fromEntries(Object.entries(now).filter(([name, { value }]) => known[name]?.value !== value))
  const unset = Object.keys(known).filter((name) => !Object.hasOwn(now, name))
  return Object.keys(set).length === 0 && unset.length === 0 ? null : { set, unset }
}

async function send(documentId: string, body: object): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
    return (
      await fetch(`/documents/${documentId}/draft`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    ).ok
  } catch {
    return false
  }
}

function localStored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function entriesIn(json: string | null): Entries {
  if (json === null) return {}
  try {
    return JSON.parse(json) as Entries
  } catch {
    return {}
  }
}
