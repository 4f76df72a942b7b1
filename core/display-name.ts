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
