import { openSession, type Provider } from './session.ts'

/** Whether a model really opens and runs on the provider: null, or its refusal in its own words. Blocks the thread for one small inference. */
export async function tryProvider(provider: Provider, modelPath: string): Promise<string | null> {
  try {
    const session = await openSession(modelPath, { providers: [provider], threads: 1 })
    try {
      // The smallest picture a detector takes: some libraries are missed only by the first run.
      await session.run(new Float32Array(3 * 32 * 32), [1, 3, 32, 32])
      return null
    } finally {
      await session.close()
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
