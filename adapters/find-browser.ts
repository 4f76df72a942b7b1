import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium on this machine: the configured one, else the first on the PATH; null when there is none. */
export async function findBrowser({
  configured,
  path,
}: {
  readonly configured: string | undefined
  readonly path: string | undefined
}): Promise<string | null> {
  const folders = (path ?? '').split(delimiter).filter(Boolean)
  for (const file of [...(configured ? [configured] : []), ...NAMES.flatMap((name) => folders.map((dir) => join(dir, name)))]) {
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return file
  }
  return null
}
