const SHUT = 0
const INSIDE = 1

/**
 * The door to native code, shared by a thread and those who may end it. A thread that is ended while onnxruntime works for it takes the whole
 * process along (`terminate called after throwing an instance of 'Napi::Error'`): the native call comes back to a thread that may run no
 * JavaScript any more. So whoever ends a thread shuts its gate first, and then waits until nothing is inside.
 */
export interface NativeGate {
  /** What another thread makes its end of the same gate from. */
  readonly memory: SharedArrayBuffer
  /** Whether a call is under way. Once the gate is shut and nothing is inside, it stays so. */
  readonly isInside: boolean
  /** Runs the call inside; throws Error where the gate is shut. */
  pass<T>(call: () => Promise<T>): Promise<T>
  /** For good. */
  shut(): void
  /** Blocks this thread until nothing is inside, `mostMs` at most; whether that came true. */
  waitUntilEmpty(mostMs: number): boolean
}

export function createNativeGate(memory: SharedArrayBuffer = new SharedArrayBuffer(8)): NativeGate {
  const cells = new Int32Array(memory)
  const isInside = () => Atomics.load(cells, INSIDE) > 0
  return {
    memory,
    get isInside() {
      return isInside()
    },
    async pass(call) {
      // First in, then the look at the gate: the other order would let it be shut, and found empty, in between.
      Atomics.add(cells, INSIDE, 1)
      try {
        if (Atomics.load(cells, SHUT) === 1) throw new Error('The thread was told to stop.')
        return await call()
      } finally {
        Atomics.sub(cells, INSIDE, 1)
        Atomics.notify(cells, INSIDE)
      }
    },
    shut: () => void Atomics.store(cells, SHUT, 1),
    waitUntilEmpty(mostMs) {
      const until = performance.now() + mostMs
      while (isInside() && performance.now() < until) {
        Atomics.wait(cells, INSIDE, Atomics.load(cells, INSIDE) || -1, until - performance.now())
      }
      return !isInside()
    },
  }
}
