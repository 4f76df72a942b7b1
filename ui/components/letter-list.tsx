import type { Letter } from '../../adapters/db/index.ts'
import { letterTexts } from '../texts/letters.ts'
import { presentTime } from '../views/present-time.ts'
import { PlainTable } from './plain-table.tsx'
import type { Frame } from './shell.tsx'

/** What left, word for word, and what did not: that can be sent again. */
export const LetterList = ({ frame, letters, linked = false }: { frame: Frame; letters: readonly Letter[]; linked?: boolean }) => {
  const t = letterTexts(frame.language)
  return (
    <PlainTable heads={[t.when, t.who, t.receiver, t.state, t.words, ...(linked ? [t.document] : [])]}>
      {letters.map((letter) => (
        <tr>
          <td>
            <time dateTime={letter.at}>{presentTime(letter.at, frame.language)}</time>
          </td>
          <td>
            <bdi>{letter.sentBy}</bdi>
          </td>
          <td>
            <bdi>{letter.to}</bdi>
          </td>
          <td>
            {letter.state === 'failed' ? <strong>{t.states.failed}</strong> : t.states[letter.state]}
            {letter.state === 'failed' ? <FailedLetter frame={frame} letter={letter} /> : null}
          </td>
          <td>
            <details>
              <summary>
                <bdi>{letter.subject}</bdi>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what scrolls (WCAG 2.1.1) */}
              <pre class="letter-words" tabIndex={0} lang={letter.language}>
                {letter.body}
              </pre>
            </details>
          </td>
          {linked ? (
            <td>
              <a href={`/documents/${letter.documentId}`} aria-label={`${t.document}: ${letter.subject}`}>
                {t.document}
              </a>
            </td>
          ) : null}
        </tr>
      ))}
    </PlainTable>
  )
}

const FailedLetter = ({ frame, letter }: { frame: Frame; letter: Letter }) => {
  const t = letterTexts(frame.language)
  return (
    <>
      <p class="muted small">
        {t.failedWhy}
        {letter.error === null ? null : (
          <>
            {': '}
            <code>{letter.error}</code>
          </>
        )}
      </p>
      {frame.may.has('documents:review') ? (
        <form method="post" action={`/documents/${letter.documentId}/letters/${letter.id}`}>
          <button type="submit" aria-label={`${t.againOf} ${letter.to}`}>
            {t.again}
          </button>
        </form>
      ) : null}
    </>
  )
}
