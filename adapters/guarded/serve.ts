import { PipelineError } from '../../core/errors.ts'
import type { Answer, GuardedFile } from './protocol.ts'

/**
 * The child's side: answers its parent over IPC, one request at a time, and may be killed at any moment. `unreadable` is what people are told of a file
 * that the libraries give up on.
 */
export function serve<Request extends { readonly file: GuardedFile }>(
  answer: (request: Request, bytes: Uint8Array) => Promise<unknown>,
  unreadable: string,
): void {
  process.on('message', (request: Request) => {
    Promise.resolve()
      .then(() => answer(request, bytesOf(request.file)))
      .then(
        (value) => process.send?.({ ok: true, value } satisfies Answer),
        (error: unknown) => process.send?.(failure(error, unreadable)),
      )
  })
  process.on('disconnect', () => process.exit(0))
}

let held: { readonly key: string; readonly bytes: Uint8Array } | null = null

/** A long file is asked about range by range; sending it each time took longer than reading a range. */
function bytesOf({ key, bytes }: GuardedFile): Uint8Array {
  if (bytes) held = { key, bytes }
  if (held?.key !== key) throw new PipelineError('internal', 'The reading process was asked about a file that it was not given.')
  return held.bytes
}

function failure(error: unknown, unreadable: string): Answer {
  if (error instanceof PipelineError) return { ok: false, code: error.code, message: error.message }
  return { ok: false, code: 'unreadable', message: unreadable }
}
