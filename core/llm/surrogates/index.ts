export { type MaskedLines, maskLines } from './mask-lines.ts'
export type { Digest } from './surrogate-of.ts'
