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
    if (plain !== '' && other.every((byte) => byte !== undefined)) return other as number[]
    lost.push(character)
    return [0x3f]
  })
  return { bytes: Uint8Array.from(bytes), lost }
}

const REPLACED: Readonly<Record<string, string>> = { '₽': 'руб.', '−': '-', '\u202f': ' ', '\u2009': ' ' }

function tableOf(charset: SingleByteCharset): ReadonlyMap<string, number> {
  const known = TABLES.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
  TABLES.set(charset, table)
  return table
}
