import { access, copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

export interface LanguageData {
  /** Folder with `<language>.traineddata`, plain. */
  readonly dir: string
  readonly languages: readonly string[]
  /** Asked for and not found anywhere, with what to do. */
  readonly missing: readonly string[]
}

const SYSTEM = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
]

/**
 * Gathers the data of all `languages` in one folder, which is what tesseract.js wants. Places, first that has it: the configured folder,
 * the cache, the npm package of the language, the system's tessdata folders. Nothing is downloaded here.
 */
export async function gatherLanguages(
  languages: readonly string[],
  { cacheDir, configuredDir }: { readonly cacheDir: string; readonly configuredDir: string | undefined },
): Promise<LanguageData> {
  const dir = join(cacheDir, 'tessdata')
  await mkdir(dir, { recursive: true })
  const found = await Promise.all(languages.map((language) => gather(language, dir, configuredDir)))
  return { dir, languages: languages.filter((_, i) => found[i]), missing: languages.filter((_, i) => !found[i]) }
}

const CYRILLIC = new Set(['rus', 'ukr', 'bel', 'bul', 'srp', 'mkd', 'kaz'])

/** The languages by script. English goes along with Cyrillic ones: their documents hold Latin words, and it costs 3 % more time. */
export function languageSets(languages: readonly string[]): { readonly latin: readonly string[]; readonly cyrillic: readonly string[] } {
  const latin = languages.filter((l) => !CYRILLIC.has(l))
  const cyrillic = languages.filter((l) => CYRILLIC.has(l))
  return { latin, cyrillic: cyrillic.length > 0 ? [...cyrillic, ...latin.filter((l) => l === 'eng')] : [] }
}

/** Whether a recogniser of Russian lines serves all of the Cyrillic languages: it knows no letters of the others. */
export function isRussianAtMost(languages: readonly string[]): boolean {
  return languages.every((language) => language === 'rus' || !CYRILLIC.has(language))
}

async function gather(language: string, dir: string, configuredDir: string | undefined): Promise<boolean> {
  const target = join(dir, `${language}.traineddata`)
  const own = configuredDir && join(configuredDir, `${language}.traineddata`)
  if (own && (await exists(own))) return place(target, (temporary) => copyFile(own, temporary))
  if (await exists(target)) return true
  const packed = await packedData(language)
  if (packed) return place(target, async (temporary) => writeFile(temporary, await promisify(gunzip)(await readFile(packed))))
  for (const folder of SYSTEM) {
    const file = join(folder, `${language}.traineddata`)
    if (await exists(file)) return place(target, (temporary) => copyFile(file, temporary))
  }
  return false
}

/** Written beside and renamed: two processes may gather at once. */
async function place(target: string, write: (temporary: string) => Promise<unknown>): Promise<boolean> {
  const temporary = `${target}.${process.pid}`
  await write(temporary)
  await rename(temporary, target)
  return true
}

/** The gzipped file inside `@tesseract.js-data/<language>`; the integer model is as good here and three times smaller. */
async function packedData(language: string): Promise<string | null> {
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`))
    const folder = (await readdir(home)).find((name) => name.endsWith('_best_int'))
    return folder ? join(home, folder, `${language}.traineddata.gz`) : null
  } catch {
    return null
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
