import type { DocumentRow, LegalHold } from '../../../adapters/db/index.ts'
import type { Frame } from '../../components/shell.tsx'
import { erasureTexts } from '../../texts/erasure.ts'
import { presentTime } from '../../views/present-time.ts'
import { ReasonField } from './reason-field.tsx'

interface Props {
  readonly frame: Frame
  readonly row: DocumentRow
  /** Null = none lies on the document or a part of its file. */
  readonly hold: LegalHold | null
  readonly isWrong: boolean
}

/** The legal hold: who put it, why, and the form that puts or lifts it. That of another part is lifted there. */
export const HoldCard = ({ frame, row, hold, isWrong }: Props) => {
  const t = erasureTexts(frame.language)
  const isOwn = hold?.documentId === row.id
  return (
    <section class="card">
      <h2>{hold ? (isOwn ? t.held : t.heldPart) : t.hold}</h2>
      {hold ? (
        <>
          <p>
            <bdi>{hold.reason}</bdi>
          </p>
          <p class="muted small">
            <time dateTime={hold.at}>{presentTime(hold.at, frame.language)}</time> · {t.by} <bdi>{hold.by}</bdi>
          </p>
        </>
      ) : (
        <p>{t.holdText}</p>
      )}
      {hold && !isOwn ? (
        <p>
          <a href={`/documents/${hold.documentId}/erasure`}>{t.openHeld}</a>
        </p>
      ) : (
        <form method="post" action={`/documents/${row.id}/hold`} class="stacked">
          <input type="hidden" name="action" value={hold ? 'lift' : 'hold'} />
          <ReasonField frame={frame} id="hold-reason" value="" isWrong={isWrong} />
          <button type="submit">{hold ? t.lift : t.holdDo}</button>
        </form>
      )}
    </section>
  )
}
