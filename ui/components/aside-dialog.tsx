import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'
import { documentTexts } from '../texts/document.ts'

/** What a document waits for when it is set aside, or why a second person should look. */
export const LATER_REASONS = ['supplier', 'colleague', 'missing_document', 'unsure', 'limit', 'bank_details', 'other'] as const

const OF = {
  postponed: ['supplier', 'colleague', 'missing_document', 'other'],
  escalated: ['unsure', 'limit', 'bank_details', 'other'],
} as const

interface Props {
  readonly kind: keyof typeof OF
  readonly documentId: string
  /** Query of the list that the person came from: «next» goes on in it. */
  readonly list: string
  readonly version: number
  readonly language: Language
}

/** Postpone or escalate: a form of its own, since nothing typed on the desk is decided by it. */
export const AsideDialog = ({ kind, documentId, list, version, language }: Props) => {
  const t = documentTexts(language)
  const atDesk = deskTexts(language)
  const texts = kind === 'postponed' ? atDesk.postpone : atDesk.escalate
  return (
    <details class="reject aside" data-aside={kind}>
      <summary>{texts.title} …</summary>
      <form method="post" action={`/documents/${documentId}/aside${list}`} class="reject-body">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="aside" value={kind} />
        <p class="muted">{texts.explains}</p>
        <label for={`${kind}-reason`}>{texts.why}</label>
        <select id={`${kind}-reason`} name="aside-reason">
          {OF[kind].map((code) => (
            <option value={code}>{atDesk.laterReasons[code]}</option>
          ))}
        </select>
        {kind === 'postponed' ? (
          <>
            <label for="until">{atDesk.postpone.until}</label>
            <input id="until" name="until" type="date" />
          </>
        ) : null}
        <label for={`${kind}-note`}>{t.note}</label>
        <textarea id={`${kind}-note`} name="aside-note" rows={2} maxLength={2000} placeholder={t.notePlaceholder} />
        <p class="reject-actions">
          <button type="submit">{texts.confirm}</button>
        </p>
      </form>
    </details>
  )
}
