const MAX_LENGTH = 200
// C0, DEL, C1 and the characters that change the direction of what follows: they make "fdp.exe" read as "exe.pdf".
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * The name a person reads. It is never used as a path. Control and direction characters become visible replacement marks, lone surrogates are
 * repaired, long names keep their ending; everything else stays as sent.
 */
export function displayName(sent: string | undefined | null): string {
  const name = (sent ?? '').toWellFormed().trim().replace(UNSAFE, '\ufffd')
  if (name === '') return 'document'
  const characters = [...name]
  if (characters.length <= MAX_LENGTH) return name
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''
  return `${characters.slice(0, MAX_LENGTH - ending.length - 1).join('')}…${ending}`
}

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
