import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { deskTexts } from '../texts/desk.ts'
import { documentTexts } from '../texts/document.ts'
import { historyTexts } from '../texts/history.ts'
import { presentTime } from '../views/present-time.ts'

export interface HistoryLine {
  readonly at: string
  readonly kind: string
  /** Name of a person, or 'system'. */
  readonly actor: string
  readonly note: string | null
}

export const History = ({ lines, language }: { lines: readonly HistoryLine[]; language: Language }) => {
  const t = documentTexts(language)
  const atDesk = deskTexts(language)
  const kinds: Readonly<Record<string, string>> = historyTexts(language)
  const reasons: Readonly<Record<string, string>> = { ...atDesk.laterReasons, ...t.reasons }
  return (
    <details class="history">
      <summary>{t.history}</summary>
      <ol>
        {lines.map((line) => (
          <li>
            <time dateTime={line.at}>{presentTime(line.at, language)}</time>
            <span>
              {kinds[line.kind] ?? line.kind}
              <span class="muted">
                {' · '}
                <bdi>{line.actor === 'system' ? commonTexts(language).machine : line.actor}</bdi>
              </span>
              {line.note ? (
                <span class="history-note">
                  <bdi>{reasons[line.note] ?? line.note}</bdi>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
