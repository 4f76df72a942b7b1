import type { Heading, Lesson, Remembered, Taught } from './lesson.ts'

/** A key that a number makes; names are told apart less surely. */
const isNumber = (key: string) => !key.startsWith('name:')

/**
 * What counts for a document of this seller. Another supplier's number may stand on the page as well (who delivers, who is named in a text): where the
 * seller's own number is read, only documents of that number teach. Newest first stays newest first; of one heading the newest decides.
 * @param seller keys of the seller as the page is read, without those of the organisation itself; empty = nobody knows who it is yet
 */
export function ofSupplier(remembered: readonly Remembered[], seller: readonly string[]): Taught {
  const numbers = seller.filter(isNumber)
  const own = remembered.filter(({ supplierKeys }) => {
    const theirs = supplierKeys.filter(isNumber)
    return numbers.length === 0 || theirs.length === 0 || theirs.some((key) => numbers.includes(key))
  })
  const headings = new Map<string, Heading>()
  for (const heading of own.flatMap((one) => one.headings)) if (!headings.has(heading.key)) headings.set(heading.key, heading)
  return { lessons: own.flatMap((one): readonly Lesson[] => one.lessons), headings: [...headings.values()] }
}
