import { foldNumber } from '../../../core/identifiers/index.ts'
import type { Prose } from '../../../core/prose/index.ts'

/** A party as the opening of the contract names it. `at`: its place in the list of parties. */
export interface NamedParty {
  readonly at: number
  readonly name: string
  readonly role: string | null
}

/** What is said of one party: a piece of a running text. */
export interface Block {
  readonly at: number
  readonly prose: Prose
  readonly from: number
  readonly to: number
}

/** «Заказчик:», «ЗАКАЗЧИК», «от Заказчика»: the row says little more than whose column it is. */
export function begins(row: string, role: string): boolean {
  const text = row.replace(/^(?:\d[.)]\s|от\s|for\s(?:the\s)?|the\s)*/iu, '').toLowerCase()
  return text.startsWith(role.toLowerCase()) && /^[\p{Ll}]{0,2}(?:$|[\s:«"(.–—-])/u.test(text.slice(role.length))
}

/** The row holds the name without its legal form. */
export function names(row: string, name: string): boolean {
  const core = foldNumber((/[«"„“]([^»"“”]{3,})/u.exec(name)?.[1] ?? name).replace(/[^\p{L}\p{N}]/gu, ''))
  return core.length >= 4 && foldNumber(row.replace(/[^\p{L}\p{N}]/gu, '')).includes(core)
}
