import { PipelineError } from '../../core/errors.ts'
import { readArchive } from './archive.ts'
import { layOut } from './lay-out.ts'
import { readNumbering } from './numbering.ts'
import { readBody } from './paragraphs.ts'
import type { WordDocument } from './word-reader.ts'

const BODY = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
const RELATIONS = ['word/_rels/document.xml.rels', 'word/_rels/settings.xml.rels']
const ACTIVE = /^word\/(?:vbaProject\.bin|vbaData\.xml|activeX\/|embeddings\/)/
const HIDDEN_LEAST = 20 // characters; Word itself hides field marks

/**
 * A Word document (.docx) as pages of words; it runs in the guarded process. Pages are our own (docs/decisions/0044-contracts.md). Headers, footers, footnotes and text boxes are not
 * read. Errors: `unreadable`, `unsupported_type` (another Office file), `unsupported_encryption`, `archive_unsafe`, `too_complex`, `too_many_pages`, `xml_unsafe`.
 */
export async function readWordDocument(bytes: Buffer, { maxPages }: { readonly maxPages: number }): Promise<WordDocument> {
  const { names, files } = await readArchive(bytes, [BODY, NUMBERING, STYLES, ...RELATIONS])
  const body = files.get(BODY)
  if (!body)
    throw new PipelineError(
      'unsupported_type',
      'The file is an Office document or archive, but no Word document (.docx). Print it to PDF and upload that.',
    )
  const { blocks, trackedChanges, hidden } = readBody(
    body.toString('utf8').replace(/^\ufeff/, ''),
    readNumbering(files.get(NUMBERING), files.get(STYLES)),
  )
  const pages = layOut(blocks)
  if (pages.length > maxPages)
    throw new PipelineError(
      'too_many_pages',
      `The document has ${pages.length} pages, the limit is ${maxPages}. Split it and upload the parts.`,
    )
  return {
    pages,
    activeContent: names.some((name) => ACTIVE.test(name)),
    external: RELATIONS.some((name) => fetches(files.get(name)?.toString('utf8') ?? '')),
    trackedChanges,
    hidden: hidden >= HIDDEN_LEAST,
  }
}

/** Links that a reader clicks are harmless; everything else that lies outside is fetched on opening. */
function fetches(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([tag]) => /TargetMode\s*=\s*["']External/i.test(tag) && !/\/hyperlink["']/i.test(tag),
  )
}
