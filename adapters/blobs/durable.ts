import { open } from 'node:fs/promises'
import { PipelineError } from '../../core/errors.ts'

/** Makes a rename or a removal in the folder survive a power cut. */
export async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A full disk passes; everything else stays as it is. */
export function typedIoError(error: unknown): never {
  if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    throw new PipelineError(
      'storage_full',
      'There is no space left for documents. Nothing was stored; try again when space has been freed.',
      { retryable: true, cause: error },
    )
  }
  throw error
}
