import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'

export const REJECT_REASONS = [
  'unreadable_scan',
  'wrong_type',
  'not_our_company',
  'duplicate',
  'several_documents',
  'incomplete',
  'arithmetic_error',
  'wrong_tax_rate',
  'bank_details_changed',
  'suspicious',
  'missing_signature',
  'other',
] as const

/** Open in place without script; the island opens it with the Reject button and F8. */
export const RejectDialog = ({ language }: { language: Language }) => {
  const t = documentTexts(language)
  return (
    <details class="reject" id="reject" data-reject>
      <summary>{t.rejectConfirm} …</summary>
      <div class="reject-body">
        <h2>{t.rejectTitle}</h2>
        <label for="reject-reason">{t.reasonPick}</label>
        <select id="reject-reason" name="reason">
          {REJECT_REASONS.map((code) => (
            <option value={code}>{t.reasons[code]}</option>
          ))}
        </select>
        <label for="reject-note">{t.note}</label>
        <textarea id="reject-note" name="note" rows={3} maxLength={2000} placeholder={t.notePlaceholder} />
        <p class="reject-actions">
          <button type="submit" name="action" value="reject" class="danger">
            {t.rejectConfirm}
          </button>
        </p>
      </div>
    </details>
  )
}
