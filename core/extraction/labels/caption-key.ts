/** One folded character of a text and the place it came from. */
export interface Atom {
  readonly c: string
  readonly at: number
}

const FOLD: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  '№': 'no',
  '°': 'o',
  º: 'o',
  ё: 'е',
  ﬁ: 'fi',
  ﬂ: 'fl',
}

/**
 * Letters, digits, `#` and `%` of a text, lower case, without accents, spaces and punctuation: "Rechnungs-Nr.:", "RechnungsNr" and
 * "Rechnungs Nr" are one key. `№` and `n°` become `no`.
 */
export function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = []
  for (let at = 0; at < text.length; at++) {
    const lower = text[at]!.toLowerCase()
    if (lower >= 'a' && lower <= 'z') {
      atoms.push({ c: lower, at })
      continue
    }
    const folded = FOLD[lower] ?? (lower === 'й' ? 'и' : lower.normalize('NFKD').replace(/\p{M}/gu, ''))
    for (const c of folded) if (/[\p{L}\p{N}#%]/u.test(c)) atoms.push({ c, at })
  }
  return atoms
}

export function captionKey(text: string): string {
  return atomsOf(text)
    .map((a) => a.c)
    .join('')
}

/** Edits between two keys, or `limit + 1` when there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  if (limit === 0) return a === b ? 0 : 1
  let previous = new Uint8Array(b.length + 1)
  let row = new Uint8Array(b.length + 1)
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1))
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    const spare = previous
    previous = row
    row = spare
  }
  return previous[b.length]!
}
