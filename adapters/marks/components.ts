/** A connected piece of ink: pixels of its box, `x1` and `y1` not included. */
export interface Component {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly ink: number
}

/** Eight-connected pieces of a mask (1 = ink), row by row, smaller ones than `least` pixels left out. */
export function componentsOf(mask: Uint8Array, width: number, height: number, least: number): readonly Component[] {
  const seen = new Uint8Array(mask.length)
  const found: Component[] = []
  const stack: number[] = []
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || seen[start] === 1) continue
    let [x0, y0, x1, y1, ink] = [width, height, 0, 0, 0]
    seen[start] = 1
    stack.push(start)
    while (stack.length > 0) {
      const at = stack.pop()!
      const [x, y] = [at % width, Math.floor(at / width)]
      ink++
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y < y0) y0 = y
      if (y > y1) y1 = y
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (mask[next] === 1 && seen[next] === 0) {
            seen[next] = 1
            stack.push(next)
          }
        }
    }
    if (ink >= least) found.push({ x0, y0, x1: x1 + 1, y1: y1 + 1, ink })
  }
  return found
}

/** The mask with ink spread `across` and `down` pixels to each side: pieces of one word or stamp grow together. */
export function spread(mask: Uint8Array, width: number, height: number, across: number, down: number): Uint8Array {
  const wide = new Uint8Array(mask.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (mask[y * width + x] === 1) wide.fill(1, y * width + Math.max(0, x - across), y * width + Math.min(width, x + across + 1))
  const out = new Uint8Array(wide)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (wide[y * width + x] === 0) continue
      for (let ny = Math.max(0, y - down); ny <= Math.min(height - 1, y + down); ny++) out[ny * width + x] = 1
    }
  return out
}
