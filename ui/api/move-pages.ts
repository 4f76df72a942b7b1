import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { pagesOf } from '../../adapters/blobs/reading-blob.ts'
import type { DocumentRow, Session } from '../../adapters/db/index.ts'
import { Corrections } from '../../core/corrections.ts'
import { Result } from '../../core/result.ts'
import { keepCorrections, NO_CORRECTIONS, type PartNow, pagesMoved, planRecut } from '../../core/splitting/index.ts'
import type { PageRange } from '../../core/stages.ts'
import type { UiDeps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'

/** One document of the file, for people who look at where it begins and ends. */
export interface PartView {
  readonly row: DocumentRow
  readonly pages: PageRange
  /** What is approved keeps its pages. */
  readonly fixed: boolean
}

/** The file of a document with all its pages, as it is cut now or, while nobody has said so, as it is proposed to be. */
export interface FileView {
  readonly fileId: string
  readonly pageCount: number
  readonly parts: readonly PartView[]
  /** Pages on which a document begins. */
  readonly starts: readonly number[]
  /** The starts are the machine's proposal; a person has to say. */
  readonly proposed: boolean
  /** Result of the uploaded document. */
  readonly result: Result
}

/** Null where the document is no file of several pages, or has not been read yet. */
export async function fileOf(deps: UiDeps, session: Session, row: DocumentRow): Promise<FileView | null> {
  const rows = await deps.documents.parts(session.organisationId, row)
  const file = rows.find(({ partOf }) => partOf === null)
  const result = file?.result ? await getJson(deps.blobs, file.id, file.result, Result) : null
  if (!file || !result?.reading) return null
  let pageCount = 0
  for await (const { index } of pagesOf(deps.blobs, file.id, result.reading)) pageCount = Math.max(pageCount, index)
  if (pageCount < 2) return null
  const parts = partViews(rows, pageCount)
  const proposed = file.pages === null && result.parts.length > 1
  const starts = proposed ? result.parts.map(({ firstPage }) => firstPage) : parts.map(({ pages }) => pages.first)
  return { fileId: file.id, pageCount, parts, starts, proposed, result }
}

/** `pageCount`: pages of the file, for a document that is all of it. */
export function partViews(rows: readonly DocumentRow[], pageCount = 0): readonly PartView[] {
  return rows.map((row) => ({ row, pages: row.pages ?? { first: 1, last: pageCount }, fixed: row.status === 'approved' }))
}

/** Carries out where documents begin. False when nothing is to be changed. Errors: as `recut` of the database. */
export async function movePages(
  deps: UiDeps,
  session: Session,
  file: FileView,
  starts: readonly number[],
  seen: ReadonlyMap<string, number>,
): Promise<boolean> {
  // A file that nobody has cut has read only the first proposed document: whatever is said, the uploaded one is read anew.
  const now: PartNow[] = file.parts.map(({ row, pages }) => ({ id: row.id, ...pages, ...(file.proposed && { last: 0 }) }))
  const plan = planRecut(now, file.pageCount, withFixed(file, starts))
  if (plan.changed.length + plan.added.length + plan.gone.length === 0) return false
  const changes = plan.changed.flatMap((after) => {
    const part = file.parts.find(({ row }) => row.id === after.id)
    return part ? [{ ...part, after }] : []
  })
  const kept = await Promise.all(changes.map(async (change) => [change.row.id, await correctionsFor(deps, session, file, change)] as const))
  const { reading } = file.result
  if (!reading) throw new HttpProblem('conflict', 'The file was read by an older version. Read it again first.')
  await deps.documents.recut(session.organisationId, {
    ...plan,
    fileId: file.fileId,
    actor: session.userId,
    seen,
    reading,
    corrections: new Map(kept.flatMap(([id, found]) => (found ? [[id, found]] : []))),
  })
  return true
}

/** Pages of an approved document neither lose nor gain a beginning, whatever was sent. */
function withFixed({ parts }: FileView, starts: readonly number[]): readonly number[] {
  const fixed = parts.filter((part) => part.fixed).map(({ pages }) => pages)
  const free = starts.filter((page) => !fixed.some(({ first, last }) => page >= first && page <= last + 1))
  return [...free, ...fixed.flatMap(({ first, last }) => [first, last + 1])]
}

/** Null where nobody has corrected anything. Stored in the document's own blobs before anything changes. */
async function correctionsFor(
  deps: UiDeps,
  { organisationId }: Session,
  file: FileView,
  { row, pages, after }: PartView & { readonly after: PageRange },
) {
  const ref = await deps.documents.lastCorrections(organisationId, row.id)
  if (!ref || !row.result) return null
  const [corrections, result] = await Promise.all([
    getJson(deps.blobs, row.id, ref, Corrections),
    getJson(deps.blobs, row.id, row.result, Result),
  ])
  const last = file.proposed ? (result.parts[0]?.lastPage ?? pages.last) : pages.last
  const before = { first: pages.first, last }
  const kept = keepCorrections(corrections, result, pagesMoved(row.partOf === null, before, after), {
    grown: after.first < before.first || after.last > before.last,
    sameStart: after.first === before.first,
  })
  return { ref: await putJson(deps.blobs, row.id, kept ?? NO_CORRECTIONS), empty: kept === null }
}
