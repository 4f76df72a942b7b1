import { keyName } from './desk-keys.ts'

/** What a control says of the key that does the same: in its title for people, in `aria-keyshortcuts` for screen readers. `key` as in desk-keys.ts. */
export function keyHint(key: string, says = ''): { readonly title: string; readonly 'aria-keyshortcuts': string } {
  const name = keyName(key)
  return { title: says === '' ? name : `${says} (${name})`, 'aria-keyshortcuts': ariaKey(key) }
}

const SIGNS: Readonly<Record<string, string>> = { Ctrl: 'Control', Equal: '=', Minus: '-', Slash: '/', Comma: ',', Period: '.' }

/** By the names of KeyboardEvent.key, as WAI-ARIA 1.2 asks for: `Control+Enter`, `Alt+PageDown`, `Alt+L`. */
function ariaKey(key: string): string {
  return key
    .split('+')
    .map((part) => SIGNS[part] ?? part.replace(/^(?:Key|Digit)(?=.$)/, ''))
    .join('+')
}
