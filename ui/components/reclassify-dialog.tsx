import type { ClassGuess } from '../../core/result.ts'
import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'
import { type DeskKeys, keyName } from '../views/desk-keys.ts'
import { keyHint } from '../views/key-hint.ts'
import { presentShare } from '../views/present-share.ts'

export interface TypeChoice {
  readonly name: string
  readonly caption: string
}

interface Props {
  readonly documentId: string
  /** Query of the list that the person came from. */
  readonly list: string
  readonly version: number
  /** The types that the document may be instead. */
  readonly types: readonly TypeChoice[]
  /** Nobody knows the type yet: the question stands open. */
  readonly unknown: boolean
  /** What it most likely is, the likeliest first. */
  readonly guesses: readonly ClassGuess[]
  readonly keys: DeskKeys
  readonly language: Language
}

/** What the document is, said by a person: a form of its own, after which it is read again as that type. */
export const ReclassifyDialog = ({ documentId, list, version, types, unknown, guesses, keys, language }: Props) => {
  const t = deskTexts(language).reclassify
  if (types.length === 0) return null
  return (
    <details class="reject aside" data-reclassify open={unknown}>
      <summary>{t.title} …</summary>
      <form method="post" action={`/documents/${documentId}/type${list}`} class="reject-body">
        <input type="hidden" name="version" value={version} />
        <p class="muted">{unknown ? t.explainsUnknown : t.explains}</p>
        {unknown ? <Guesses guesses={guesses} types={types} keys={keys} language={language} /> : null}
        <label for="said-type">{unknown ? t.orElse : t.what}</label>
        <select id="said-type" name="chosen">
          {types.map(({ name, caption }) => (
            <option value={name}>{caption}</option>
          ))}
        </select>
        <p class="reject-actions">
          <button type="submit">{t.confirm}</button>
        </p>
      </form>
    </details>
  )
}

const GUESS_COMMANDS = ['firstGuess', 'secondGuess', 'thirdGuess'] as const

/** One button for each type that it may be, with the printed words that speak for it, and a key for the first three. */
const Guesses = ({ guesses, types, keys, language }: Pick<Props, 'guesses' | 'types' | 'keys' | 'language'>) => {
  const t = deskTexts(language).reclassify
  const shown = guesses.map((guess) => ({ guess, type: types.find(({ name }) => name === guess.type) }))
  if (shown.length === 0) return <p>{t.noGuess}</p>
  // Two kinds of one type are one choice: the same fields are read.
  const choices = shown.flatMap(({ type }) => (type ? [type.name] : [])).filter((name, at, all) => all.indexOf(name) === at)
  return (
    <ol class="guesses">
      {shown.map(({ guess, type }) => {
        const at = type ? choices.indexOf(type.name) + 1 : 0
        const command = GUESS_COMMANDS[at - 1]
        const isFirst = type !== undefined && shown.find((one) => one.type === type)?.guess === guess
        return (
          <li>
            {isFirst ? (
              <button
                type="submit"
                name="type"
                value={type.name}
                data-guess={at}
                {...(command && keyHint(keys[command]))}
                class={at === 1 ? 'primary' : undefined}
              >
                {type.caption} {command ? <kbd>{keyName(keys[command])}</kbd> : null}
              </button>
            ) : null}{' '}
            <span>
              {guess.caption[language]}: {presentShare(guess.probability, language)}
              {type ? null : ` (${t.noReader})`}
            </span>
            {guess.because && guess.because.length > 0 ? (
              <small class="muted">
                {guess.because.map(({ page, text }) => `«${text}» (${t.onPage.replace('{page}', String(page))})`).join(', ')}
              </small>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
