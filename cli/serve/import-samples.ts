import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '../../adapters/db/index.ts'
import { sniff } from '../../adapters/sniff/index.ts'
import type { UiDeps } from '../../ui/deps.ts'

const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url))

/** Brings `samples/<type>/<case>/document.*` in as uploads, so that the first screen shows something. Returns how many. */
export async function importSamples(
  { blobs, documents }: Pick<UiDeps, 'blobs' | 'documents'>,
  owner: { readonly organisationId: string; readonly userId: string },
): Promise<number> {
  const paths = (await readdir(FOLDER, { recursive: true })).filter((path) => /^document\.\w+$/.test(basename(path))).sort()
  for (const path of paths) {
    const documentId = newId()
    const bytes = await readFile(join(FOLDER, path))
    const file = await blobs.put(documentId, bytes, sniff(bytes).mediaType)
    // The case's folder says more than `document.pdf`.
    const fileName = `${basename(dirname(path))}${extname(path)}`
    await documents.accept({ ...owner, documentId, fileName, file, type: 'auto', idempotencyKey: `sample:${path}`.slice(0, 200) })
  }
  return paths.length
}
