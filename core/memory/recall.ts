import { indexPrinted, type PrintedIndex } from '../extraction/ground.ts'
import {
  below,
  captionKey,
  certainty,
  type DocumentText,
  documentText,
  evidenceOf,
  pageOf,
  rightOf,
  type Span,
  type TextLine,
  textOf,
  wholeLine,
} from '../extraction/labels/index.ts'
import { findValue } from '../extraction/value-in.ts'
import type { Candidate } from '../field.ts'
import { overlap } from '../geometry.ts'
import type { Reading } from '../reading.ts'
import type { Lesson } from './lesson.ts'

/** How sure the way a value was found makes it; orders candidates, no probability. */
const BY_TEXT = 0.95
const BY_CAPTION = 0.9
const BY_PLACE = 0.6
const DRIFT = 0.03 // page fractions that a value may move and still stand in its place
const REACH = 2.5 // line heights under a caption

/**
 * Candidates that the lessons of earlier documents of the same supplier point at. Nothing is remembered without being printed: a supplier's own
 * data (`constant`) must stand on this document too, everything else is read anew beside the same caption or in the same place.
 * @param lessons newest first; of one path the newest decides where two lead to different values
 */
export function recallCandidates(reading: Reading, lessons: readonly Lesson[], constant: (path: string) => boolean): readonly Candidate[] {
  if (lessons.length === 0) return []
  const text = documentText(reading)
  const printed = indexPrinted(reading)
  const seen = new Set<string>()
  return lessons.flatMap((lesson): readonly Candidate[] => {
    if (seen.has(lesson.path)) return []
    const found = constant(lesson.path) ? printedAgain(lesson, printed, reading) : readAnew(lesson, text)
    if (!found) return []
    seen.add(lesson.path)
    return [{ path: lesson.path, extractor: lesson.corrected ? 'correction' : 'memory', ...found }]
  })
}

type Found = Pick<Candidate, 'value' | 'raw' | 'source' | 'score' | 'evidence'>

function printedAgain({ value }: Lesson, printed: PrintedIndex, { pages }: Reading): Found | null {
  const place = typeof value === 'string' ? printed.find(value) : null
  if (!place) return null
  const scanned = pages.find(({ index }) => index === place.page)?.source === 'ocr'
  return { value, raw: place.text, source: scanned ? 'ocr' : 'text', score: BY_TEXT, evidence: [place] }
}

function readAnew(lesson: Lesson, text: DocumentText): Found | null {
  for (const { span, score } of places(lesson, text)) {
    const value = findValue(span, lesson.kind, lesson.notation ?? text.locale)
    if (!value) continue
    const evidence = evidenceOf(value.span)
    return {
      value: value.value,
      raw: textOf(value.span),
      source: span.line.source,
      score: score * (0.7 + 0.3 * certainty(value.span)),
      evidence: [evidence],
    }
  }
  return null
}

/** Where to look, best first: beside every print of the caption (the one nearest to the old place first), then the old place itself. */
function places(lesson: Lesson, text: DocumentText): readonly { readonly span: Span; readonly score: number }[] {
  const captioned = lesson.caption === null ? [] : text.lines.flatMap((line) => captionIn(line, lesson.caption!))
  const beside = captioned
    .toSorted((a, b) => distance(a.line, lesson) - distance(b.line, lesson))
    .flatMap((caption) => nextTo(caption, lesson, text))
    .map((span) => ({ span, score: BY_CAPTION }))
  return [...beside, ...inPlace(lesson, text).map((span) => ({ span, score: BY_PLACE }))]
}

/** The caption as whole words of a line. */
function captionIn(line: TextLine, key: string): readonly Span[] {
  for (let first = 0; first < line.words.length; first++) {
    let joined = ''
    for (let last = first; last < line.words.length && key.startsWith(joined); last++) {
      joined += captionKey(line.words[last]!.word.text)
      if (joined === key) return [{ line, from: line.words[first]!.from, to: line.words[last]!.to }]
    }
  }
  return []
}

function nextTo(caption: Span, { relation }: Lesson, text: DocumentText): readonly Span[] {
  const { line } = caption
  const page = pageOf(caption, text.pages)
  if (relation === 'above')
    return below(line.at, page, REACH)
      .filter((other) => other !== line)
      .slice(0, 1)
      .map(wholeLine)
  const rest = line.text.slice(caption.to).trim() === '' ? [] : [{ line, from: caption.to, to: line.text.length }]
  return rest.length > 0
    ? rest
    : rightOf(line.at, page)
        .filter((other) => other !== line)
        .slice(0, 1)
        .map(wholeLine)
}

function inPlace({ page, box }: Lesson, text: DocumentText): readonly Span[] {
  return text.lines
    .filter((line) => line.page === page)
    .flatMap((line) => {
      const words = line.words.filter(({ word }) => {
        const near = Math.abs((word.box.y0 + word.box.y1) / 2 - (box.y0 + box.y1) / 2) < DRIFT / 2
        return near && overlap(word.box.x0, word.box.x1, box.x0 - DRIFT, box.x1 + DRIFT) > 0.5 * (word.box.x1 - word.box.x0)
      })
      const [first, last] = [words[0], words.at(-1)]
      return first && last ? [{ line, from: first.from, to: last.to }] : []
    })
}

function distance(line: TextLine, { page, box }: Lesson): number {
  const [first] = line.words
  if (!first) return Number.POSITIVE_INFINITY
  return Math.abs(line.page - page) + Math.hypot(first.word.box.x0 - box.x0, first.word.box.y0 - box.y0)
}
