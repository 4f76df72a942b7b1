import type { PdfReader } from '../adapters/pdf/index.ts'
import type { Sample } from './create-sample.ts'
import type { Expected } from './expected.ts'
import { createRandom } from './random.ts'
import { scanPage } from './scan.ts'

/** A4 at about 160 dpi: enough to read small print, small enough to keep in a repository. */
const SCAN_LONGEST_PX = 1880

export interface ScannedSample {
  readonly jpeg: Uint8Array
  readonly expected: Expected
}

/** The sample as a scan, its boxes turned with the page; null when it has more than one page, which a JPEG cannot hold. */
export async function scanSample(reader: PdfReader, { pdf, expected }: Sample, seed: string): Promise<ScannedSample | null> {
  if (Object.values(expected.evidence).some(({ page }) => page > 1)) return null
  const { pages } = await reader.render(pdf, [1], SCAN_LONGEST_PX)
  const { png, widthPx, heightPx } = pages[0]!
  const { jpeg, place } = await scanPage(png, widthPx, heightPx, createRandom(`${seed}/scan`))
  const evidence = Object.entries(expected.evidence).map(([path, found]) => {
    const { x0, y0, x1, y1 } = place(found.box)
    return [path, { ...found, box: { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1) } }] as const
  })
  return { jpeg, expected: { ...expected, evidence: Object.fromEntries(evidence) } }
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
