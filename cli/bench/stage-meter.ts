import { familyUse } from '../../bench/process-family.ts'
import type { Around } from '../one-shot.ts'

/** What one stage took for one document, summed over its ranges of pages. */
export interface StageUse {
  readonly ms: number
  /** Processor time of this process and all its helpers, in steps of 10 ms; null when documents ran side by side. */
  readonly cpuMs: number | null
}

export interface StageMeter {
  readonly around: Around
  /** Stages of a document in the order of the pipeline. Forgets them. */
  take(documentId: string): ReadonlyMap<string, StageUse>
}

/** `alone`: one document at a time, so that what the process family spends meanwhile is the stage's. */
export function createStageMeter(alone: boolean): StageMeter {
  const uses = new Map<string, Map<string, StageUse>>()
  const cpuMs = () => (alone ? familyUse(process.pid).cpuSeconds * 1000 : null)
  return {
    async around({ documentId }, stage, work) {
      const [cpuBefore, before] = [cpuMs(), performance.now()]
      const done = await work()
      const ms = performance.now() - before
      const cpuAfter = cpuMs()
      const stages = uses.get(documentId) ?? new Map<string, StageUse>()
      uses.set(documentId, stages)
      const known = stages.get(stage) ?? { ms: 0, cpuMs: 0 }
      const spent = cpuBefore === null || cpuAfter === null || known.cpuMs === null ? null : known.cpuMs + cpuAfter - cpuBefore
      stages.set(stage, { ms: known.ms + ms, cpuMs: spent })
      return done
    },
    take(documentId) {
      const stages = uses.get(documentId) ?? new Map()
      uses.delete(documentId)
      return stages
    },
  }
}
