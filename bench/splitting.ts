import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Page, Reading } from '../core/reading.ts'
import { type MarkedPage, markPage, splitPages } from '../core/splitting/index.ts'
import { documentTypes } from '../schemas/registry.ts'

/**
 * How well files of several documents are told apart:
 *   node bench/splitting.ts FOLDER [bundles] [seed] [prefix]
 * FOLDER holds one Reading as JSON per document (`*.reading.json`). Each bundle is one to five of them at random, now and then with a blank sheet
 * between; what is counted are the boundaries between documents. `prefix` limits the documents by name, to measure layouts that were left out.
 */
const [folder, bundles = '300', seed = '1', prefix = ''] = process.argv.slice(2)
if (!folder) throw new Error('Name a folder with readings')

const MOST_PAGES = 12 // of a document in a bundle
const BLANK_SHARE = 0.15

interface Known {
  readonly name: string
  readonly pages: readonly MarkedPage[]
}

const opens = (page: Page) => Math.max(...documentTypes.map(({ recognise }) => recognise({ pages: [{ ...page, index: 1 }] })))
const documents: Known[] = []
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.reading.json') && name.startsWith(prefix)).sort()) {
  const { pages } = z.looseObject({ pages: Reading.unwrap().shape.pages }).parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
  documents.push({ name: basename(file, '.reading.json'), pages: pages.slice(0, MOST_PAGES).map((page) => markPage(page, opens)) })
}
const blank = markPage(
  { index: 1, widthPx: 1240, heightPx: 1754, source: 'none', engine: null, lines: [], blocks: [], tables: [], error: null, blank: true },
  () => 0,
)

let state = Number(seed)
const random = (below: number) => {
  state = (state * 1103515245 + 12345) % 2147483648
  return Math.floor((state / 2147483648) * below)
}
const counted = { right: 0, wrong: 0, missed: 0, bundlesRight: 0, doubtful: 0, doubtfulThoughRight: 0, sureThoughWrong: 0 }
const slips = new Map<string, number>()
for (let b = 0; b < Number(bundles); b++) {
  const pages: MarkedPage[] = []
  const names: string[] = []
  const starts = new Set<number>()
  let last: Known | null = null
  for (let left = 1 + random(5); left > 0; left--) {
    let next: Known
    do next = documents[random(documents.length)]!
    while (next === last)
    if (last && random(1000) < 1000 * BLANK_SHARE) {
      pages.push(blank)
      names.push('blank')
    }
    if (last) starts.add(pages.length)
    pages.push(...next.pages)
    names.push(...next.pages.map((_, i) => `${next.name}#${i + 1}/${next.pages.length}`))
    last = next
  }
  const { ranges, sure } = splitPages(pages.map((page, i) => ({ ...page, index: i })))
  const found = new Set(ranges.slice(1).map(({ first }) => first))
  const wrong = [...found].filter((at) => !starts.has(at))
  const missed = [...starts].filter((at) => !found.has(at))
  for (const [kind, list] of Object.entries({ wrong, missed }))
    for (const at of list) {
      const key = `${kind} ${names[at - 1]} -> ${names[at]}`
      slips.set(key, (slips.get(key) ?? 0) + 1)
    }
  const isRight = wrong.length + missed.length === 0
  counted.right += found.size - wrong.length
  counted.wrong += wrong.length
  counted.missed += missed.length
  counted.bundlesRight += isRight ? 1 : 0
  counted.doubtful += sure ? 0 : 1
  counted.doubtfulThoughRight += !sure && isRight ? 1 : 0
  counted.sureThoughWrong += sure && !isRight ? 1 : 0
}
const precision = counted.right / (counted.right + counted.wrong)
const recall = counted.right / (counted.right + counted.missed)
const alone = documents.map(({ name, pages }) => ({ name, ...splitPages(pages.map((page, i) => ({ ...page, index: i + 1 }))) }))
console.log(
  JSON.stringify(
    {
      documents: documents.length,
      ofSeveralPages: documents.filter(({ pages }) => pages.length > 1).length,
      ...counted,
      precision: Number(precision.toFixed(4)),
      recall: Number(recall.toFixed(4)),
      f1: Number(((2 * precision * recall) / (precision + recall)).toFixed(4)),
      singlesCut: alone.filter(({ ranges }) => ranges.length > 1).map(({ name }) => name),
      singlesDoubtful: alone.filter(({ sure }) => !sure).map(({ name }) => name),
      slips: Object.fromEntries([...slips].sort((a, b) => b[1] - a[1]).slice(0, 15)),
    },
    null,
    1,
  ),
)
