/** One character as read: `at` 0..1 is its place along the line, `probability` the network's own (uncalibrated). */
export interface ReadCharacter {
  readonly text: string
  readonly at: number
  readonly probability: number
}

/**
 * Greedy CTC (Graves 2006): the best class per time step, repeats joined, blanks (class 0) dropped. A repeated class is one character with
 * its probability and place taken at the peak. `scores` holds `steps` rows of probabilities, one per class.
 */
export function decodeCtc(scores: Float32Array, steps: number, charset: readonly string[]): readonly ReadCharacter[] {
  const classes = scores.length / steps
  if (classes > charset.length) throw new Error(`The recogniser has ${classes} classes and its dictionary ${charset.length}.`)
  const read: { text: string; at: number; probability: number }[] = []
  let previous = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    for (let c = 1, row = step * classes; c < classes; c++) if (scores[row + c]! > scores[row + best]!) best = c
    const probability = scores[step * classes + best]!
    const at = (step + 0.5) / steps
    const last = read.at(-1)
    if (best !== 0 && best === previous && last) {
      if (probability > last.probability) Object.assign(last, { probability, at })
    } else if (best !== 0) read.push({ text: charset[best]!, at, probability })
    previous = best
  }
  return read
}
