import { PipelineError } from '../../core/errors.ts'
import { readArchive } from './archive.ts'
import { layOut } from './lay-out.ts'
import { isMarginPart, marginParts, withMargins } from './margins.ts'
import { readNumbering } from './numbering.ts'
import { type Body, readBody } from './paragraphs.ts'
import type { WordDocument } from './word-reader.ts'

const BODY = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
const SETTINGS = 'word/settings.xml'
const RELATIONS = ['word/_rels/document.xml.rels', 'word/_rels/settings.xml.rels']
const ACTIVE = /^word\/(?:vbaProject\.bin|vbaData\.xml|activeX\/|embeddings\/)/
const HIDDEN_LEAST = 20 // characters; Word itself hides field marks

/**
 * A Word document (.docx) as pages of words; it runs in the guarded process. Pages are our own
 * (docs/decisions/0044-contracts.md); headers, footers and notes stand on them once. Errors: `unreadable`, `unsupported_type` (another Office file), `unsupported_encryption`, `archive_unsafe`, `too_complex`, `too_many_pages`, `xml_unsafe`.
 */
export async function readWordDocument(bytes: Buffer, { maxPages }: { readonly maxPages: number }): Promise<WordDocument> {
  const own = [BODY, NUMBERING, STYLES, SETTINGS, ...RELATIONS]
  const { names, files } = await readArchive(bytes, (name) => own.includes(name) || isMarginPart(name))
  const body = files.get(BODY)
  if (!body)
    throw new PipelineError(
      'unsupported_type',
      'The file is an Office document or archive, but no Word document (.docx). Print it to PDF and upload that.',
    )
  const textOf = (name: string) =>
    files
      .get(name)
      ?.toString('utf8')
      .replace(/^\ufeff/, '') ?? ''
  const numbering = readNumbering(files.get(NUMBERING), files.get(STYLES))
  const text = readBody(textOf(BODY), numbering)
  const around = marginParts(textOf(BODY), textOf(RELATIONS[0]!), textOf(SETTINGS))
  const read = (parts: readonly string[]) => parts.filter((name) => files.has(name)).map((name) => readBody(textOf(name), numbering))
  const [headers, notes, footers] = [read(around.headers), read(around.notes), read(around.footers)]
  const all = [text, ...headers, ...notes, ...footers]
  const blocksOf = (parts: readonly Body[]) => parts.flatMap(({ blocks }) => blocks)
  const pages = layOut(withMargins(text.blocks, blocksOf(headers), blocksOf(notes), blocksOf(footers)))
  if (pages.length > maxPages)
    throw new PipelineError(
      'too_many_pages',
      `The document has ${pages.length} pages, the limit is ${maxPages}. Split it and upload the parts.`,
    )
  return {
    pages,
    activeContent: names.some((name) => ACTIVE.test(name)),
    external: RELATIONS.some((name) => fetches(files.get(name)?.toString('utf8') ?? '')),
    trackedChanges: all.some(({ trackedChanges }) => trackedChanges),
    hidden: all.reduce((sum, { hidden }) => sum + hidden, 0) >= HIDDEN_LEAST,
  }
}

/** Links that a reader clicks are harmless; everything else that lies outside is fetched on opening. */
function fetches(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([tag]) => /TargetMode\s*=\s*["']External/i.test(tag) && !/\/hyperlink["']/i.test(tag),
  )
}
