import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { layOutPage } from '../core/layout/index.ts'
import { createRandom } from '../samples/random.ts'
import { LONGEST_SIDE_PX, type PageImage } from './page-images.ts'
import { photograph } from './photograph.ts'

/** First pages of generated PDFs as photographs; what stands on them is their own text layer. The folder's name is the seed of the picture. */
export async function photoImages(dir: string, out: string): Promise<readonly PageImage[]> {
  await mkdir(out, { recursive: true })
  const pdf = createPdfReader({ memoryMb: 1500, timeoutMs: 60_000, maxPages: 500 })
  const images: PageImage[] = []
  try {
    for (const path of (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.pdf')).sort()) {
      const bytes = await readFile(join(dir, path))
      const text = (await pdf.text(bytes, { first: 1, last: 1 })).pages[0]
      const drawn = (await pdf.render(bytes, [1], LONGEST_SIDE_PX)).pages[0]
      if (!text || !drawn) throw new Error(`${path}: page 1 was not read`)
      const size = { widthPx: drawn.widthPx, heightPx: drawn.heightPx }
      const { lines } = layOutPage({ index: 1, ...size, source: 'text', engine: null, words: text.words, rules: text.rules })
      const file = join(out, `${dirname(path).replaceAll('/', '-')}.jpg`)
      await writeFile(file, await photograph(drawn.png, createRandom(path)))
      images.push({ kind: 'photo', language: languageOf(path), file, lines: lines.map((line) => line.text) })
    }
  } finally {
    await pdf.close()
  }
  return images
}

/** The generator's layouts begin with their language, or with the country of an English one. */
function languageOf(path: string): string {
  return /(?:^|-)(ru|de|fr)-/.exec(path)?.[1] ?? 'en'
}
