import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'

/** Each key with what it does, as the desk binds it (islands/review/shortcuts.ts and review.ts). */
const KEYS = [
  ['Enter', 'confirm'],
  ['Shift+Enter', 'back'],
  ['Ctrl+Enter', 'approve'],
  ['Ctrl+S', 'save'],
  ['Alt+↓', 'candidates'],
  ['Esc', 'revert'],
  ['Ctrl+Z / Ctrl+Y', 'undo'],
  ['F2', 'whole'],
  ['F4', 'viewer'],
  ['Alt+O', 'formOrder'],
  ['Alt+L', 'lines'],
  ['Alt+Insert / Alt+Delete', 'addLine'],
  ['Alt+↑ / Alt+↓', 'moveLine'],
  ['Alt+C', 'duplicateLine'],
  ['Alt+J / Alt+K', 'joinLines'],
  ['Alt+G', 'fillDown'],
  ['Alt+=', 'third'],
  ['Alt+PgDn / Alt+PgUp', 'otherDocument'],
  ['F8', 'reject'],
  ['F9 / Shift+F9', 'postpone'],
  ['Alt+R', 'readTable'],
  ['Alt+T', 'reclassify'],
  ['Alt+1 / Alt+2 / Alt+3', 'guess'],
  ['F1 / ?', 'sheet'],
] as const

export const ShortcutSheet = ({ language, approves }: { language: Language; approves: boolean }) => {
  const t = deskTexts(language)
  return (
    <dialog class="key-sheet" data-keys aria-labelledby="keys-title">
      <h2 id="keys-title">{t.keysTitle}</h2>
      <dl>
        {KEYS.filter(([, what]) => what !== 'approve' || approves).map(([key, what]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t.keys[what]}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t.close}</button>
      </form>
    </dialog>
  )
}
