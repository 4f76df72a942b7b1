import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Reading } from '../../core/reading.ts'

/** What was read of files, in a folder. Whoever changes the reading of pages empties it: it knows files, not who read them. */
export interface KeptReadings {
  /** Undefined when these bytes have not been read yet. */
  get(file: string): Promise<Reading | undefined>
  put(file: string, reading: Reading): Promise<void>
}

/** Named by the bytes of the file, so that a changed file never gets the reading of the old one. */
export async function keepReadings(dir: string): Promise<KeptReadings> {
  await mkdir(dir, { recursive: true })
  const placeOf = async (file: string) =>
    join(
      dir,
      `${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}.json`,
    )
  return {
    async get(file) {
      const json = await readFile(await placeOf(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return json === null ? undefined : Reading.parse(JSON.parse(json))
    },
    async put(file, { pages }) {
      // A page that could not be read this time may be read the next.
      if (pages.some(({ error }) => error !== null)) return
      // The pictures lie in the blobs of a document that is gone.
      const reading: Reading = { pages: pages.map((page) => ({ ...page, image: null })) }
      await writeFile(await placeOf(file), JSON.stringify(reading))
    },
  }
}
