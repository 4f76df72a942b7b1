import type { Grey } from './grey.ts'

/**
 * How steep the edges of the print are, 0..1: the step between two neighbouring pixels over the whole way from paper to ink, mean over the edges
 * of rows, each measured at its steepest. A page printed by software has 0.5 and more, a scan 0.35 to 0.5; below 0.2 letters melt together.
 */
export function measureSharpness({ data, width, height }: Grey, level: number): number {
  let [sum, count] = [0, 0]
  for (let y = 0; y < height; y += 2) {
    const row = y * width
    for (let x = 6; x < width - 6; x++) {
      const at = row + x
      // An edge into ink: from here the ink level is crossed.
      if (!(data[at]! >= level && data[at + 1]! < level)) continue
      let [paper, ink, steepest] = [data[at]!, data[at + 1]!, data[at]! - data[at + 1]!]
      for (let d = 1; d <= 5 && data[at - d]! >= data[at - d + 1]!; d++) {
        steepest = Math.max(steepest, data[at - d]! - data[at - d + 1]!)
        paper = data[at - d]!
      }
      for (let d = 2; d <= 6 && data[at + d]! <= data[at + d - 1]!; d++) {
        steepest = Math.max(steepest, data[at + d - 1]! - data[at + d]!)
        ink = data[at + d]!
      }
      if (paper - ink < 40) continue
      sum += steepest / (paper - ink)
      count++
    }
  }
  return count === 0 ? 1 : Math.min(1, sum / count)
}
