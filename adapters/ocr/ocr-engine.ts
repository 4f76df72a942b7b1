import type { Rule, Word } from '../../core/reading.ts'

/** Reads words and drawn lines from an upright page image. Boxes are page fractions. Errors: PipelineError `timeout` or `internal`, both retryable. */
export interface OcrEngine {
  /** Models, what runs them and versions, as written into results: `tesseract.js 7.0.0 rus+eng`. */
  readonly name: string
  recognise(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly words: readonly Word[]; readonly rules: readonly Rule[] }>
  /** Votes on which way up a page with level lines is: share of upright lines among those that tell. Absent or null: no opinion. */
  voteUpright?(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly upright: number; readonly lines: number } | null>
  close(): Promise<void>
}
