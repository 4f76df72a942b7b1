import type { Page } from 'playwright-core'
import type { Value, ValueKind } from '../../core/field.ts'
import { parsePath } from '../../core/paths.ts'
import { present, readTyped } from '../../ui/views/present.ts'

export interface Reviewed {
  /** Fields that asked for a person. */
  readonly open: number
  /** Questions the desk really asked: fields and reasons, and how many of them only came with a refused approval. */
  readonly asked: number
  readonly late: number
  /** Keys pressed for moving, confirming, choosing and deciding. */
  readonly keys: number
  /** Characters of values and reasons that had to be typed. */
  readonly typed: number
  readonly ms: number
}

const REASON = 'seen'
const MOST_ROUNDS = 80

/** A reviewer without a mouse who knows the truth: confirms what is right, corrects what is wrong, approves. English screens. */
export async function reviewByKeyboard(page: Page, truth: (path: string) => Value | null): Promise<Reviewed> {
  const startedMs = performance.now()
  let [keys, typed] = [0, 0]
  const [asked, late] = [new Set<string>(), new Set<string>()]
  const spent = () => ({ open, asked: asked.size, late: late.size, keys, typed, ms: performance.now() - startedMs })
  const ask = (question: string, refused: boolean) => {
    if (refused && !asked.has(question)) late.add(question)
    asked.add(question)
  }
  const press = async (key: string) => {
    await page.keyboard.press(key)
    keys++
  }
  const here = page.url()
  const open = await page.evaluate(() => document.querySelectorAll('[data-state="attention"], [data-state="missing"]').length)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const field = await focused(page)
    if (field === null) break
    ask(field.path, false)
    if (field.kind === 'override') {
      await page.keyboard.type(REASON)
      typed += REASON.length
      // The next check that needs a reason, or the decision.
      await press('Control+Enter')
      if (await left(page, here)) return spent()
      continue
    }
    const kind = field.valueKind as ValueKind
    const right = present(truth(field.path), kind, 'en')
    if (!same(field.text, right, kind)) {
      const nth = field.candidates.findIndex((text) => same(text, right, kind))
      if (nth >= 0 && nth < 9) {
        await press('Alt+ArrowDown')
        await press(`Digit${nth + 1}`)
      } else if (field.select) {
        // Letters of a list choose its entry; here the entry is chosen as a screen reader would.
        await page.locator(`[name="field:${field.path}"]`).selectOption(right)
        keys++
      } else if (right === '') await press('Delete')
      else {
        await page.keyboard.type(right)
        typed += right.length
      }
    }
    await press('Enter')
  }
  for (let attempt = 0; attempt < 12; attempt++) {
    await press('Control+Enter')
    if (await left(page, here)) break
    const field = await focused(page)
    if (field) ask(field.path, true)
    if (field?.kind === 'override') {
      await page.keyboard.type(REASON)
      typed += REASON.length
    } else if (field) {
      const kind = field.valueKind as ValueKind
      const right = present(truth(field.path), kind, 'en')
      if (!same(field.text, right, kind)) {
        await page.keyboard.type(right)
        typed += right.length
      }
      await press('Enter')
    }
  }
  return spent()
}

/** Whether the desk went on to another document; it answers within the patience of the one who pressed the key. */
async function left(page: Page, here: string): Promise<boolean> {
  await page.waitForFunction(
    (url) =>
      location.href !== url ||
      (document.querySelector('.desk-actions button:disabled') === null &&
        document.querySelector('[data-save-state]')?.textContent !== 'Saving …'),
    here,
  )
  return page.url() !== here
}

/** The open field under the cursor: the keyboard goes from one to the next by itself. */
function focused(page: Page) {
  return page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement | null
    if (input?.matches('[data-override]'))
      return { kind: 'override', path: input.name, text: '', valueKind: '', select: false, candidates: [] as string[] }
    const holder = input?.closest<HTMLElement>('[data-path]')
    const asks =
      holder && (holder.dataset.state === 'attention' || holder.dataset.state === 'missing') && holder.dataset.confirmed === undefined
    if (!input?.name?.startsWith('field:') || !asks) return null
    return {
      kind: 'field',
      path: input.name.slice('field:'.length),
      text: input.value,
      valueKind: input.dataset.kind ?? 'text',
      select: input.tagName === 'SELECT',
      candidates: [...holder.querySelectorAll<HTMLElement>('[data-candidate]')].map((button) => button.dataset.candidate ?? ''),
    }
  })
}

function same(typed: string, right: string, kind: ValueKind): boolean {
  if (typed.trim() === right.trim()) return true
  const [a, b] = [readTyped(typed, kind, 'en'), readTyped(right, kind, 'en')]
  if (a.kind !== 'value' || b.kind !== 'value' || typeof a.value !== 'string' || typeof b.value !== 'string') return false
  const plain = (text: string) =>
    kind === 'money' || kind === 'decimal' || kind === 'rate' ? String(Number(text)) : text.replace(/\s+/g, ' ').trim()
  return plain(a.value) === plain(b.value)
}

/** The value of the truth under a path; null when the document does not say it. */
export function truthIn(data: unknown): (path: string) => Value | null {
  return (path) => {
    const value = parsePath(path).reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data)
    return typeof value === 'string' || typeof value === 'boolean' ? value : null
  }
}
