import { atomsOf, captionKey, editDistance } from './caption-key.ts'
import type { DocumentText, Span, TextLine } from './document-text.ts'

/** Captions as printed per kind of value; several languages in one list. `weight` 0..1: how sure the caption alone makes the kind. */
export interface CaptionSet<Kind extends string> {
  readonly kind: Kind
  readonly weight: number
  readonly texts: readonly string[]
}

/** A caption found on a page. `exact` false: found with OCR tolerance. */
export interface CaptionHit<Kind extends string> extends Span {
  readonly kind: Kind
  readonly weight: number
  readonly exact: boolean
}

interface Entry<Kind extends string> {
  readonly key: string
  readonly letters: number
  readonly kinds: readonly { readonly kind: Kind; readonly weight: number }[]
}

interface Node<Kind extends string> {
  readonly next: Map<string, Node<Kind>>
  entry: Entry<Kind> | null
}

export interface CaptionIndex<Kind extends string> {
  readonly root: Node<Kind>
  readonly byLength: ReadonlyMap<number, readonly Entry<Kind>[]>
}

const MIN_FUZZY = 6 // letters; shorter captions differ from other words by one letter

export function captionIndex<Kind extends string>(sets: readonly CaptionSet<Kind>[]): CaptionIndex<Kind> {
  const entries = new Map<string, { kind: Kind; weight: number }[]>()
  for (const { kind, weight, texts } of sets) {
    for (const text of texts) {
      const key = captionKey(text)
      const kinds = entries.get(key) ?? []
      if (!kinds.some((k) => k.kind === kind)) entries.set(key, [...kinds, { kind, weight }])
    }
  }
  const root: Node<Kind> = { next: new Map(), entry: null }
  const byLength = new Map<number, Entry<Kind>[]>()
  for (const [key, kinds] of entries) {
    let node = root
    for (const c of key) {
      const next: Node<Kind> = node.next.get(c) ?? { next: new Map(), entry: null }
      node.next.set(c, next)
      node = next
    }
    node.entry = { key, letters: lettersOf(key), kinds }
    byLength.set(key.length, [...(byLength.get(key.length) ?? []), node.entry])
  }
  return { root, byLength }
}

/** All captions of a document, longest first at each place, not overlapping. A caption with several kinds gives one hit per kind. */
export function findCaptions<Kind extends string>(text: DocumentText, index: CaptionIndex<Kind>): readonly CaptionHit<Kind>[] {
  return text.lines.flatMap((line) => captionsOfLine(line, index))
}

export function captionsOfLine<Kind extends string>(line: TextLine, index: CaptionIndex<Kind>): readonly CaptionHit<Kind>[] {
  const found = exactHits(line, index)
  if (line.source === 'ocr') found.push(...fuzzyHits(line, index, found))
  const kept: { from: number; to: number; entry: Entry<Kind>; exact: boolean }[] = []
  for (const hit of found.sort((a, b) => b.entry.key.length - a.entry.key.length))
    if (!kept.some((k) => k.from < hit.to && k.to > hit.from)) kept.push(hit)
  return kept
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, entry, exact }) =>
      entry.kinds.map(({ kind, weight }) => ({ line, from, to, kind, weight: exact ? weight : weight * 0.9, exact })),
    )
}

interface RawHit<Kind extends string> {
  readonly from: number
  readonly to: number
  readonly entry: Entry<Kind>
  readonly exact: boolean
}

function exactHits<Kind extends string>(line: TextLine, index: CaptionIndex<Kind>): RawHit<Kind>[] {
  const { text } = line
  const atoms = atomsOf(text)
  const hits: RawHit<Kind>[] = []
  for (let start = 0; start < atoms.length; start++) {
    if (!startsWord(text, atoms[start]!.at)) continue
    let node = index.root
    let best: RawHit<Kind> | null = null
    for (let i = start; i < atoms.length; i++) {
      const next = node.next.get(atoms[i]!.c)
      if (!next || (i > start && broken(text, atoms[i - 1]!.at, atoms[i]!.at))) break
      node = next
      const to = atoms[i]!.at + 1
      if (node.entry && endsWord(text, to) && atoms[i + 1]?.at !== atoms[i]!.at && !opensId(text, atoms[start]!.at, to))
        best = { from: atoms[start]!.at, to, entry: node.entry, exact: true }
    }
    if (best) hits.push(best)
  }
  return hits
}

/** A colon or a longer gap in print is the end of a caption. */
function broken(text: string, from: number, to: number): boolean {
  if (to - from <= 1) return false
  const between = text.slice(from + 1, to)
  // "… Placeholder Bank, Account: 00 …": behind a comma a capital begins something new.
  return to - from > 5 || /[:;]/.test(between) || (/^,\s/.test(between) && /\p{Ll}/u.test(text[from]!) && /\p{Lu}/u.test(text[to]!))
}

/** "PO-66151", "RE-2026-17": a short mark joined to digits is the beginning of an id. */
function opensId(text: string, from: number, to: number): boolean {
  return to - from <= 4 && /^[-/_]\d/.test(text.slice(to))
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)
}

function endsWord(text: string, to: number): boolean {
  return (
    to >= text.length ||
    !/[\p{L}\p{N}]/u.test(text[to]!) ||
    (/\d/.test(text[to]!) && /(?:n[ro°º]\.?|№|#|nummer|number|номер)$/iu.test(text.slice(0, to)))
  )
}

/** OCR tolerance: whole words whose joined key is within one edit per six letters of a caption. */
function fuzzyHits<Kind extends string>(
  line: TextLine,
  index: CaptionIndex<Kind>,
  exact: readonly RawHit<Kind>[],
): readonly RawHit<Kind>[] {
  const hits: RawHit<Kind>[] = []
  line.words.forEach((first, i) => {
    for (let j = i; j < Math.min(line.words.length, i + 5); j++) {
      const last = line.words[j]!
      if (exact.some((h) => h.from <= first.from && h.to >= last.to - 2)) continue
      const key = captionKey(line.text.slice(first.from, last.to))
      if (key.length < MIN_FUZZY - 1 || key.length > 40) continue
      const entry = nearest(key, index)
      if (entry) hits.push({ from: first.from, to: last.to, entry, exact: false })
    }
  })
  return hits
}

function nearest<Kind extends string>(key: string, index: CaptionIndex<Kind>): Entry<Kind> | null {
  const letters = lettersOf(key)
  let best: Entry<Kind> | null = null
  let bestDistance = 4
  for (let length = key.length - 3; length <= key.length + 3; length++) {
    if (length < MIN_FUZZY) continue
    const limit = Math.min(3, Math.floor(length / 6), bestDistance - 1)
    for (const entry of index.byLength.get(length) ?? []) {
      // An edit takes away or brings one letter at most, so most captions are told apart without looking at their order.
      if (bits(letters & ~entry.letters) > limit || bits(entry.letters & ~letters) > limit) continue
      const distance = editDistance(key, entry.key, limit)
      if (distance <= limit && distance < bestDistance) {
        best = entry
        bestDistance = distance
      }
    }
  }
  return best
}

/** Which letters a key has, as a set of 32 classes. */
function lettersOf(key: string): number {
  let letters = 0
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) & 31)
  return letters
}

/** Ones in 32 bits. Source: Warren, Hacker's Delight, figure 5-2. */
function bits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
