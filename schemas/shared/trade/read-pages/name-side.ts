import type { PrintedItem } from './items.ts'

/** Where the first line of a name that takes several stands: beside its figures, or over them (cells set to their middle or foot). */
export type NameSide = 'beside' | 'over'

/** As the first page with two items of several lines shows it, where all of them agree; null where none does. */
export function sideOfNames(items: readonly PrintedItem[]): NameSide | null {
  for (const page of Map.groupBy(items, ({ anchor }) => anchor.page).values()) {
    const tall = page.filter(({ above, below }) => above.length + below.length > 0)
    if (tall.length < 2) continue
    const over = tall.filter(({ above }) => above.length > 0).length
    return over === 0 ? 'beside' : over === tall.length ? 'over' : null
  }
  return null
}
