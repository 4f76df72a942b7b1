import type { DocumentRow, Draft, Holder, Letter, Person, QueuePlace, SetAside } from '../../adapters/db/index.ts'
import type { Result } from '../../core/result.ts'
import type { PartView } from '../api/move-pages.ts'
import type { FormatView } from '../api/record-files.ts'
import { AsideDialog } from '../components/aside-dialog.tsx'
import { DeskNotices } from '../components/desk-notices.tsx'
import { DocumentActions } from '../components/document-actions.tsx'
import { DocumentHead } from '../components/document-head.tsx'
import { ConflictTable, type Difference, type Notice, NoticeBar } from '../components/document-notices.tsx'
import { Downloads } from '../components/downloads.tsx'
import { FoundBar, type FoundHere } from '../components/found-bar.tsx'
import { History, type HistoryLine } from '../components/history.tsx'
import { Icon } from '../components/icons.tsx'
import { LetterList } from '../components/letter-list.tsx'
import { LlmLine } from '../components/llm-line.tsx'
import { MatchedPanel, type PaidView } from '../components/matched-panel.tsx'
import { PageView } from '../components/page-view.tsx'
import { PartsLine } from '../components/parts-line.tsx'
import { QueuePlaceLine } from '../components/queue-place.tsx'
import { ReclassifyDialog, type TypeChoice } from '../components/reclassify-dialog.tsx'
import { ReviewForm } from '../components/review-form.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { ShortcutSheet } from '../components/shortcut-sheet.tsx'
import { StatusPanel } from '../components/status-panel.tsx'
import { StructuredView } from '../components/structured-view.tsx'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { commonTexts } from '../texts/common.ts'
import { deskTexts } from '../texts/desk.ts'
import { documentTexts } from '../texts/document.ts'
import { erasureTexts } from '../texts/erasure.ts'
import { letterTexts } from '../texts/letters.ts'
import type { DeskKeys } from '../views/desk-keys.ts'
import type { DocumentView } from '../views/document-view.ts'
import { guessPlaces } from '../views/guess-places.ts'

type Aside = SetAside & { readonly person: string; readonly at: string }

interface Props {
  readonly frame: Frame
  readonly script: string
  readonly row: DocumentRow
  readonly typeCaption: string
  readonly reviewId: string
  readonly result: Result | null
  readonly view: DocumentView | null
  readonly history: readonly HistoryLine[]
  /** Files of the approved record; none before approval. */
  readonly formats: readonly FormatView[]
  /** The accounting system has taken the record. */
  readonly posted: boolean
  /** Where the seller's last documents were to be paid, when the account of this one is doubtful. */
  readonly paid: readonly PaidView[] | null
  readonly notice: Notice | null
  /** All documents of the file, where it holds several. */
  readonly parts: readonly PartView[]
  /** Documents of this type are paid. */
  readonly isPaid: boolean
  /** What left to the supplier about it. */
  readonly letters: readonly Letter[]
  /** This person's draft, who else works on the document, why it was set aside, and where it stands in its queue. */
  readonly desk: {
    readonly person: string
    readonly draft: Draft
    readonly holder: Holder | null
    readonly aside: Aside | null
    readonly place: QueuePlace | null
    readonly turn: { readonly at: number; readonly of: number } | null
    /** Who may be given the document. */
    readonly people: readonly Person[]
    readonly keys: DeskKeys
  }
  /** Query of the list that the person came from. */
  readonly list: string
  /** What a search found here. */
  readonly found: FoundHere | null
  /** Values that were entered blindly and differ from those that were read. */
  readonly blind: readonly Difference[]
  /** What was typed and is not saved: path → text. */
  readonly drafts: ReadonlyMap<string, string>
  readonly invalid: ReadonlySet<string>
  /** The types that the document may be instead of its own. */
  readonly otherTypes: readonly TypeChoice[]
  /** What the machine had taken it for, where a person has named the type. */
  readonly takenFor: string | null
}

