import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { type Cut, InspectedFile } from '../../core/cut.ts'
import { PipelineError } from '../../core/errors.ts'
import type { Part } from '../../core/result.ts'
import type { Recut } from '../../core/splitting/index.ts'
import type { DocumentInput, Inspection, PageRange } from '../../core/stages.ts'
import type { Database, Tx } from './database.ts'
import { DocumentRow } from './document-row.ts'
import { appendEvent, json, lockJournal } from './events.ts'
import { newId } from './ids.ts'
import { addStart, startOf } from './outbox.ts'
import { sql } from './sql.ts'

export interface RecutOrder extends Recut {
  readonly fileId: string
  readonly actor: string
  /** Every document of the file as the person saw it: id → version. */
  readonly seen: ReadonlyMap<string, number>
  /** Reading of the whole file, in the blobs of `fileId`. */
  readonly reading: BlobRef
  /** Of documents that somebody has corrected: what stays in force, in the document's own blobs, and whether it is anything. */
  readonly corrections: ReadonlyMap<string, { readonly ref: BlobRef; readonly empty: boolean }>
}

const READING = ['reading', 'One of the documents is being read. Try again when it waits for a person.'] as const
const FIXED: Partial<Readonly<Record<DocumentRow['status'], readonly [why: string, message: string]>>> = {
  approved: ['approved', 'One of the documents is approved: its pages stay with it.'],
  received: READING,
  processing: READING,
}

/** Every document of a file that has pages, in their order; one row for a file that is one document. */
export function partsOfFile(tx: Tx, fileId: string): Promise<readonly DocumentRow[]> {
  return tx.rows(
    DocumentRow,
    sql`select * from documents where id = ${fileId} or (part_of = ${fileId} and last_page >= first_page) order by part_of is not null, first_page`,
  )
}

/** Cuts the file into `parts`, of which the first stays with the uploaded document. Once per file: a file that is cut already stays as it is. */
export async function splitOff(
  db: Database,
  document: DocumentInput,
  inspection: Inspection,
  reading: BlobRef,
  parts: readonly Part[],
): Promise<void> {
  const { organisationId, documentId } = document
  await db.transaction(organisationId, async (tx) => {
    await lockJournal(tx, organisationId)
    const file = await tx.row(DocumentRow, sql`select * from documents where id = ${documentId} for update`)
    if (!file) throw new PipelineError('not_found', 'The document is gone.')
    const [first, ...later] = parts
    if (!first || (await readBefore(tx, documentId))) return
    await tx.run(sql`
      insert into file_cuts (file_id, organisation_id, reading, inspection)
      values (${documentId}, ${organisationId}, ${json(reading)}, ${json(inspection)})`)
    await setPages(tx, documentId, { first: first.firstPage, last: first.lastPage })
    const ranges = parts.map(({ firstPage, lastPage }) => ({ first: firstPage, last: lastPage }))
    await writeLine(tx, file, { key: `run${document.run}:file_cut`, kind: 'file_cut', actor: 'system', message: wordsOf(ranges) })
    for (const { firstPage, lastPage } of later) await addPart(tx, file, document, { first: firstPage, last: lastPage }, 'system')
  })
}

/**
 * Carries out a person's cut in one transaction: documents with other pages start a run of their own, new ones are started, those without pages end.
 * Errors: `conflict` when somebody changed or works on one of them meanwhile, or when one of those to change is approved or being read.
 */
export async function recut(db: Database, organisationId: string, order: RecutOrder): Promise<void> {
  const { fileId, seen, changed, added, gone, actor } = order
  await db.transaction(organisationId, async (tx) => {
    await lockJournal(tx, organisationId)
    const rows = await tx.rows(DocumentRow, sql`select * from documents where id = ${fileId} or part_of = ${fileId} order by id for update`)
    const file = rows.find(({ id }) => id === fileId)
    const live = rows.filter(({ partOf, pages }) => partOf === null || (pages && pages.last >= pages.first))
    if (!file || live.length !== seen.size || live.some(({ id, version }) => seen.get(id) !== version)) throw changedMeanwhile()
    const touched = live.filter(({ id }) => gone.includes(id) || changed.some((part) => part.id === id))
    await requireOpen(tx, touched, actor)
    const start = await startOf(tx, fileId, file.run)
    if (!start) throw new PipelineError('conflict', 'Nothing is known of how this file was read. Upload it again.')
    await tx.run(sql`
      insert into file_cuts (file_id, organisation_id, reading, inspection) values (${fileId}, ${organisationId}, ${json(order.reading)}, null)
      on conflict (file_id) do nothing`)
    for (const row of touched) await restart(tx, row, order)
    for (const range of added) await addPart(tx, file, start, range, actor)
  })
}

/** With which pages a document is to be read anew; null where it is its whole file. */
export async function cutOf(tx: Tx, row: DocumentRow, corrections: BlobRef | null = null): Promise<Cut | null> {
  const fileId = row.partOf ?? row.id
  const read = row.pages && (await readBefore(tx, fileId))
  return read && row.pages ? { fileId, ...read, ...row.pages, corrections } : null
}

