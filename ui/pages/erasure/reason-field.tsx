import { LONGEST_REASON } from '../../api/erasure.ts'
import type { Frame } from '../../components/shell.tsx'
import { erasureTexts } from '../../texts/erasure.ts'

interface Props {
  readonly frame: Frame
  readonly id: string
  readonly value: string
  readonly isWrong: boolean
}

/** Why; it goes into the journal word for word. */
export const ReasonField = ({ frame, id, value, isWrong }: Props) => {
  const t = erasureTexts(frame.language)
  return (
    <div class="entry-field">
      <label for={id}>{t.why}</label>
      <input
        type="text"
        id={id}
        name="reason"
        value={value}
        required
        maxLength={LONGEST_REASON}
        autocomplete="off"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={`${id}-hint`}
      />
      <small class={isWrong ? 'wrong' : 'muted'} id={`${id}-hint`}>
        {isWrong ? t.invalidReason : t.whyHint}
      </small>
    </div>
  )
}