export const DocumentPage = ({
  frame,
  script,
  row,
  typeCaption,
  reviewId,
  result,
  view,
  history,
  formats,
  posted,
  paid,
  notice,
  list,
  parts,
  letters,
  isPaid,
  desk,
  found,
  blind,
  drafts,
  invalid,
  otherTypes,
  takenFor,
}: Props) => {
  const { language } = frame
  const t = documentTexts(language)
  const atDesk = deskTexts(language)
  const { summary } = row
  const decides = frame.may.has('documents:review')
  const first = desk.place?.approved ?? null
  const named = desk.place?.approver ?? null
  // Who has left cannot confirm: then anybody else may.
  const isOthers = named !== null && named.id !== desk.person && named.id !== first?.id && desk.people.some(({ id }) => id === named.id)
  const approves = frame.may.has('documents:approve') && first?.id !== desk.person && !(first && isOthers) && result?.type !== 'unknown'
  const editable = row.status === 'review' && desk.holder === null && decides
  const fields = view ? [...view.attention, ...view.groups.flatMap((g) => g.fields), ...view.tables.flatMap((x) => x.rows.flat())] : []
  const images = result?.pages.some(({ image, error }) => image || error) ?? false
  return (
    <Shell frame={frame} title={summary?.number ?? row.fileName} current="documents" script={script} wide>
      <DocumentHead
        frame={frame}
        row={row}
        typeCaption={typeCaption}
        list={list}
        mayDecide={editable && view !== null}
        approves={approves}
        keys={desk.keys}
        turn={desk.turn}
      />
      <div data-notices aria-live="polite">
        <NoticeBar frame={frame} notice={notice} />
        {blind.length > 0 ? (
          <div class="notice notice--warning conflict">
            <div>
              <p>{acceptanceTexts(language).blindDiffers}</p>
              <ConflictTable differences={blind} heads={[acceptanceTexts(language).entered, acceptanceTexts(language).read]} />
            </div>
          </div>
        ) : null}
      </div>
      <FoundBar found={found} language={language} />
      <DeskNotices
        documentId={row.id}
        holder={desk.holder}
        mayTake={decides}
        aside={desk.aside}
        first={first}
        person={desk.person}
        claim={reviewId}
        language={language}
      />
      <QueuePlaceLine documentId={row.id} place={desk.place} people={desk.people} mayAssign={decides} list={list} language={language} />
      <PartsLine row={row} parts={parts} pageCount={result?.pages.length ?? 0} mayMove={decides} language={language} />
      <StatusPanel frame={frame} row={row} posted={posted} />
      {result && view ? <DocumentActions frame={frame} row={row} isPaid={isPaid} /> : null}
      <Downloads formats={frame.may.has('records:read') ? formats : []} language={language} />
      {result && view ? (
        <>
          {editable ? (
            <p class="notice notice--slim">
              <Icon name="info" />
              {commonTexts(language).uncalibrated}
            </p>
          ) : null}
          <div class="desk">
            {images ? (
              <PageView
                documentId={row.id}
                pages={result.pages}
                fields={fields}
                found={found?.boxes ?? guessPlaces(result)}
                language={language}
                editable={editable}
                tableKey={view.tables.some(({ growing }) => growing) ? desk.keys.readTable : undefined}
              />
            ) : (
              <StructuredView fields={fields} language={language} />
            )}
            <div class="desk-form">
              {result.reasons.some((r) => r.field === undefined) && editable ? (
                <section class="why">
                  <h2>{t.why}</h2>
                  <ul>
                    {result.reasons
                      .filter((r) => r.field === undefined)
                      .map((r) => (
                        <li>{r.message[language]}</li>
                      ))}
                  </ul>
                </section>
              ) : null}
              {editable ? (
                <ReclassifyDialog
                  documentId={row.id}
                  list={list}
                  version={row.version}
                  types={otherTypes}
                  unknown={result.type === 'unknown'}
                  guesses={result.parts[0]?.guesses ?? []}
                  keys={desk.keys}
                  language={language}
                />
              ) : null}
              {takenFor === null ? null : <p class="muted small">{atDesk.reclassify.was.replace('{type}', takenFor)}</p>}
              <MatchedPanel matched={result.matched} paid={paid} language={language} mayList={frame.may.has('master-data:read')} />
              <ReviewForm
                documentId={row.id}
                list={list}
                version={row.version}
                reviewId={reviewId}
                view={view}
                language={language}
                editable={editable}
                drafts={drafts}
                invalid={invalid}
                draft={desk.draft}
                person={desk.person}
                run={row.run}
                keys={desk.keys}
                readers={{ model: result.versions.model, llm: result.llm?.model ?? null, ocr: result.versions.ocr }}
              />
              {editable ? (
                <>
                  <AsideDialog kind="postponed" list={list} documentId={row.id} version={row.version} language={language} />
                  <AsideDialog kind="escalated" list={list} documentId={row.id} version={row.version} language={language} />
                </>
              ) : null}
              <Foot frame={frame} row={row} history={history} letters={letters} llm={result?.llm} />
            </div>
          </div>
        </>
      ) : (
        <Foot frame={frame} row={row} history={history} letters={letters} llm={result?.llm} />
      )}
      <ShortcutSheet language={language} approves={approves} keys={desk.keys} />
    </Shell>
  )
}

interface FootProps {
  readonly frame: Frame
  readonly row: DocumentRow
  readonly history: readonly HistoryLine[]
  readonly letters: readonly Letter[]
  readonly llm: Result['llm']
}

const Foot = ({ frame, row, history, letters, llm }: FootProps) => {
  const t = documentTexts(frame.language)
  return (
    <section class="foot">
      <p class="files">
        <a href={`/api/v1/documents/${row.id}/file`} class="button">
          {t.download}
        </a>
        {row.result ? (
          <a href={`/api/v1/documents/${row.id}/result`} class="button quiet">
            {t.resultJson}
          </a>
        ) : null}
        {frame.may.has('documents:erase') ? (
          <a href={`/documents/${row.id}/erasure`} class="button quiet">
            {erasureTexts(frame.language).link}
          </a>
        ) : null}
        <span class="muted small file-name">
          <bdi>{row.fileName}</bdi>
        </span>
      </p>
      {llm === undefined ? null : <LlmLine frame={frame} row={row} llm={llm} />}
      {letters.length === 0 ? null : (
        <section id="letters">
          <h2>{letterTexts(frame.language).sent}</h2>
          <LetterList frame={frame} letters={letters} />
        </section>
      )}
      <History lines={history} language={frame.language} />
    </section>
  )
}
