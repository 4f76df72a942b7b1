const SHARED = 0.85 // of the pairs of letters: recognition errs in one letter of a line now and then

/** Whether two texts say the same up to their digits and a misread letter: "Page 2 of 9", "Page 3 of 9". */
export function alike(a: string, b: string): boolean {
  const [x, y] = [letters(a), letters(b)]
  if (x === y) return true
  if (Math.min(x.length, y.length) < 6) return false
  const [left, right] = [pairs(x), pairs(y)]
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  return (2 * shared) / (x.length + y.length - 2) >= SHARED
}

/** Lower case without blanks; a run of digits is one sign, so that page 10 is like page 9. */
function letters(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '')
}

function pairs(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) found.set(text.slice(i, i + 2), (found.get(text.slice(i, i + 2)) ?? 0) + 1)
  return found
}
