const PAUSE_MS = 30_000 // longer without a key or a movement: somebody is on the telephone

/** What the document costs its reviewer: time looked at it (visible, focused, pauses cut), keys and clicks. */
export function measureEffort() {
  let [activeMs, keystrokes, clicks] = [0, 0, 0]
  let last = performance.now()

  const alive = () => {
    const now = performance.now()
    if (document.visibilityState === 'visible' && document.hasFocus()) activeMs += Math.min(now - last, PAUSE_MS)
    last = now
  }
  const pressed = ({ key, repeat }: KeyboardEvent) => {
    alive()
    if (!repeat && !['Shift', 'Control', 'Alt', 'Meta'].includes(key)) keystrokes++
  }
  document.addEventListener('keydown', pressed, true)
  document.addEventListener('pointerdown', () => {
    alive()
    clicks++
  })
  document.addEventListener('pointermove', alive, { passive: true })
  document.addEventListener('visibilitychange', alive)
  return {
    /** What it has cost since the last decision, as the server wants it. */
    spent(changed: number): string {
      alive()
      return JSON.stringify({ activeMs: Math.round(activeMs), keystrokes, clicks, changed })
    },
    reset() {
      ;[activeMs, keystrokes, clicks] = [0, 0, 0]
    },
  }
}
