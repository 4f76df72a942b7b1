import type { DocumentRow } from '../../adapters/db/index.ts'
import type { LlmUse } from '../../core/llm/llm-reading.ts'
import { languageModelTexts } from '../texts/language-models.ts'
import { presentNumber } from '../views/present.ts'
import type { Frame } from './shell.tsx'

/** Which language model read the document as well, and what that cost. */
export const LlmLine = ({ frame, row, llm }: { frame: Frame; row: DocumentRow; llm: LlmUse | null }) => {
  const t = languageModelTexts(frame.language)
  return (
    <p class="muted small">
      {llm
        ? `${t.used.replace('{model}', `${llm.provider} (${llm.model})`)}. ${t.cost}: ${presentNumber(shortCost(llm.cost), frame.language)} ${llm.currency}`
        : t.unanswered}
      {frame.may.has('journal:read') ? (
        <>
          {' · '}
          <a href={`/documents/${row.id}/language-models`}>{t.link}</a>
        </>
      ) : null}
    </p>
  )
}

/** Two decimals at least, and as many more as say something. */
export function shortCost(cost: string): string {
  return cost.replace(/(\.\d\d\d*?)0+$/, '$1')
}
