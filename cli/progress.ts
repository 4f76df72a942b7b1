const REDRAW_MS = 200

/** Progress of long work on stderr: a bar with the time left on a terminal, nothing where output is collected. */
export interface Progress {
  step(label: string): void
  done(): void
}

export function createProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now()
  let finished = 0
  let drawn = 0
  const visible = stream.isTTY && total > 1
  return {
    step(label) {
      finished++
      const now = performance.now()
      if (!visible || (now - drawn < REDRAW_MS && finished < total)) return
      drawn = now
      const left = Math.round(((now - start) / finished) * (total - finished)) / 1000
      const filled = Math.round((finished / total) * 24)
      stream.write(
        `\r\x1b[2K[${'█'.repeat(filled)}${' '.repeat(24 - filled)}] ${finished}/${total}, ${Math.ceil(left)} s left  ${label.slice(0, 40)}`,
      )
    },
    done() {
      if (visible) stream.write('\r\x1b[2K')
    },
  }
}

/** Runs `work` over `items`, at most `jobs` at once, keeping the order of results. */
export async function inParallel<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  const run = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!, i)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, run))
  return results
}
