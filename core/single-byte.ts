/** Character sets of one byte per character that accounting formats prescribe. */
export type SingleByteCharset = 'windows-1251' | 'windows-1252'

export interface Encoded {
  readonly bytes: Uint8Array
  /** Characters that the set does not have and that no plain letter stands for; each became a question mark. */
  readonly lost: readonly string[]
}

const TABLES = new Map<SingleByteCharset, ReadonlyMap<string, number>>()

/** Text in the character set. A letter with an accent that the set lacks becomes its plain letter («é» → «e»); «₽» → «руб.» where there are Cyrillic letters. */
export function encodeSingleByte(text: string, charset: SingleByteCharset): Encoded {
  const table = tableOf(charset)
  const lost: string[] = []
  const bytes = [...text.normalize('NFC')].flatMap((character) => {
    const own = table.get(character)
    if (own !== undefined) return [own]
    const plain = REPLACED[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
    const other = [...plain].map((one) => table.get(one))
    if (plain !== '' && !STRUCTURE.test(plain) && other.every((byte) => byte !== undefined)) return other as number[]
    lost.push(character)
    return [0x3f]
  })
  return { bytes: Uint8Array.from(bytes), lost }
}

// A wide «＜» or «＂» must not come out as the real one: it was escaped, or judged harmless, as what it is.
const STRUCTURE = /[<>&"';=+@|\p{Cc}]/u

/** Whether the set has this very character: formats with an escape of their own (XML) lose nothing and need no stand-in. */
export function inCharset(character: string, charset: SingleByteCharset): boolean {
  return tableOf(charset).has(character)
}

const REPLACED: Readonly<Record<string, string>> = { '₽': 'руб.', '−': '-', '\u202f': ' ', '\u2009': ' ' }

function tableOf(charset: SingleByteCharset): ReadonlyMap<string, number> {
  const known = TABLES.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset)
  const all = Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const)
  // Bytes that stand for nothing are decoded as control characters, and other programs refuse them.
  const table = new Map(all.filter(([character, byte]) => byte < 0x80 || !/\p{Cc}/u.test(character)))
  TABLES.set(charset, table)
  return table
}
