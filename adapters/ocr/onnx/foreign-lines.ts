import type { Word } from '../../../core/reading.ts'
import { cyrillicShare, hasOwnCyrillic, isFigures, type LineFacts, lacksCharacters } from '../line-script.ts'
import { withSecondOpinion } from '../second-opinion.ts'
import { meanProbability, type ReadLine } from './recognise.ts'

/** Words of each line by a second reader, in the order given. */
export type ReadAgain = (lines: readonly ReadLine[]) => Promise<readonly (readonly Word[])[]>

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