function readBefore(tx: Tx, fileId: string) {
  return tx.row(
    z.object({ reading: BlobRef, inspection: InspectedFile.nullable() }),
    sql`select reading, inspection from file_cuts where file_id = ${fileId}`,
  )
}

/** Nobody's work is taken from under their hands, and what is approved stays what it was when it was approved. */
async function requireOpen(tx: Tx, rows: readonly DocumentRow[], actor: string): Promise<void> {
  const fixed = rows.map(({ status }) => FIXED[status]).find((said) => said !== undefined)
  if (fixed) throw new PipelineError('conflict', fixed[1], { details: { why: fixed[0] } })
  const ids = rows.map(({ id }) => id)
  const busy = await tx.row(
    z.object({}),
    sql`select from documents d where d.id = any(${ids}::text[]) and
          (exists (select from review_claims c where c.document_id = d.id and c.user_id <> ${actor} and c.until > now())
           or exists (select from records r where r.document_id = d.id and r.run = d.run)) limit 1`,
  )
  if (busy) throw new PipelineError('conflict', 'A colleague works on one of the documents. Try again later.')
}

async function restart(tx: Tx, row: DocumentRow, order: RecutOrder): Promise<void> {
  const { actor, changed, corrections } = order
  const pages = changed.find(({ id }) => id === row.id) ?? { first: row.pages?.first ?? 1, last: (row.pages?.first ?? 1) - 1 }
  const before = await startOf(tx, row.id, row.run)
  if (!before) throw new PipelineError('conflict', 'Nothing is known of how this document was read. Upload its file again.')
  const run = row.run + 1
  await setPages(tx, row.id, pages)
  await tx.run(sql`
    update documents set status = 'processing', version = version + 1, run = ${run}, reason = null, pages_done = null, pages_total = null, updated_at = now()
    where id = ${row.id}`)
  await tx.run(sql`delete from queue_entries where document_id = ${row.id}`)
  const now = { ...row, version: row.version + 1, run, status: 'processing' as const }
  await writeLine(tx, now, { key: `run${run}:pages_moved`, kind: 'pages_moved', actor, message: wordsOf([pages]) })
  const kept = corrections.get(row.id)
  // The latest review says what is corrected: from here on it is this.
  if (kept)
    await tx.run(sql`
      insert into reviews (id, organisation_id, document_id, actor, kind, corrections, result, reason, created_at)
      values (${newId()}, ${row.organisationId}, ${row.id}, ${actor}, 'pages_moved', ${json(kept.ref)}, null, null, now())`)
  const cut = await cutOf(tx, { ...row, pages }, kept && !kept.empty ? kept.ref : null)
  const { returned: _, ...input } = before
  // A type that a person has named stays named.
  await addStart(tx, { ...input, type: row.requestedType, run, ...(cut && { cut }) })
}

async function addPart(tx: Tx, file: DocumentRow, start: DocumentInput, pages: PageRange, actor: string): Promise<void> {
  const id = newId()
  await tx.run(sql`
    insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, requested_type, uploaded_by, created_at, updated_at,
                           part_of, first_page, last_page)
    select ${id}, organisation_id, file_name, file, media_type, bytes, sha256, 'received', 'auto', uploaded_by, created_at, now(),
           id, ${pages.first}, ${pages.last} from documents where id = ${file.id}`)
  const part = { ...file, id, partOf: file.id, pages, version: 1, run: 1, status: 'received' as const }
  await writeLine(tx, part, { key: 'received', kind: 'received', actor, message: wordsOf([pages]) })
  const cut = await cutOf(tx, part)
  const { returned: _, ...input } = start
  await addStart(tx, { ...input, documentId: id, type: 'auto', duplicateOf: null, run: 1, ...(cut && { cut }) })
}

function setPages(tx: Tx, id: string, { first, last }: PageRange): Promise<number> {
  return tx.run(sql`update documents set first_page = ${first}, last_page = ${last} where id = ${id}`)
}

interface JournalLine {
  readonly key: string
  readonly kind: string
  readonly actor: string
  readonly message: string
}

function writeLine(
  tx: Tx,
  { id, organisationId, status, version }: DocumentRow,
  { key, kind, actor, message }: JournalLine,
): Promise<void> {
  return appendEvent(tx, {
    organisation_id: organisationId,
    document_id: id,
    key,
    kind,
    status,
    actor,
    reason: { code: 'pages', message },
    result: null,
    version,
  })
}

/** «1–2, 3»: the same in both languages. */
function wordsOf(ranges: readonly PageRange[]): string {
  const said = ranges
    .filter(({ first, last }) => last >= first)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  return said.length === 0 ? '–' : said.join(', ')
}

function changedMeanwhile(): PipelineError {
  return new PipelineError('conflict', 'Somebody changed one of the documents meanwhile. Look at the pages again.')
}
