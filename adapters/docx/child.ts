// The process in which hostile Word documents are unpacked and parsed.
import type { GuardedFile } from '../guarded/protocol.ts'
import { serve } from '../guarded/serve.ts'
import { readWordDocument } from './read-word.ts'

export interface Request {
  readonly file: GuardedFile
  readonly maxPages: number
}

serve(
  ({ maxPages }: Request, bytes) => readWordDocument(Buffer.from(bytes), { maxPages }),
  'The Word document is damaged. Open it, save it again or print it to PDF, and upload that.',
)
