import { type CellPlace, placeOn, setPlace } from './cell-place.ts'
import { type Input, inputsOf, pathOf, setValue } from './fields.ts'

const PAUSE_MS = 900 // typing without a pause is one step

/** What stands in an input, and where that is printed. */
interface Entry {
  readonly value: string
  readonly place: CellPlace
}

interface Step {
  readonly path: string
  readonly before: Entry
  after: Entry
  atMs: number
  /** Steps of one batch are taken back together. */
  readonly batch: number
}

/** Steps back and forward over all fields of one document, also after it was saved: fields are found by their path. */
export function createUndo(desk: () => HTMLFormElement | null, restored: (input: Input) => void) {
  const done: Step[] = []
  const undone: Step[] = []
  const last = new Map<string, Entry>()
  let batch = 0
  let open = false

  const put = (path: string, entry: Entry): void => {
    const form = desk()
    const input = form && inputsOf(form).find((other) => pathOf(other) === path)
    if (!input) return
    setValue(input, entry.value)
    setPlace(input, entry.place)
    last.set(path, entry)
    restored(input)
  }
  const move = (from: Step[], to: Step[], side: 'before' | 'after'): boolean => {
    const first = from.at(-1)
    while (first && from.at(-1)?.batch === first.batch) {
      const step = from.pop()!
      step.atMs = 0
      to.push(step)
      put(step.path, step[side])
    }
    return first !== undefined
  }
  return {
    /** Call before the first change of a field: what stands there now is what undo returns to. */
    seen(input: Input): void {
      last.set(pathOf(input), entryOf(input))
    },
    changed(input: Input, nowMs: number): void {
      const path = pathOf(input)
      const now = entryOf(input)
      const before = last.get(path) ?? { value: input.dataset.original ?? '', place: now.place }
      if (isSame(before, now)) return
      const top = done.at(-1)
      if (!open && top?.path === path && nowMs - top.atMs < PAUSE_MS) Object.assign(top, { after: now, atMs: nowMs })
      else done.push({ path, before, after: now, atMs: nowMs, batch: open ? batch : ++batch })
      last.set(path, now)
      undone.length = 0
    },
    /** Everything that changes meanwhile is one step. */
    together(work: () => void): void {
      batch++
      open = true
      work()
      open = false
    },
    undo: () => move(done, undone, 'before'),
    redo: () => move(undone, done, 'after'),
  }
}

function entryOf(input: Input): Entry {
  return { value: input.value, place: placeOn(input) }
}

function isSame(a: Entry, b: Entry): boolean {
  return a.value === b.value && a.place.box === b.place.box && a.place.pointed === b.place.pointed
}
