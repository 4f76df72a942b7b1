import { SaxesParser } from 'saxes'
import { PipelineError } from '../../core/errors.ts'
import type { Numbering } from './numbering.ts'

/** A paragraph as a reader sees it: its number printed, deleted and hidden text left out. `breakBefore`: it begins a new page. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly centred: boolean
  readonly breakBefore: boolean
}

/** Rows of cells; a cell holds the paragraphs in it. `widths`: shares of the columns as the document gives them, any unit. */
export interface WordTable {
  readonly kind: 'table'
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (readonly Paragraph[])[])[]
}

export type Block = Paragraph | WordTable

export interface Body {
  readonly blocks: readonly Block[]
  /** Somebody's changes are marked and not yet accepted; they are read as if they were. */
  readonly trackedChanges: boolean
  /** Characters that the document hides. */
  readonly hidden: number
}

const MAX_DEPTH = 200
const MAX_CHARACTERS = 5_000_000

interface Draft {
  text: string
  centred: boolean
  breakBefore: boolean
  style: string | null
  list: { id: string | null; level: number }
}

interface OpenTable {
  widths: number[]
  rows: Paragraph[][][]
}

/**
 * The body of `word/document.xml`, read as a stream. Entities and document types are refused; fields that would fetch something are text like any
 * other. A table inside a table is read into the cell it stands in. Errors: `unreadable`, `xml_unsafe`, `too_complex`.
 */
export function readBody(xml: string, numbering: Numbering): Body {
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  const path: string[] = []
  /** A text box stands inside a paragraph and holds paragraphs of its own. */
  const open: Draft[] = []
  let run = { hidden: false, deleted: false }
  let pageBreak = false
  let trackedChanges = false
  let hidden = 0
  let characters = 0
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw new PipelineError('xml_unsafe', 'The Word document declares entities, which no Word writes. Print it to PDF and upload that.')
  })
  parser.on('error', (cause) => {
    throw new PipelineError('unreadable', 'The Word document is damaged. Open it, save it again and upload it.', { cause })
  })

  const add = (text: string) => {
    const paragraph = open.at(-1)
    // What old programs show instead of a drawing says the same again.
    if (!paragraph || run.deleted || path.includes('mc:Fallback')) return
    characters += text.length
    if (characters > MAX_CHARACTERS) throw new PipelineError('too_complex', 'The Word document is too long to be read at once.')
    if (run.hidden) hidden += text.length
    else paragraph.text += text
  }
  const close = (draft: Draft) => {
    const number = numbering.next(draft.list.id, draft.list.level, draft.style)
    const done: Paragraph = {
      kind: 'paragraph',
      text: (number === null ? draft.text : `${number} ${draft.text}`).trim(),
      centred: draft.centred,
      breakBefore: draft.breakBefore,
    }
    const cell = tables[0]?.rows.at(-1)?.at(-1)
    if (cell) cell.push(done)
    else blocks.push(done)
  }

  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.length > MAX_DEPTH)
      throw new PipelineError('too_complex', 'The Word document is nested too deeply. Print it to PDF and upload that.')
    const value = attributes['w:val'] as string | undefined
    const on = value !== '0' && value !== 'false'
    const paragraph = open.at(-1)
    switch (name) {
      case 'w:p':
        open.push({ text: '', centred: false, breakBefore: pageBreak, style: null, list: { id: null, level: 0 } })
        pageBreak = false
        break
      case 'w:pStyle':
        if (paragraph) paragraph.style = value ?? null
        break
      case 'w:jc':
        if (paragraph && value === 'center') paragraph.centred = true
        break
      case 'w:numId':
        if (paragraph) paragraph.list.id = value ?? null
        break
      case 'w:ilvl':
        if (paragraph) paragraph.list.level = Number(value ?? 0)
        break
      case 'w:pageBreakBefore':
        if (paragraph && on) paragraph.breakBefore = true
        break
      case 'w:r':
        run = { hidden: false, deleted: path.includes('w:del') || path.includes('w:moveFrom') }
        trackedChanges ||= run.deleted || path.includes('w:ins') || path.includes('w:moveTo')
        break
      case 'w:vanish':
        if (on && path.at(-2) === 'w:rPr' && path.at(-3) === 'w:r') run.hidden = true
        break
      case 'w:tab':
        if (path.at(-2) === 'w:r') add('  ')
        break
      case 'w:cr':
        add('\n')
        break
      case 'w:noBreakHyphen':
        add('-')
        break
      case 'w:br':
        if (attributes['w:type'] === 'page') pageBreak = breakPage(paragraph)
        else add('\n')
        break
      case 'w:lastRenderedPageBreak':
        pageBreak = breakPage(paragraph)
        break
      case 'w:tbl':
        if (tables.length === 0) tables.push({ widths: [], rows: [] })
        else tables.push(tables[0]!)
        break
      case 'w:gridCol':
        if (tables.length === 1) tables[0]!.widths.push(Number(attributes['w:w'] ?? 1) || 1)
        break
      case 'w:tr':
        if (tables.length === 1) tables[0]!.rows.push([])
        break
      case 'w:tc':
        if (tables.length === 1) tables[0]!.rows.at(-1)?.push([])
        break
    }
  })
  parser.on('text', (text) => {
    if (path.at(-1) === 'w:t') add(text)
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    const paragraph = name === 'w:p' ? open.pop() : undefined
    if (paragraph && !path.includes('mc:Fallback')) close(paragraph)
    if (name !== 'w:tbl') return
    const done = tables.pop()
    if (done && tables.length === 0) blocks.push({ kind: 'table', ...done })
  })
  parser.write(xml).close()
  return { blocks, trackedChanges, hidden }
}

/** A break before any text of a paragraph belongs to it; one behind text, to the next. */
function breakPage(paragraph: Draft | undefined): boolean {
  if (paragraph?.text !== '') return true
  paragraph.breakBefore = true
  return false
}
