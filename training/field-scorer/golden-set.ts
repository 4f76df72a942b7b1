import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from './outcomes.ts'

const File = z.object({
  truth: z.object({ id: z.string() }),
  expected: z.object({ corrected: z.array(z.string()).readonly().default([]) }).nullable(),
})

/** Document id → paths that a person corrected, from the files that `docket corrected` wrote; documents without any are left out. */
export async function correctedIn(dirs: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>()
  for (const dir of dirs)
    for (const name of (await readdir(dir)).filter((one) => one.endsWith('.json'))) {
      const { truth, expected } = File.parse(JSON.parse(await readFile(join(dir, name), 'utf8')))
      if (expected && expected.corrected.length > 0) known.set(truth.id, new Set(expected.corrected))
    }
  return known
}

/** Only what became of values that people had to correct. */
export function ofCorrected(outcomes: readonly Outcome[], corrected: ReadonlyMap<string, ReadonlySet<string>>): readonly Outcome[] {
  return outcomes.filter(({ id, path }) => corrected.get(id)?.has(path))
}
