import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'
import { commandsOf, type DeskKeys, KEY_LINES, keyName } from '../views/desk-keys.ts'

export const ShortcutSheet = ({ language, approves, keys }: { language: Language; approves: boolean; keys: DeskKeys }) => {
  const t = deskTexts(language)
  return (
    <dialog class="key-sheet" data-keys data-own-keys={JSON.stringify(keys)} aria-labelledby="keys-title">
      <h2 id="keys-title">{t.keysTitle}</h2>
      <dl>
        {KEY_LINES.filter(({ says }) => says !== 'approve' || approves).map((line) => (
          <div>
            <dt>
              <kbd>
                {'fixed' in line
                  ? line.fixed
                  : commandsOf(line)
                      .map((command) => keyName(keys[command]))
                      .join(' / ')}
              </kbd>
            </dt>
            <dd>{t.keys[line.says]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/account/keys">{t.otherKeys}</a>
      </p>
      <form method="dialog">
        <button type="submit">{t.close}</button>
      </form>
    </dialog>
  )
}
