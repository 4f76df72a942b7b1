import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Reading } from '../../core/reading.ts'
import { documentClasses } from '../../schemas/registry.ts'

/** The read documents of a folder, each with its kind of paper; what is of a kind that the product does not tell apart is left out. */
export async function correctedPapers(dir: string): Promise<readonly { readonly className: string; readonly reading: Reading }[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()
  const papers = await Promise.all(
    names.map(async (name) => {
      const { truth, reading } = JSON.parse(await readFile(join(dir, name), 'utf8'))
      return { className: String(truth.document_class), reading: Reading.parse(reading) }
    }),
  )
  return papers.filter(({ className }) => documentClasses.some(({ name }) => name === className))
}
