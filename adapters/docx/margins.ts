import type { Block } from './paragraphs.ts'

/** The parts of a Word document that stand around its text, as paths in the archive: what its sections show and nothing that lies there unused. */
export interface MarginParts {
  readonly headers: readonly string[]
  readonly footers: readonly string[]
  readonly notes: readonly string[]
}

const MOST = 40 // parts; a contract of ten sections has thirty
const PART = /^word\/(?:header|footer)\d*\.xml$/
const NOTES: readonly string[] = ['word/footnotes.xml', 'word/endnotes.xml']

export function isMarginPart(name: string): boolean {
  return PART.test(name) || NOTES.includes(name)
}

/**
 * `body`: document.xml, `relations`: document.xml.rels, `settings`: settings.xml. A header of first pages counts where a section has one of its own, one
 * of even pages where the document tells them apart; Word shows no others.
 */
export function marginParts(body: string, relations: string, settings: string): MarginParts {
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]): [string, string] => [
      attribute(tag, 'Id'),
      `word/${attribute(tag, 'Target').replace(/^\/?(?:word\/)?/, '')}`,
    ]),
  )
  const ownFirst = shown(body, 'w:titlePg')
  const ownEven = shown(settings, 'w:evenAndOddHeaders')
  const referred = (kind: 'header' | 'footer') =>
    [...body.matchAll(new RegExp(`<w:${kind}Reference\\b[^>]*>`, 'g'))]
      .map(([tag]) => ({ type: attribute(tag, 'w:type'), part: targets.get(attribute(tag, 'r:id')) ?? '' }))
      .filter(({ type, part }) => PART.test(part) && (type !== 'first' || ownFirst) && (type !== 'even' || ownEven))
      // What page one shows comes first.
      .toSorted((a, b) => Number(b.type === 'first') - Number(a.type === 'first'))
      .map(({ part }) => part)
  const notes = NOTES.filter((name) => body.includes(name === NOTES[0] ? '<w:footnoteReference' : '<w:endnoteReference'))
  return { headers: once(referred('header')), footers: once(referred('footer')), notes }
}

/** The text with what stands around it, each once: headers on the first page, notes and footers behind the end. */
export function withMargins(
  text: readonly Block[],
  headers: readonly Block[],
  notes: readonly Block[],
  footers: readonly Block[],
): readonly Block[] {
  return [...distinct(headers), ...text, ...notes.map(unbroken), ...distinct(footers)]
}

/** Sections repeat their letterhead in parts of their own. */
function distinct(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>()
  return blocks.map(unbroken).filter((block) => {
    const key = JSON.stringify(block)
    return !seen.has(key) && seen.add(key) !== undefined && !(block.kind === 'paragraph' && block.text === '')
  })
}

function unbroken(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, breakBefore: false } : block
}

function shown(xml: string, name: string): boolean {
  const tag = new RegExp(`<${name}\\b[^>]*>`).exec(xml)?.[0]
  return tag !== undefined && !/w:val\s*=\s*["'](?:0|false|off)["']/.test(tag)
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?<![\\w:])${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''
}

function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, MOST)
}
