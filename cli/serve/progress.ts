/** Steps of the start on the terminal, each with the time it took. */
export interface Progress {
  step<T>(what: string, work: Promise<T>, note?: (result: T) => string): Promise<T>
  say(line: string): void
}

export function createProgress(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Progress {
  const started = performance.now()
  const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`
  return {
    say: write,
    async step(what, work, note) {
      const since = performance.now()
      try {
        const result = await work
        const detail = note?.(result)
        write(`${seconds(since)}  ${what}${detail ? `: ${detail}` : ''}`)
        return result
      } catch (error) {
        write(`${seconds(started)}  ${what}: failed`)
        throw error
      }
    },
  }
}
