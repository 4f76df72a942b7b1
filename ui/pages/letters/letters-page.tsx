import type { Letter } from '../../../adapters/db/index.ts'
import type { LetterLanguage, LetterTemplate } from '../../../core/letters/index.ts'
import { LetterList } from '../../components/letter-list.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { letterTexts } from '../../texts/letters.ts'

export interface TemplateShown extends LetterTemplate {
  readonly language: LetterLanguage
  /** Why it was not saved; null = nothing was wrong. */
  readonly refused: string | null
}

interface Props {
  readonly frame: Frame
  readonly letters: readonly Letter[]
  readonly templates: readonly TemplateShown[]
  /** Names that a template may use, with what they mean. */
  readonly places: readonly { readonly name: string; readonly caption: string }[]
  readonly isSaved: boolean
}

/** What left, and the templates. */
export const LettersPage = ({ frame, letters, templates, places, isSaved }: Props) => {
  const t = letterTexts(frame.language)
  return (
    <Shell frame={frame} title={t.listTitle} current="letters">
      <h1>{t.listTitle}</h1>
      <p>{t.listIntro}</p>
      {isSaved ? (
        <p class="notice notice--good" role="status">
          {t.saved}
        </p>
      ) : null}
      {letters.length === 0 ? <p>{t.none}</p> : <LetterList frame={frame} letters={letters} linked />}
      {templates.map((template) => (
        <TemplateForm frame={frame} template={template} />
      ))}
      <details class="card">
        <summary>{t.places}</summary>
        <ul>
          {places.map(({ name, caption }) => (
            <li>
              <code>{`{${name}}`}</code> <span class="muted">{caption}</span>
            </li>
          ))}
        </ul>
      </details>
    </Shell>
  )
}

const TemplateForm = ({ frame, template }: { frame: Frame; template: TemplateShown }) => {
  const t = letterTexts(frame.language)
  const { language, subject, body, refused } = template
  const mayChange = frame.may.has('settings:write')
  const id = (name: string) => `${language}-${name}`
  return (
    <details class="card" open={refused !== null}>
      <summary>{`${t.template}: ${t.languages[language]}`}</summary>
      {refused === null ? null : (
        <p class="notice notice--error" role="alert">
          {refused}
        </p>
      )}
      <p class="muted">{t.templateText}</p>
      <form method="post" action="/letters/templates" class="stacked letter-form">
        <input type="hidden" name="language" value={language} />
        <label for={id('subject')}>{t.subject}</label>
        <input
          type="text"
          id={id('subject')}
          name="subject"
          value={subject}
          required
          maxLength={200}
          readOnly={!mayChange}
          lang={language}
          autocomplete="off"
        />
        <label for={id('body')}>{t.body}</label>
        <textarea id={id('body')} name="body" rows={14} required maxLength={20_000} readOnly={!mayChange} lang={language}>
          {body}
        </textarea>
        {mayChange ? (
          <button type="submit" class="primary">
            {t.save}
          </button>
        ) : null}
      </form>
    </details>
  )
}
