import type { DraftedLetter } from '../../api/letter-draft.ts'
import { type Frame, Shell } from '../../components/shell.tsx'
import { letterTexts } from '../../texts/letters.ts'

export interface LetterShown extends DraftedLetter {
  readonly documentId: string
  readonly number: string
  /** Made with the draft: pressing the button twice sends one letter. */
  readonly id: string
  readonly hasMail: boolean
  readonly said: 'invalid' | 'twice' | null
  readonly wrong: ReadonlySet<string>
}

/** A letter before it leaves. Everything in it can be changed. */
export const LetterPage = ({ frame, shown }: { frame: Frame; shown: LetterShown }) => {
  const t = letterTexts(frame.language)
  return (
    <Shell frame={frame} title={`${t.title} · ${shown.number}`} current="documents">
      <p>
        <a href={`/documents/${shown.documentId}`}>← {t.back}</a>
      </p>
      <h1>
        {t.title}: <bdi>{shown.number}</bdi>
      </h1>
      <p>{t.intro}</p>
      {shown.said === null ? null : (
        <p class="notice notice--error" role="alert">
          {t[shown.said]}
        </p>
      )}
      <AboutCard frame={frame} shown={shown} />
      <WordsForm frame={frame} shown={shown} />
    </Shell>
  )
}

const AboutCard = ({ frame, shown }: { frame: Frame; shown: LetterShown }) => {
  const t = letterTexts(frame.language)
  return (
    <section class="card">
      <form method="get" action={`/documents/${shown.documentId}/letter`} class="stacked letter-about">
        <input type="hidden" name="chosen" value="1" />
        <fieldset class="stacked">
          <legend>{t.about}</legend>
          {shown.about.length === 0 ? <p class="muted">{t.aboutNone}</p> : null}
          {shown.about.map(({ at, text, isChosen }) => (
            <label class="choice">
              <input type="checkbox" name="finding" value={at} checked={isChosen} />
              <bdi>{text}</bdi>
            </label>
          ))}
        </fieldset>
        <label>
          {t.language}
          <select name="language">
            {(['ru', 'en'] as const).map((language) => (
              <option value={language} selected={language === shown.language}>
                {t.languages[language]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{t.refill}</button>
        <small class="muted">{t.refillText}</small>
      </form>
    </section>
  )
}

const WordsForm = ({ frame, shown }: { frame: Frame; shown: LetterShown }) => {
  const t = letterTexts(frame.language)
  const wrong = (name: string) => (shown.wrong.has(name) ? ('true' as const) : undefined)
  return (
    <form method="post" action={`/documents/${shown.documentId}/letter`} class="card stacked letter-form">
      <input type="hidden" name="id" value={shown.id} />
      <input type="hidden" name="language" value={shown.language} />
      <div class="entry-field">
        <label for="to">{t.to}</label>
        <input
          type="text"
          inputMode="email"
          id="to"
          name="to"
          value={shown.to}
          required
          maxLength={254}
          autocomplete="off"
          aria-invalid={wrong('to')}
          aria-describedby="to-hint"
        />
        <small class={shown.wrong.has('to') ? 'wrong' : 'muted'} id="to-hint">
          {shown.wrong.has('to') ? t.invalidTo : shown.isKnown ? t.toKnown : t.toHint}
        </small>
      </div>
      <div class="entry-field">
        <label for="subject">{t.subject}</label>
        <input
          type="text"
          id="subject"
          name="subject"
          value={shown.subject}
          required
          maxLength={200}
          autocomplete="off"
          lang={shown.language}
          aria-invalid={wrong('subject')}
        />
      </div>
      <div class="entry-field">
        <label for="body">{t.body}</label>
        <textarea id="body" name="body" rows={18} required maxLength={20_000} lang={shown.language} aria-invalid={wrong('body')}>
          {shown.body}
        </textarea>
      </div>
      {shown.gaps.length === 0 ? null : (
        <p class="notice notice--warning">
          {t.gaps}: {shown.gaps.join(', ')}.
        </p>
      )}
      <p class="muted">
        {shown.hasMail ? (
          <>
            {t.answers} <bdi>{shown.replyTo}</bdi>.
          </>
        ) : (
          t.noMail
        )}
      </p>
      <p class="panel-actions">
        {shown.hasMail ? (
          <button type="submit" class="primary" name="action" value="send">
            {t.send}
          </button>
        ) : null}
        <button type="submit" name="action" value="eml">
          {t.eml}
        </button>
      </p>
      <small class="muted">{t.emlText}</small>
    </form>
  )
}
