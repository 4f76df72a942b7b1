/** RFC 6266 with RFC 8187: a plain ASCII name for old clients and the exact one for the rest. Always an attachment. */
export function attachment(name: string): string {
  const leaf = name.replace(/[/\\]/g, '_')
  const ascii = leaf
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["%;]/g, '_')
  const exact = encodeURIComponent(leaf.toWellFormed()).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`
}

/** The name in a `Content-Disposition` header of a raw upload: `filename*` wins over `filename`. */
export function nameFromDisposition(header: string): string | null {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1]
  if (extended) return decoded(extended)
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header)
  return plain ? (plain[1]?.replace(/\\(.)/g, '$1') ?? plain[2] ?? null) : null
}

/** `X-File-Name` travels percent-encoded because headers are Latin-1. A stray % means that the sender did not encode. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
