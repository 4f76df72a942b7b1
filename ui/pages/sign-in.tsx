import { type Frame, Shell } from '../components/shell.tsx'
import { signInTexts } from '../texts/sign-in.ts'

export type SignInState =
  | 'explain'
  | 'ready'
  | 'spent'
  | 'wrong'
  | 'too-many'
  | 'signed-out'
  /** Of a provider of the organisation's own: it said no, its answer did not fit, it does not answer; or Docket does not let this person in. */
  | 'declined'
  | 'answer'
  | 'away'
  | 'stranger'
  | 'no-role'

interface Props {
  readonly frame: Frame
  readonly state: SignInState
  /** Of the link that was opened; null without one. */
  readonly token: string | null
  /** Address of the island that clears this browser after signing out. */
  readonly script?: string
  /** The organisations' own ways in. */
  readonly providers: readonly { readonly id: string; readonly caption: string }[]
}

export const SignInPage = ({ frame, state, token, script, providers }: Props) => {
  const t = signInTexts(frame.language)
  const trouble = (t.troubles as Readonly<Record<string, string>>)[state] ?? null
  return (
    <Shell frame={frame} title={t.title} {...(script ? { script } : {})}>
      <section class="card narrow">
        <h1>{t.title}</h1>
        {state === 'signed-out' ? <p role="status">{t.signedOut}</p> : null}
        {trouble === null ? null : (
          <p class="notice notice--error" role="alert">
            {trouble}
          </p>
        )}
        {state === 'ready' && token !== null ? (
          <form method="post" action="/sign-in">
            <p>{t.ready}</p>
            <input type="hidden" name="token" value={token} />
            <button type="submit" class="primary large" autofocus>
              {t.button}
            </button>
          </form>
        ) : (
          <>
            {providers.map(({ id, caption }) => (
              <p>
                <a class="button primary large" href={`/sign-in/with/${id}`}>
                  {caption}
                </a>
              </p>
            ))}
            <form method="post" action="/sign-in" class="stacked">
              <label>
                {t.email}
                <input type="email" name="email" autocomplete="username" required />
              </label>
              <label>
                {t.password}
                <input type="password" name="password" autocomplete="current-password" required />
              </label>
              <button type="submit" class="primary">
                {t.button}
              </button>
            </form>
            <details>
              <summary>{t.noPassword}</summary>
              <p>{t.how}</p>
              <p>{t.steps}</p>
              <pre class="command">
                <code>{t.command}</code>
              </pre>
              <p class="muted">{t.first}</p>
            </details>
          </>
        )}
      </section>
    </Shell>
  )
}
