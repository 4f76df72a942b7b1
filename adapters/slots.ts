/** At most `size` tasks at once; the others wait in the order they came. */
export interface Slots {
  /** Runs the task when its turn comes; its place is given on however it ends. */
  run<T>(task: () => Promise<T>): Promise<T>
}

export function createSlots(size: number): Slots {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async run(task) {
      if (taken < size) taken++
      else await new Promise<void>((turn) => waiting.push(turn))
      try {
        return await task()
      } finally {
        // The place goes straight to the next in line: freed in between, a newcomer could take it as well.
        const next = waiting.shift()
        if (next) next()
        else taken--
      }
    },
  }
}
