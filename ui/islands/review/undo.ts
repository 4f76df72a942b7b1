import { type Input, inputsOf, pathOf } from './fields.ts'

const PAUSE_MS = 900 // typing without a pause is one step

interface Step {
  readonly path: string
  readonly before: string
  after: string
  atMs: number
}

/** Steps back and forward over all fields of one document, also after it was saved: fields are found by their path. */
export function createUndo(desk: () => HTMLFormElement | null, restored: (input: Input) => void) {
  const done: Step[] = []
  const undone: Step[] = []
  const last = new Map<string, string>()

  const put = (path: string, value: string): boolean => {
    const form = desk()
    const input = form && inputsOf(form).find((other) => pathOf(other) === path)
    if (!input) return false
    input.value = value
    last.set(path, value)
    restored(input)
    return true
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
      if (top?.path === path && nowMs - top.atMs < PAUSE_MS) Object.assign(top, { after: input.value, atMs: nowMs })
      else done.push({ path, before, after: input.value, atMs: nowMs })
      last.set(path, input.value)
      undone.length = 0
    },
    undo(): boolean {
      const step = done.pop()
      if (!step) return false
      undone.push(step)
      return put(step.path, step.before)
    },
    redo(): boolean {
      const step = undone.pop()
      if (!step) return false
      step.atMs = 0
      done.push(step)
      return put(step.path, step.after)
    },
  }
}
