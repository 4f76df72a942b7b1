import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import sharp from 'sharp'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { Truth } from '../core/evaluation/truth.ts'

export interface PageImage {
  readonly kind: string
  readonly language: string
  readonly file: string
  /** The lines that stand on it. */
  readonly lines: readonly string[]
}

export const LONGEST_SIDE_PX = 2339 // A4 at 200 dpi

export interface Wanted {
  readonly kinds: readonly string[]
  /** Parts of file names; an empty one takes all. */
  readonly ids: readonly string[]
}

/** Every page whose lines are known, as an upright PNG: the same image for every engine. */
export async function pageImages(dir: string, out: string, { kinds, ids }: Wanted): Promise<readonly PageImage[]> {
  await mkdir(out, { recursive: true })
  const pdf = createPdfReader({ memoryMb: 1500, timeoutMs: 60_000, maxPages: 500 })
  const images: PageImage[] = []
  try {
    for (const name of (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.truth.json')).sort()) {
      const truth = Truth.parse(JSON.parse(await readFile(join(dir, name), 'utf8')))
      if (!truth.ocr || !kinds.includes(truth.kind) || !ids.some((id) => truth.id.includes(id))) continue
      const bytes = await readFile(join(dir, dirname(name), basename(truth.file)))
      const indices = truth.ocr.pages.map((_, i) => i + 1)
      const pngs = truth.file.endsWith('.pdf')
        ? (await pdf.render(bytes, indices, LONGEST_SIDE_PX)).pages.map(({ png }) => png)
        : [await sharp(bytes).autoOrient().png().toBuffer()]
      for (const [i, page] of truth.ocr.pages.entries()) {
        const png = pngs[i]
        if (!png) throw new Error(`${truth.id}: page ${i + 1} was not drawn`)
        const file = join(out, `${truth.id}-${i + 1}.png`)
        await writeFile(file, png)
        images.push({ kind: truth.kind, language: truth.language ?? 'en', file, lines: page.lines.map(({ text }) => text) })
      }
    }
  } finally {
    await pdf.close()
  }
  return images
}
