import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-node'

const HEIGHT = 2 // of the dimensions batch, channel, row, column

export type Provider = 'cuda' | 'cpu'

/** A loaded model. `run` blocks its thread for the whole inference, whatever its promise suggests: never on the main thread. */
export interface Session {
  /** What really runs, not what was asked for. */
  readonly provider: Provider
  /** Rows of pixels that the model takes; null where it takes any number. */
  readonly heightPx: number | null
  run(input: Float32Array, shape: readonly number[]): Promise<Output>
  close(): Promise<void>
}

export interface Values {
  readonly data: Float32Array
  readonly shape: readonly number[]
}

/** `features`: the model's second output, what it has seen before it decided; null for a model with one output. */
export interface Output extends Values {
  readonly features: Values | null
}

export interface SessionOptions {
  /** In order of preference. */
  readonly providers: readonly Provider[]
  readonly threads: number
  /** Told why a provider was passed over. */
  readonly onRefused?: (provider: Provider, reason: string) => void
}

/**
 * Opens a model with the first provider that works. onnxruntime rejects the whole list when one provider lacks its libraries, so each is
 * tried alone. Throws the last refusal.
 */
export async function openSession(path: string, { providers, threads, onRefused }: SessionOptions): Promise<Session> {
  const { InferenceSession: Sessions, Tensor: Tensors } = await import('onnxruntime-node')
  let refusal: unknown = new Error('No execution provider was given.')
  for (const provider of providers) {
    try {
      if (!isInstalled(provider)) throw new Error(`onnxruntime-node is installed without its ${provider} library`)
      // The arena keeps the largest page's memory for ever and gains nothing (OCR facts §1).
      const session = await Sessions.create(path, {
        executionProviders: [provider],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        enableCpuMemArena: false,
        graphOptimizationLevel: 'all',
        logSeverityLevel: 3,
      })
      return wrap(session, provider, Tensors)
    } catch (error) {
      refusal = error
      onRefused?.(provider, error instanceof Error ? error.message : String(error))
    }
  }
  throw refusal
}

/** Asked first: where the library is absent, onnxruntime writes an error of its own to the terminal. */
function isInstalled(provider: Provider): boolean {
  if (provider === 'cpu') return true
  const home = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'))
  const file = process.platform === 'win32' ? 'onnxruntime_providers_cuda.dll' : 'libonnxruntime_providers_cuda.so'
  return readdirSync(join(home, 'bin')).some((api) => existsSync(join(home, 'bin', api, process.platform, process.arch, file)))
}

function wrap(session: InferenceSession, provider: Provider, Tensors: typeof Tensor): Session {
  const input = session.inputNames[0]!
  const [output, seen] = session.outputNames
  const metadata = session.inputMetadata[0]
  const height = metadata?.isTensor ? metadata.shape[HEIGHT] : undefined
  return {
    provider,
    heightPx: typeof height === 'number' ? height : null,
    async run(data, shape) {
      const results = await session.run({ [input]: new Tensors('float32', data, [...shape]) })
      const values = (name: string): Values => ({ data: results[name]!.data as Float32Array, shape: results[name]!.dims })
      return { ...values(output!), features: seen === undefined ? null : values(seen) }
    },
    close: () => session.release(),
  }
}
