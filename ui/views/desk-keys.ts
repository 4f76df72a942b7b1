/**
 * The keys of the desk as `KeyboardEvent.code` with modifiers (`Alt+KeyL`), so that the keyboard's language changes nothing. A line of the key sheet may name
 * two commands; `fixed` keys belong to typing itself and stay.
 */
export const KEY_LINES = [
  { says: 'confirm', fixed: 'Enter' },
  { says: 'back', fixed: 'Shift+Enter' },
  { says: 'approve', commands: { approve: 'Ctrl+Enter' } },
  { says: 'save', commands: { save: 'Ctrl+KeyS' } },
  { says: 'candidates', fixed: 'Alt+↓' },
  { says: 'revert', fixed: 'Esc' },
  { says: 'undo', commands: { undo: 'Ctrl+KeyZ', redo: 'Ctrl+KeyY' } },
  { says: 'whole', fixed: 'F2' },
  { says: 'viewer', commands: { viewer: 'F4' } },
  { says: 'formOrder', commands: { formOrder: 'Alt+KeyO' } },
  { says: 'lines', commands: { lines: 'Alt+KeyL' } },
  { says: 'addLine', commands: { insertLine: 'Alt+Insert', strikeLine: 'Alt+Delete' } },
  { says: 'moveLine', fixed: 'Alt+↑ / Alt+↓' },
  { says: 'duplicateLine', commands: { duplicateLine: 'Alt+KeyC' } },
  { says: 'joinLines', commands: { joinLines: 'Alt+KeyJ', splitLine: 'Alt+KeyK' } },
  { says: 'fillDown', commands: { fillDown: 'Alt+KeyG' } },
  { says: 'third', commands: { third: 'Alt+Equal' } },
  { says: 'otherDocument', commands: { nextDocument: 'Alt+PageDown', previousDocument: 'Alt+PageUp' } },
  { says: 'reject', commands: { reject: 'F8' } },
  { says: 'postpone', commands: { postpone: 'F9', escalate: 'Shift+F9' } },
  { says: 'readTable', commands: { readTable: 'Alt+KeyR' } },
  { says: 'reclassify', commands: { reclassify: 'Alt+KeyT' } },
  { says: 'guess', commands: { firstGuess: 'Alt+Digit1', secondGuess: 'Alt+Digit2', thirdGuess: 'Alt+Digit3' } },
  { says: 'sheet', commands: { sheet: 'F1' } },
] as const

type Commands<Line> = Line extends { readonly commands: infer C } ? keyof C : never
type KeysOfUnion<T> = T extends T ? Commands<T> : never
export type DeskCommand = KeysOfUnion<(typeof KEY_LINES)[number]>
export type DeskKeys = Readonly<Record<DeskCommand, string>>

export const USUAL_KEYS = Object.assign({}, ...KEY_LINES.map((line) => ('commands' in line ? line.commands : {}))) as DeskKeys

/** The commands of a line of the sheet, in its order. */
export function commandsOf(line: (typeof KEY_LINES)[number]): readonly DeskCommand[] {
  return 'commands' in line ? (Object.keys(line.commands) as DeskCommand[]) : []
}

/** The usual keys with those that a person has put elsewhere; what is kept and no longer a command or a key does not count. */
export function keysWith(own: Readonly<Record<string, string>>): DeskKeys {
  const known = Object.entries(own).filter(([command, key]) => Object.hasOwn(USUAL_KEYS, command) && keyOf(key) === key)
  return { ...USUAL_KEYS, ...Object.fromEntries(known) }
}

const NAMES: Readonly<Record<string, string>> = {
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Equal: '=',
  Minus: '-',
  Slash: '/',
  Comma: ',',
  Period: '.',
}
const CODES = new Map(Object.entries(NAMES).map(([code, name]) => [name.toLowerCase(), code]))

/** `Alt+KeyL` as it stands on keyboards: `Alt+L`. */
export function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES[part] ?? part.replace(/^(?:Key|Digit)(?=.$)/, ''))
    .join('+')
}

/** What somebody typed or pressed, as `Alt+L` or `Alt+KeyL`; null = not a key that the desk may take. */
export function keyOf(text: string): string | null {
  const parts = text.trim().split(/\s*\+\s*/)
  const last = parts.pop() ?? ''
  const modifiers = parts.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
  const code = /^[a-z]$/i.test(last)
    ? `Key${last.toUpperCase()}`
    : /^\d$/.test(last)
      ? `Digit${last}`
      : (CODES.get(last.toLowerCase()) ?? CODE_OF.get(last.toLowerCase()))
  if (!code) return null
  const key = [...modifiers, code].join('+')
  return isAllowed(modifiers, code) ? key : null
}

const CODE_OF = new Map(
  [
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`),
    ...Array.from({ length: 10 }, (_, i) => `Digit${i}`),
    ...Array.from({ length: 12 }, (_, i) => `F${i + 1}`),
    'Enter',
    'Insert',
    'Delete',
    'Home',
    'End',
    ...Object.keys(NAMES),
  ].map((code) => [code.toLowerCase(), code]),
)

/** Those that browsers and texts need: menus, closing, printing, clipboard. */
const TAKEN =
  /^(?:Alt\+(?:Key[DEF]|Home|F4)|Ctrl\+(?:Key[ACFLNPRTVWX]|Digit\d|F4|Equal|Minus|PageUp|PageDown|Home|End|Insert|Delete)|F(?:2|5|6|11|12)|Shift\+F10)$/

/** One of Ctrl or Alt, or a function key (with Shift, if wished). Two of Ctrl, Alt and Shift switch the keyboard's language or write letters. */
function isAllowed(modifiers: readonly string[], code: string): boolean {
  if (modifiers.length > 1 || TAKEN.test([...modifiers, code].join('+'))) return false
  const [modifier] = modifiers
  if (/^F\d+$/.test(code)) return modifier === undefined || modifier === 'Shift' || modifier === 'Ctrl' || modifier === 'Alt'
  return modifier === 'Ctrl' || modifier === 'Alt'
}
