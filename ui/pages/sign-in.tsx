import { type Frame, Shell } from '../components/shell.tsx'
import { signInTexts } from '../texts/sign-in.ts'

export type SignInState = 'explain' | 'ready' | 'spent' | 'too-many' | 'signed-out'

export const SignInPage = ({ frame, state, token }: { frame: Frame; state: SignInState; token: string | null }) => {
  const t = signInTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title}>
      <section class="card narrow">
        <h1>{t.title}</h1>
        {state === 'signed-out' ? <p role="status">{t.signedOut}</p> : null}
        {state === 'spent' || state === 'too-many' ? (
          <p class="notice notice--error" role="alert">
            {state === 'spent' ? t.spent : t.tooMany}
          </p>
        ) : null}
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
            <p>{t.how}</p>
            <p>{t.steps}</p>
            <pre class="command">
              <code>{t.command}</code>
            </pre>
            <p class="muted">{t.first}</p>
          </>
        )}
      </section>
    </Shell>
  )
}
