import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * What Docket's own processes start with, beside what is given: glibc keeps freed memory apart for every thread, and blocks of up to 32 MiB for
 * ever; with reading threads both together were 370 MB for nothing (docs/decisions/0045). Compiled code is kept beside the code, so that only
 * the first start pays for stripping types; where that cannot be written, Node goes without.
 */
export const environmentOf = (given) => ({
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(8 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(16 * 2 ** 20),
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
  ...given,
})
