import type { DocumentRow } from '../../adapters/db/index.ts'
import { commonTexts } from '../texts/common.ts'
import { deskTexts } from '../texts/desk.ts'
import { documentTexts } from '../texts/document.ts'
import type { DeskKeys } from '../views/desk-keys.ts'
import { keyHint } from '../views/key-hint.ts'
import { presentDate, presentNumber } from '../views/present.ts'
import type { Frame } from './shell.tsx'
import { StatusBadge } from './status-badge.tsx'

interface Props {
  readonly frame: Frame
  readonly row: DocumentRow
  readonly typeCaption: string
  /** Query of the list that the person came from. */
  readonly list: string
  readonly mayDecide: boolean
  /** Whether this person’s word is also the one that approves. */
  readonly approves: boolean
  readonly keys: DeskKeys
  /** The how manieth of how many of the list that is worked through; null = not at the desk. */
  readonly turn: { readonly at: number; readonly of: number } | null
}

/** Which document this is, and what can be done with it. */
export const DocumentHead = ({ frame, row, typeCaption, list, mayDecide, approves, keys, turn }: Props) => {
  const { language } = frame
  const t = documentTexts(language)
  const atDesk = deskTexts(language)
  const { summary } = row
  return (
    <div class="desk-head">
      <div class="desk-title">
        <a href={`/documents${list === '' ? '' : `${list}&status=review`}`} class="back" data-back>
          ← {commonTexts(language).back}
        </a>
        <h1>
          <bdi>{summary?.number ?? row.fileName}</bdi>
        </h1>
        <p class="desk-facts">
          <StatusBadge status={row.status} language={language} />
          <span>{typeCaption}</span>
          {summary?.seller ? <bdi>{summary.seller}</bdi> : null}
          {summary?.issueDate ? <span>{presentDate(summary.issueDate, language)}</span> : null}
          {summary?.gross ? (
            <strong>
              {presentNumber(summary.gross, language)} {summary.currency ?? ''}
            </strong>
          ) : null}
        </p>
      </div>
      {mayDecide ? (
        <div class="desk-actions">
          <span class="save-state" role="status" aria-live="polite" data-save-state />
          <a
            class="button quiet"
            href={`/documents/previous?not=${row.id}${list.replace('?', '&')}`}
            data-previous-document
            {...keyHint(keys.previousDocument, atDesk.previousDocument)}
          >
            <span aria-hidden="true">‹</span>
            <span class="visually-hidden">{atDesk.previousDocument}</span>
          </a>
          {turn === null ? null : (
            <span class="queue-turn" title={atDesk.turnHint} data-turn>
              {atDesk.turn
                .replace('{at}', presentNumber(String(turn.at), language))
                .replace('{of}', presentNumber(String(turn.of), language))}
            </span>
          )}
          <a
            class="button quiet"
            href={`/documents/next?not=${row.id}${list.replace('?', '&')}`}
            data-next-document
            {...keyHint(keys.nextDocument, atDesk.nextDocument)}
          >
            <span aria-hidden="true">›</span>
            <span class="visually-hidden">{atDesk.nextDocument}</span>
          </a>
          <button type="button" class="quiet only-script" data-open-keys {...keyHint(keys.sheet, atDesk.keysTitle)}>
            <span aria-hidden="true">?</span>
            <span class="visually-hidden">{atDesk.keysTitle}</span>
          </button>
          <button type="button" class="quiet only-script" data-open-reclassify {...keyHint(keys.reclassify)}>
            {atDesk.reclassify.open}
          </button>
          <button type="button" class="quiet only-script" data-open-postpone {...keyHint(keys.postpone)}>
            {atDesk.postpone.open}
          </button>
          <button type="button" class="quiet only-script" data-open-escalate {...keyHint(keys.escalate)}>
            {atDesk.escalate.open}
          </button>
          <button type="button" class="quiet only-script" data-open-reject {...keyHint(keys.reject)}>
            {t.reject}
          </button>
          <button
            type="submit"
            form="review"
            name="action"
            value="save"
            class={approves ? undefined : 'primary'}
            data-save
            {...keyHint(keys.save)}
          >
            {t.save}
          </button>
          {approves ? (
            <button type="submit" form="review" name="action" value="approve" class="primary" data-approve {...keyHint(keys.approve)}>
              {t.approve}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
