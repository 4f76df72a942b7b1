import type { PostalAddress } from '../../../../core/candidates/index.ts'
import { type Span, type TextLine, textOf, wholeLine } from '../../../../core/extraction/labels/index.ts'

/** A firm or person as printed: name and address with their places. */
export interface PartyText {
  readonly name: Span | null
  /** Further lines of the name. */
  readonly nameMore: readonly Span[]
  readonly address: PostalAddress | null
  readonly addressSpans: readonly Span[]
  readonly lines: readonly TextLine[]
}

/** What stands before the name of the person to read a letter. */
export const ATTENTION =
  /^(?:attn\.?|att\.|z\.\s?hd\.?(?:\s?v\.)?|t\.a\.v\.|c\/o|attention|à l'attention de|zu händen|контактное лицо)\s*:?\s*/iu

/** «… SAS au capital de 10 000 €», "GmbH, Geschäftsführer: …": what a foot adds behind the legal form. */
const APPENDIX = /\s+(?:au capital|capital social|mit Sitz|Sitz:?|Geschäftsführer|Registered|RCS)(?!\p{L}).*$/iu

/** The name alone, without whose attention is asked for before it and without what a foot adds behind it. */
export function withoutAttention(span: Span): Span {
  const lead = ATTENTION.exec(textOf(span))?.[0].length ?? 0
  const appendix = APPENDIX.exec(textOf(span))?.[0].length ?? 0
  const end = appendix || (/[\s,;:|]+$/.exec(textOf(span))?.[0].length ?? 0)
  return { ...span, from: span.from + lead, to: span.to - end }
}

export function wholeLines(lines: readonly TextLine[]): readonly Span[] {
  return lines.map(wholeLine)
}
