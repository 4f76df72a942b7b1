import type { Structure } from './structure.ts'

const MOST_PAGES = 100_000

/**
 * Pages by walking the page tree: `/Count` and the linearisation dictionary are claims that readers believe, and a reader that believes
 * "1 page" never shows the second. A page that is named but missing counts. Null where the tree cannot be found.
 */
export function countPages({ objects, trailers }: Structure): number | null {
  const root = lastRef(trailers, 'Root')
  const top = root === null ? null : lastRef(objects.get(root) ?? '', 'Pages')
  if (top === null || !objects.has(top)) return null
  const seen = new Set<number>()
  const open = [top]
  let pages = 0
  for (let number = open.pop(); number !== undefined && pages < MOST_PAGES; number = open.pop()) {
    if (seen.has(number)) continue
    seen.add(number)
    const kids = kidsOf(objects, objects.get(number) ?? '')
    if (kids) open.push(...kids)
    else pages++
  }
  return pages
}

function kidsOf(objects: Structure['objects'], node: string): readonly number[] | null {
  if (/\/Type\s*\/Page\b/.test(node)) return null
  const list = /\/Kids\s*(?:\[([^\]]*)\]|(\d+)\s+\d+\s+R)/.exec(node)
  if (!list) return null
  const text = list[1] ?? objects.get(Number(list[2])) ?? ''
  return [...text.matchAll(/(\d+)\s+\d+\s+R\b/g)].map(([, number]) => Number(number))
}

function lastRef(text: string, name: string): number | null {
  const found = [...text.matchAll(new RegExp(`/${name}\\s+(\\d+)\\s+\\d+\\s+R`, 'g'))].at(-1)
  return found ? Number(found[1]) : null
}
