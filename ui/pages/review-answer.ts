import type { DocumentRow } from '../../adapters/db/index.ts'
import type { Decided } from '../api/decide.ts'
import { filterOf } from '../api/documents.ts'
import { allFields, opened } from '../api/opened-document.ts'
import type { Difference, Notice } from '../components/document-notices.tsx'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { documentTexts } from '../texts/document.ts'
import { queryOf } from '../views/queue-filter.ts'
import { documentPage } from './document-page.tsx'

/** What became of a decision, for the review island. */
export async function reviewJson(deps: UiDeps, c: UiContext, row: DocumentRow, decided: Decided): Promise<Response> {
  if (decided.kind === 'done') {
    const { status, version, blocking, secondPerson = false } = decided.outcome
    const stays = status === 'review' && !secondPerson
    const next = stays ? null : `/documents/next${queryOf(filterOf(c), { not: row.id })}`
    return c.json({ kind: 'done', status, version, blocking, next })
  }
  if (decided.kind === 'conflict') return c.json({ kind: 'conflict', differences: await differences(deps, c, row, decided.changed) }, 409)
  const { view } = await opened(deps, c, row)
  const hints: Readonly<Record<string, string>> = documentTexts(c.get('language')).invalidHint
  const kinds = new Map(allFields(view).map((field) => [field.path, field.kind]))
  const { invalid } = documentTexts(c.get('language'))
  const fields = decided.paths.map((path) => ({ path, hint: `${invalid}. ${hints[kinds.get(path) ?? 'other'] ?? hints.other}` }))
  return c.json({ kind: 'invalid', fields }, 422)
}

/** The same without script: the page again with what was typed, or the way back to it. */
export async function reviewPage(
  deps: UiDeps,
  assets: () => Promise<Assets>,
  c: UiContext,
  row: DocumentRow,
  decided: Decided,
  typed: ReadonlyMap<string, string>,
): Promise<Response> {
  if (decided.kind === 'done') {
    const { status, blocking } = decided.outcome
    const told: Readonly<Record<string, string>> = status !== 'review' ? {} : blocking > 0 ? { blocked: String(blocking) } : { saved: '1' }
    return c.redirect(`/documents/${row.id}${queryOf(filterOf(c), told)}`, 303)
  }
  const current = (await deps.documents.get(c.get('session').organisationId, row.id)) ?? row
  if (decided.kind === 'invalid')
    return documentPage(deps, assets, c, current, {
      notice: { kind: 'invalid' },
      drafts: typed,
      invalid: new Set(decided.paths),
      status: 422,
    })
  const notice: Notice = { kind: 'conflict', differences: await differences(deps, c, current, decided.changed) }
  return documentPage(deps, assets, c, current, { notice, drafts: decided.changed, status: 409 })
}

/** Our unsaved values beside the ones that stand in the document now. */
async function differences(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  ours: ReadonlyMap<string, string>,
): Promise<readonly Difference[]> {
  const current = (await deps.documents.get(c.get('session').organisationId, row.id)) ?? row
  const { view } = await opened(deps, c, current)
  const now = new Map(allFields(view).map((field) => [field.path, field]))
  return [...ours].flatMap(([path, yours]) => {
    const field = now.get(path)
    return field && field.text !== yours ? [{ path, caption: field.caption, yours, theirs: field.text }] : []
  })
}
