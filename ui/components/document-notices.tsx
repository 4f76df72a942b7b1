import { plural } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import type { Frame } from './shell.tsx'

export type Notice =
  | { readonly kind: 'saved' }
  | { readonly kind: 'blocked'; readonly count: number }
  | { readonly kind: 'conflict'; readonly differences: readonly Difference[] }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unavailable' }

/** A value of ours that could not be saved beside the one that was saved meanwhile. */
export interface Difference {
  readonly path: string
  readonly caption: string
  readonly yours: string
  readonly theirs: string
}

/** What became of the last button. */
export const NoticeBar = ({ frame, notice }: { frame: Frame; notice: Notice | null }) => {
  const t = documentTexts(frame.language)
  if (notice === null) return null
  switch (notice.kind) {
    case 'saved':
      return <p class="notice notice--good">{t.saved}</p>
    case 'blocked':
      return <p class="notice notice--error">{`${t.saved}. ${plural(frame.language, notice.count, t.blocked)}.`}</p>
    case 'invalid':
      return <p class="notice notice--error">{t.invalid}</p>
    case 'unavailable':
      return <p class="notice notice--error">{t.temporalDown}</p>
    case 'conflict':
      return (
        <div class="notice notice--error conflict">
          <div>
            <strong>{t.conflictTitle}</strong>
            <p>{t.conflictText}</p>
            <ConflictTable differences={notice.differences} heads={[t.yours, t.theirs]} />
          </div>
        </div>
      )
  }
}

/** Two readings of the same fields side by side. */
export const ConflictTable = ({ differences, heads }: { differences: readonly Difference[]; heads: readonly [string, string] }) => {
  return (
    <table class="differences">
      <thead>
        <tr>
          <td />
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, caption, yours, theirs }) => (
          <tr>
            <th scope="row">
              <a href={`#f-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`}>{caption}</a>
            </th>
            <td>
              <bdi>{yours || '—'}</bdi>
            </td>
            <td>
              <bdi>{theirs || '—'}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
