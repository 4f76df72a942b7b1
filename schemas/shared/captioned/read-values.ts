import {
  below,
  type CaptionHit,
  candidate,
  type DocumentText,
  findCaptions,
  pageOf,
  ranked,
  restOfLine,
  rightOf,
  type Span,
} from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { FieldSpec } from '../../define.ts'
import type { Captions } from './captions.ts'
import { valueIn } from './value.ts'

type Hit = CaptionHit<string>

const REACH = 2.2 // line heights to a value under its caption

/** Values that stand beside or under their caption: the rest of its line, else right of it, else below. `skip`: lines that belong to a table. */
export function readValues(
  text: DocumentText,
  captions: Captions,
  fields: readonly FieldSpec[],
  skip: (span: Span) => boolean,
): readonly Candidate[] {
  const all = findCaptions(text, captions.fields).filter((hit) => !skip(hit))
  const hits = all.filter((hit) => !all.some((other) => isFirstWordOf(other, hit, text)))
  return fields.flatMap(({ path, kind }) => {
    const own = hits.filter((hit) => hit.kind === path)
    const found = own.flatMap((hit) => {
      for (const [place, near] of placesOf(hit, hits, text)) {
        const value = valueIn(place, kind, text.locale)
        if (value) return [candidate(path, value.value, [value.span], 0.85 * near * (hit.exact ? 1 : 0.85) * (begins(hit) ? 1 : 0.8))]
      }
      return []
    })
    return ranked(found).slice(0, 4)
  })
}

/** «Подразделение: Отдел снабжения»: right behind a caption of the same field a caption is the value's first word. */
function isFirstWordOf(caption: Hit, hit: Hit, text: DocumentText): boolean {
  if (caption === hit || caption.kind !== hit.kind) return false
  if (caption.line === hit.line) return caption.to <= hit.from && /^[\s:.–—-]*$/u.test(hit.line.text.slice(caption.to, hit.from))
  if (hit.from > 0 || restOfLine(caption) !== null) return false
  return rightOf(caption.line.at, pageOf(caption, text.pages)).find((line) => line !== caption.line) === hit.line
}

/** Where a caption's value may stand, the nearest first, each with how sure that makes it. A place ends at the next caption. */
function placesOf(hit: Hit, hits: readonly Hit[], text: DocumentText): readonly (readonly [Span, number])[] {
  const next = hits.find((other) => other.line === hit.line && other.from >= hit.to)
  const rest = restOfLine(hit, next?.from ?? hit.line.text.length)
  const page = pageOf(hit, text.pages)
  const free = (line: Span['line']) => line !== hit.line && !hits.some((other) => other.line === line && other.from === 0)
  const whole = (line: Span['line']): Span => {
    const to = hits.find((other) => other.line === line)?.from ?? line.text.length
    return { line, from: 0, to }
  }
  const beside = next ? [] : rightOf(hit.line.at, page).filter(free).slice(0, 1)
  const under = below(hit.line.at, page, REACH).filter(free).slice(0, 1)
  return [
    ...(rest ? ([[rest, 1]] as const) : []),
    ...beside.map((line) => [whole(line), 0.95] as const),
    ...under.map((line) => [whole(line), 0.75] as const),
  ]
}

/** A caption begins its line or follows another value; in the middle of a sentence it is a word. */
function begins({ line, from }: Hit): boolean {
  return from === 0 || /[:;,.)\d]\s*$/.test(line.text.slice(0, from))
}
