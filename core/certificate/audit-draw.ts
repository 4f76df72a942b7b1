/** Share of accepted documents that a person judges blindly; below 5 % a certificate that has gone bad is noticed too late. */
export const AUDIT_SHARE = 0.05

/**
 * Where a document falls in the draw, 0..1, from a SHA-256 of the certificate's secret seed and the document's id (64 hex digits). The same for
 * every attempt, not to be foreseen by an uploader, and open to anyone who later wants to recompute it.
 */
export function drawOf(sha256: string): number {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('The draw needs a SHA-256 in hex.')
  return Number.parseInt(sha256.slice(0, 13), 16) / 2 ** 52
}

export function isAudited(draw: number, share: number): boolean {
  return draw < share
}
