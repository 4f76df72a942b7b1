import { randomUUID } from 'node:crypto'
import type { DocumentRow } from '../../adapters/db/index.ts'
import { conform } from '../../core/assess/index.ts'
import type { DocumentType } from '../../schemas/define.ts'
import { headlineOf } from '../../schemas/define.ts'
import { blindDifferences, blindSpecs, isHidden } from '../api/blind.ts'
import { filterOf } from '../api/documents.ts'
import { partViews } from '../api/move-pages.ts'
import { opened } from '../api/opened-document.ts'
import { formatsOf } from '../api/record-files.ts'
import { LONGEST_TEXT } from '../api/search.ts'
import type { Notice } from '../components/document-notices.tsx'
import { foundHere } from '../components/found-bar.tsx'
import type { PaidView } from '../components/matched-panel.tsx'
import type { TypeChoice } from '../components/reclassify-dialog.tsx'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { queryOf } from '../views/queue-filter.ts'
import { BlindPage } from './blind.tsx'
import { deskOf } from './desk-routes.tsx'
import { DocumentPage } from './document.tsx'
import { page } from './render.tsx'

interface Shown {
  readonly notice: Notice | null
  /** What was typed and is not saved: path → text. */
  readonly drafts: ReadonlyMap<string, string>
  readonly invalid?: ReadonlySet<string>
  readonly status?: number
}

/** A document as its person may see it: blind where the values are to be typed unseen. */
export async function documentPage(
  deps: UiDeps,
  assets: () => Promise<Assets>,
  c: UiContext,
  row: DocumentRow,
  shown: Shown,
): Promise<Response> {
  const { organisationId } = c.get('session')
  const language = c.get('language')
  const { result, type, view } = await opened(deps, c, row)
  const { review } = await assets()
  const typeCaption = captionOfType(deps, type?.name ?? '', language)
  if (result && type && (await isHidden(deps, c.get('session'), row, result)))
    return page(c, assets, (frame) => (
      <BlindPage
        frame={frame}
        script={review}
        row={row}
        typeCaption={typeCaption}
        pages={result.pages}
        specs={blindSpecs(type)}
        otherTypes={otherTypes(deps, type.name, language)}
      />
    ))
  const isBank = result?.findings.some(({ ruleId }) => ruleId.startsWith('BANK-')) ?? false
  const find = (c.req.query('find') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST_TEXT).toWellFormed()
  const [entries, events, desk, letters, ofFile, paid, places, record] = await Promise.all([
    result?.acceptance?.blind && row.status === 'review' ? deps.acceptance.entered(organisationId, row.id, row.run) : null,
    deps.documents.events(organisationId, row.id),
    deskOf(deps, c, row),
    deps.letters.ofDocument(organisationId, row.id),
    row.pages ? deps.documents.parts(organisationId, row) : [],
    isBank && type ? paidViews(deps, c, row, type) : null,
    find === '' ? null : deps.search.places(organisationId, row.id, find),
    row.status === 'approved' ? deps.records.latestOf(organisationId, row.id) : null,
  ])
  const blind = entries && result && type ? blindDifferences(entries, result, type, language) : []
  const parts = partViews(ofFile)
  const found = places && foundHere(find, places)
  const formats = record ? await formatsOf(deps, c, record) : []
  const noteOf = (kind: string, message: string) => (kind === 'reclassified' ? captionOfType(deps, message, language) : message)
  const history = events.map(({ at, kind, actor, reason }) => ({
    at,
    kind,
    actor,
    note: reason ? noteOf(kind, reason.message || reason.code) : null,
  }))
  return page(
    c,
    assets,
    (frame) => (
      <DocumentPage
        frame={frame}
        script={review}
        row={row}
        typeCaption={typeCaption}
        found={found}
        blind={blind}
        reviewId={randomUUID()}
        result={result}
        view={view}
        history={history}
        formats={formats}
        posted={record?.acknowledgement?.status === 'posted'}
        paid={paid}
        notice={shown.notice}
        list={queryOf(filterOf(c))}
        desk={desk}
        parts={parts}
        letters={letters}
        isPaid={type?.payment !== undefined}
        drafts={shown.drafts}
        invalid={shown.invalid ?? new Set()}
        otherTypes={otherTypes(deps, type?.name, language)}
        takenFor={result?.reclassifiedFrom === undefined ? null : captionOfType(deps, result.reclassifiedFrom, language)}
      />
    ),
    shown.status,
  )
}

function captionOfType({ types }: UiDeps, name: string, language: Language): string {
  return types.find((type) => type.name === name)?.caption[language] ?? commonTexts(language).unknownType
}

function otherTypes({ types }: UiDeps, own: string | undefined, language: Language): readonly TypeChoice[] {
  return types.flatMap(({ name, caption }) => (name === own ? [] : [{ name, caption: caption[language] }]))
}

async function paidViews(deps: UiDeps, c: UiContext, row: DocumentRow, type: DocumentType): Promise<readonly PaidView[]> {
  const before = await deps.companies.paidBefore(c.get('session').organisationId, row.id)
  return before.map(({ id, approvedAt, data }) => {
    const { number, amount, currency } = headlineOf(type, data)
    const accounts = type.printedParties?.(conform(type.schema, data).data).seller.accounts.map(({ account }) => account) ?? []
    return { id, approvedAt, number, amount: amount === null ? null : [amount, currency].join(' ').trim(), accounts }
  })
}
