import type { Code, Region, Rule } from '../../core/reading.ts'

/** What stands on a page image besides words. Boxes are page fractions. */
export interface Marks {
  readonly codes: readonly Code[]
  /** Drawn lines: the borders of tables. */
  readonly rules: readonly Rule[]
  readonly regions: readonly Region[]
}

/** Looks at page images in a worker thread: nothing here blocks the event loop. Errors: PipelineError `internal` (retryable) when the thread dies. */
export interface PageMarks {
  find(image: Uint8Array): Promise<Marks>
  close(): Promise<void>
}
