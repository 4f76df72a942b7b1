import { z } from 'zod'

/** Content address of bytes in the blob store. Bytes travel between stages only as this. `sha256` is 64 lower-case hex digits of the plain bytes. */
export const BlobRef = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0), mediaType: z.string() }).readonly()
export type BlobRef = z.infer<typeof BlobRef>
