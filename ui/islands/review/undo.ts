import { type Input, inputsOf, pathOf } from './fields.ts'

const PAUSE_MS = 900 // typing without a pause is one step

interface Step {
  readonly path: string
  readonly before: string
  after: string
  atMs: number
  /** Steps of one batch are taken back together. */
  readonly batch: number
}

/** Steps back and forward over all fields of one document, also after it was saved: fields are found by their path. */
export function createUndo(desk: () => HTMLFormElement | null, restored: (input: Input) => void) {
  const done: Step[] = []
  const undone: Step[] = []
  const last = new Map<string, string>()
  let batch = 0
  let open = false

  const put = (path: string, value: string): void => {
    const form = desk()
    const input = form && inputsOf(form).find((other) => pathOf(other) === path)
    if (!input) return
    input.value = value
    last.set(path, value)
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
      last.set(pathOf(input), input.value)
    },
    changed(input: Input, nowMs: number): void {
      const path = pathOf(input)
      const before = last.get(path) ?? input.dataset.original ?? ''
      if (before === input.value) return
      const top = done.at(-1)
      if (!open && top?.path === path && nowMs - top.atMs < PAUSE_MS) Object.assign(top, { after: input.value, atMs: nowMs })
      else done.push({ path, before, after: input.value, atMs: nowMs, batch: open ? batch : ++batch })
      last.set(path, input.value)
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
