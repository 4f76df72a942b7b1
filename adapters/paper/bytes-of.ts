import type { Paper } from '../../core/paper/index.ts'
import { drawPaper } from './draw-paper.ts'

/** The file itself: bytes as they are, a paper drawn. */
export async function bytesOf(written: Uint8Array | Paper): Promise<Uint8Array> {
  return written instanceof Uint8Array ? written : await drawPaper(written)
}
