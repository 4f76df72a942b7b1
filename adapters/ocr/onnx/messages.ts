import type { OcrModels } from '../../models/model-files.ts'
import type { PageText } from './page-reader.ts'
import type { Provider } from './session.ts'
import type { LineWord } from './tesseract-lines.ts'

/** What a reading process is started with, as JSON in its first argument. */
export interface ReadingSetup {
  readonly models: OcrModels
  readonly providers: readonly Provider[]
  /** Someone in the parent reads single lines (`readLine` messages). */
  readonly hasLineReader: boolean
}

export type ToChild =
  | { readonly kind: 'read'; readonly image: Uint8Array }
  | { readonly kind: 'vote'; readonly image: Uint8Array }
  | { readonly kind: 'line'; readonly id: number; readonly words: readonly LineWord[] }
  | { readonly kind: 'lineFailed'; readonly id: number; readonly message: string }

export type FromChild =
  | {
      readonly kind: 'ready'
      readonly provider: Provider
      readonly refused: readonly { readonly provider: Provider; readonly reason: string }[]
    }
  | { readonly kind: 'page'; readonly text: PageText }
  | { readonly kind: 'votes'; readonly upright: number; readonly lines: number }
  | { readonly kind: 'readLine'; readonly id: number; readonly pgm: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
