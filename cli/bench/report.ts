import type { StageUse } from './stage-meter.ts'

/** How a file was read: only XML, with the text layer of its pages, or at least one page by OCR. */
export type Kind = 'xml' | 'text' | 'scan'

export interface Measured {
  readonly kind: Kind
  /** 0 for XML. */
  readonly pages: number
  /** Upload to result. */
  readonly ms: number
  readonly stages: ReadonlyMap<string, StageUse>
}

export interface StageFigures {
  /** Per document. `cpuMs` is a mean, in which the steps of 10 ms vanish; null when documents ran side by side. */
  readonly p50Ms: number
  readonly p95Ms: number
  readonly cpuMs: number | null
  /** Of that stage alone, by its wall time; null for XML, which has no pages. */
  readonly pagesPerSecond: number | null
}

export interface KindFigures {
  readonly documents: number
  readonly pages: number
  readonly whole: StageFigures
  readonly stages: Readonly<Record<string, StageFigures>>
}

/** Figures per kind of file and stage. */
export function figures(measured: readonly Measured[]): Readonly<Partial<Record<Kind, KindFigures>>> {
  return Object.fromEntries([...Map.groupBy(measured, ({ kind }) => kind)].map(([kind, same]) => [kind, figuresOf(same)]))
}

function figuresOf(measured: readonly Measured[]): KindFigures {
  const pages = measured.reduce((sum, one) => sum + one.pages, 0)
  const names = [...new Set(measured.flatMap(({ stages }) => [...stages.keys()]))]
  const whole = measured.map(({ ms, stages }) => ({ ms, cpuMs: total([...stages.values()].map(({ cpuMs }) => cpuMs)) }))
  return {
    documents: measured.length,
    pages,
    whole: stageFigures(whole, pages),
    stages: Object.fromEntries(
      names.map((name) => [
        name,
        stageFigures(
          measured.map(({ stages }) => stages.get(name) ?? { ms: 0, cpuMs: 0 }),
          pages,
        ),
      ]),
    ),
  }
}

function stageFigures(uses: readonly StageUse[], pages: number): StageFigures {
  const sorted = uses.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const ms = total(sorted)!
  const cpuMs = total(uses.map((use) => use.cpuMs))
  return {
    p50Ms: round(percentile(sorted, 0.5)),
    p95Ms: round(percentile(sorted, 0.95)),
    cpuMs: cpuMs === null ? null : round(cpuMs / uses.length),
    pagesPerSecond: pages === 0 || ms === 0 ? null : round(pages / (ms / 1000)),
  }
}

/** Nearest rank: the smallest value that the share of all does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function total(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
