import { type Frame, Shell } from '../components/shell.tsx'
import { deskTexts } from '../texts/desk.ts'
import { keyTexts } from '../texts/keys.ts'
import { commandsOf, type DeskCommand, KEY_LINES } from '../views/desk-keys.ts'

interface Props {
  readonly frame: Frame
  readonly script: string
  /** As they stand in the fields: names of keys, or what was written and could not be taken. */
  readonly written: Readonly<Record<DeskCommand, string>>
  readonly wrong: ReadonlySet<DeskCommand>
  readonly problem: string | null
  readonly isSaved: boolean
}

/** The commands of the desk with the key of each. */
export const KeysPage = ({ frame, script, written, wrong, problem, isSaved }: Props) => {
  const t = keyTexts(frame.language)
  const atDesk = deskTexts(frame.language)
  return (
    <Shell frame={frame} title={atDesk.keysTitle} script={script}>
      <section class="card">
        <h1>{atDesk.keysTitle}</h1>
        {problem !== null || isSaved ? (
          <p class={`notice notice--${problem === null ? 'good' : 'error'}`} role="status">
            {problem ?? t.saved}
          </p>
        ) : null}
        <p class="muted">{t.explains}</p>
        <form method="post" action="/account/keys" autocomplete="off">
          <dl class="key-fields">
            {KEY_LINES.filter((line) => 'commands' in line).map((line) => (
              <div>
                <dt id={`says-${line.says}`}>{atDesk.keys[line.says]}</dt>
                <dd>
                  {commandsOf(line).map((command, at) => (
                    <input
                      type="text"
                      name={command}
                      value={written[command]}
                      maxLength={40}
                      spellcheck={false}
                      data-key
                      aria-label={`${atDesk.keys[line.says]}, ${at + 1}`}
                      aria-invalid={wrong.has(command) ? 'true' : undefined}
                    />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p class="panel-actions">
            <button type="submit" class="primary">
              {t.save}
            </button>
            <button type="submit" name="usual" value="yes">
              {t.usual}
            </button>
          </p>
        </form>
      </section>
    </Shell>
  )
}
