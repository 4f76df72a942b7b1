import type { Word } from '../../../core/reading.ts'
import { cyrillicShare, hasOwnCyrillic, isFigures, type LineFacts, lacksCharacters } from '../line-script.ts'
import { withSecondOpinion } from '../second-opinion.ts'
import { meanProbability, type ReadLine } from './recognise.ts'
import type { Rect } from './rect.ts'

/** Words of each line by a second reader, in the order given. */
export type ReadAgain = (lines: readonly ReadLine[]) => Promise<readonly (readonly Word[])[]>

/** Reads lines by one network, in the order given. */
export type ReadRects = (rects: readonly Rect[]) => Promise<readonly LineWithWords[]>

export interface LineWithWords {
  readonly line: ReadLine
  readonly words: readonly Word[]
}

const SAMPLES = 5
const MOST_ON_LATIN_PAGE = 12
const CYRILLIC = 0.4 // share of letters
const SURE = 60
const SURE_LATIN = 0.9

/**
 * Lines in a script that the recogniser does not know are read again: on a Cyrillic page all but plain figures, on a Latin page those that lack
 * characters. Returns the words of all lines.
 */
export async function readForeignLines(lines: readonly LineWithWords[], readAgain: ReadAgain): Promise<readonly Word[]> {
  const known = new Map(lines.map((one) => [one, factsOf(one)]))
  const foreign = lines
    .filter((one) => lacksCharacters(known.get(one)!))
    .toSorted((a, b) => b.line.rect.width / b.line.rect.height - a.line.rect.width / a.line.rect.height)
  const again = new Map<LineWithWords, readonly Word[]>()
  const readAll = async (some: readonly LineWithWords[]) => {
    const unread = some.filter((one) => !again.has(one))
    const read = await readAgain(unread.map((one) => one.line))
    for (const [i, one] of unread.entries()) again.set(one, read[i]!)
  }
  await readAll(foreign.slice(0, SAMPLES))
  const cyrillicPage = mainlyCyrillic([...again.values()].flat()) && foreign.length > lines.length / 10
  await readAll(cyrillicPage ? lines.filter((one) => !isFigures(known.get(one)!)) : foreign.slice(0, MOST_ON_LATIN_PAGE))
  return lines.flatMap((one) => chosen(one, known.get(one)!, again.get(one), cyrillicPage))
}

/**
 * The words of a page whose longest lines are in Cyrillic, read by the network that knows it; null for other pages. `usual` is asked too for lines
 * with figures, as second opinion, and for those without Cyrillic, which it reads better; not for the rest: half the time of such a page.
 */
export async function readCyrillicPage(rects: readonly Rect[], usual: ReadRects, cyrillic: ReadRects): Promise<readonly Word[] | null> {
  const longest = rects.toSorted((a, b) => b.width / b.height - a.width / a.height).slice(0, SAMPLES)
  const samples = await usual(longest)
  const foreign = longest.filter((_, i) => lacksCharacters(factsOf(samples[i]!)))
  if (foreign.length <= longest.length / 2) return null
  if (!mainlyCyrillic((await cyrillic(foreign)).flatMap(({ words }) => words))) return null
  const read = await cyrillic(rects)
  const shared = rects.filter((_, i) => !isCyrillicText(read[i]!.words))
  const own = new Map((await usual(shared)).map((one, i) => [shared[i]!, one]))
  return rects.flatMap((rect, i) => {
    const other = own.get(rect)
    return other ? chosen(other, factsOf(other), read[i]!.words, true) : read[i]!.words
  })
}

function isCyrillicText(words: readonly Word[]): boolean {
  const text = words.map((w) => w.text).join('')
  return hasOwnCyrillic(text) && !/\d/.test(text)
}

/** Whether any line lacks characters, so that `readForeignLines` would read something again. */
export function hasForeignLines(lines: readonly LineWithWords[]): boolean {
  return lines.some((one) => lacksCharacters(factsOf(one)))
}

function chosen(own: LineWithWords, facts: LineFacts, again: readonly Word[] | undefined, cyrillicPage: boolean): readonly Word[] {
  if (!again || again.length === 0) return own.words
  const share = cyrillicShare(again.map((w) => w.text).join(''))
  const latin = share === 0 && !lacksCharacters(facts) && facts.confidence >= SURE_LATIN
  if (latin || (!cyrillicPage && !mainlyCyrillic(again))) return own.words
  return again.map((word) => withSecondOpinion(word, own.words))
}

function factsOf({ line, words }: LineWithWords): LineFacts {
  const { width, height } = line.rect
  const places = [0, ...line.characters.map((c) => c.at), 1]
  const widestGap = (Math.max(...places.slice(1).map((at, i) => at - places[i]!)) * width) / height
  return { text: words.map((w) => w.text).join(''), width, height, widestGap, confidence: meanProbability(line.characters) }
}

function mainlyCyrillic(words: readonly Word[]): boolean {
  const sure = words.filter((w) => (w.confidence ?? 0) * 100 >= SURE)
  const text = sure.map((w) => w.text).join('')
  return cyrillicShare(text) >= CYRILLIC && hasOwnCyrillic(text)
}
