import type { Status } from '../../core/status.ts'
import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'

export const StatusBadge = ({ status, language }: { status: Status; language: Language }) => (
  <span class={`status status--${status}`}>
    <span class="status-dot" aria-hidden="true" />
    {commonTexts(language).status[status]}
  </span>
)
