// Reads every sample below a folder and says, per layout and field, how often the value is the expected one, and what came instead.
// `docket evaluate` scores the fields of doc-truth/1; this looks at every value that the page prints.
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseConfig } from '../adapters/config.ts'
import { createLog } from '../adapters/log.ts'
import { createOneShot } from '../cli/one-shot.ts'
import { leaves, specPath, valueAt } from '../core/paths.ts'
import { dec } from '../core/rules/index.ts'
import type { Expected } from './expected.ts'

interface Count {
  right: number
  all: number
  /** The first miss, to look at. */
  miss: string
}

const [root] = process.argv.slice(2)
if (!root) {
  process.stderr.write('usage: compare.ts DIR\n')
  process.exit(2)
}
const layouts = new Map<string, Map<string, Count>>()
const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
try {
  const paths = (await readdir(root, { recursive: true })).filter((path) => /^document\.\w+$/.test(basename(path))).sort()
  for (const path of paths) {
    const expected = JSON.parse(await readFile(join(root, dirname(path), 'expected.json'), 'utf8')) as Expected
    const { result } = await oneShot.run(join(root, path), { type: 'auto', useLlm: false })
    const counts = layouts.get(expected.layout) ?? new Map<string, Count>()
    layouts.set(expected.layout, counts)
    for (const [field, wanted] of leaves(expected.data)) count(counts, dirname(path), field, wanted, valueAt(result.data, field))
  }
} finally {
  await oneShot.close()
}
for (const [layout, counts] of layouts) {
  const all = [...counts.values()]
  const sum = (key: 'right' | 'all') => all.reduce((total, one) => total + one[key], 0)
  process.stdout.write(`${layout}: ${sum('right')}/${sum('all')}\n`)
  for (const [field, { right, all, miss }] of counts) if (right < all) process.stdout.write(`  ${field} ${right}/${all}  ${miss}\n`)
}

function count(counts: Map<string, Count>, name: string, field: string, wanted: unknown, given: unknown): void {
  const one = counts.get(specPath(field)) ?? { right: 0, all: 0, miss: '' }
  counts.set(specPath(field), one)
  one.all++
  if (same(wanted, given)) one.right++
  else one.miss ||= `${name} ${field}: ${wanted} ≠ ${given ?? 'nothing'}`
}

function plainSpaces(value: unknown): string {
  return String(value).replace(/\s/g, ' ')
}

function same(wanted: unknown, given: unknown): boolean {
  if (wanted === given) return true
  if (plainSpaces(wanted) === plainSpaces(given)) return true
  const number = /^-?\d+(\.\d+)?$/
  return number.test(String(wanted)) && number.test(String(given)) && dec(String(wanted)).equals(dec(String(given)))
}
