import type { Run } from './runs.ts'

/** Runs of neighbouring rows that form one line, however slightly tilted. `low`..`high`: its rows, both included. */
export interface Bundle {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/** A bundle too thick for a line. `filled`: share of its box that is ink, 0..1. */
export interface Block extends Bundle {
  readonly filled: number
}

interface Growing {
  from: number
  to: number
  low: number
  high: number
  ink: number
  /** Rows of runs at each place would be exact; the ink over the length is enough to tell a line from an area. */
  readonly runs: Run[]
}

const NEXT_PX = 2
const JOIN_PX = 6

/** Sorted by rows, runs that touch those of the row above go together. Thickness is ink over length, so a tilt does not count. */
export function bundles(runs: readonly Run[], thick: number): { readonly lines: readonly Bundle[]; readonly blocks: readonly Block[] } {
  const done: Growing[] = []
  let open: Growing[] = []
  for (const run of runs.toSorted((a, b) => a.across - b.across || a.from - b.from)) {
    open = open.filter((bundle) => run.across - bundle.high <= NEXT_PX)
    const touching = open.filter((b) => run.from <= b.to + JOIN_PX && run.to >= b.from - JOIN_PX)
    const [first, ...others] = touching
    if (!first) {
      const started = { from: run.from, to: run.to, low: run.across, high: run.across, ink: run.to - run.from, runs: [run] }
      open.push(started)
      done.push(started)
      continue
    }
    add(first, run)
    for (const other of others) {
      for (const own of other.runs) add(first, own)
      open.splice(open.indexOf(other), 1)
      done.splice(done.indexOf(other), 1)
    }
  }
  const isLine = (b: Growing) => b.ink / (b.to - b.from) <= thick
  return {
    lines: done.filter(isLine),
    blocks: done.filter((b) => !isLine(b)).map((b) => ({ ...b, filled: b.ink / ((b.to - b.from) * (b.high - b.low + 1)) })),
  }
}

function add(bundle: Growing, run: Run): void {
  bundle.from = Math.min(bundle.from, run.from)
  bundle.to = Math.max(bundle.to, run.to)
  bundle.low = Math.min(bundle.low, run.across)
  bundle.high = Math.max(bundle.high, run.across)
  bundle.ink += run.to - run.from
  bundle.runs.push(run)
}
