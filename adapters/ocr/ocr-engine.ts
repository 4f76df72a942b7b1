import type { Rule, Word } from '../../core/reading.ts'

/** Reads words and drawn lines from an upright page image. Boxes are page fractions. Errors: PipelineError `timeout` or `internal`, both retryable. */
export interface OcrEngine {
  /** Name and version as written into results: `tesseract.js 7.0.0 rus+eng`. */
  readonly name: string
  recognise(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly words: readonly Word[]; readonly rules: readonly Rule[] }>
  close(): Promise<void>
}
