import type { Glyph, Ink, Shape } from './glyphs.ts'

const TINY_PT = 4 // smaller print cannot be read on paper (RELIABILITY: hidden text)
const SIMILAR = 40 // sum of channel differences below which text and ground cannot be told apart

/** Whether a person looking at the page would see the character: it leaves ink, is on the page, large enough, and stands out from what lies under it. */
export function visibilityOf(ink: Ink, widthPt: number, heightPt: number): (glyph: Glyph, index: number) => boolean {
  const grounds = ink.shapes.filter((s) => s.kind !== 'stroke' && (s.x1 - s.x0) * (s.y1 - s.y0) > 16)
  const standsOut = contrasts()
  return (glyph, index) => {
    if (glyph.invisible || glyph.sizePt < TINY_PT) return false
    const x = (glyph.from.x + glyph.to.x) / 2
    const y = glyph.from.y - glyph.sizePt * 0.3
    if (x < 0 || y < 0 || x > widthPt || y > heightPt) return false
    const over = grounds.filter((s) => x >= s.x0 && x <= s.x1 && y >= s.y0 && y <= s.y1)
    // Painted later, an opaque image or rectangle covers the character.
    if (over.some((s) => s.covers && s.before > index)) return false
    return standsOut(glyph.colour, over.filter((s) => s.before <= index).at(-1))
  }
}

/** Whether letters of a colour can be told from what lies under them; a page has thousands of letters and a few pairs of colours. */
function contrasts(): (colour: string, ground: Shape | undefined) => boolean {
  const known = new Map<string, boolean>()
  return (colour, ground) => {
    if (ground?.kind === 'image') return true
    const paper = ground?.colour ?? '#ffffff'
    const pair = `${colour} ${paper}`
    const answer = known.get(pair) ?? differ(colour, paper)
    known.set(pair, answer)
    return answer
  }
}

function differ(colour: string, ground: string): boolean {
  const ink = channels(colour)
  const paper = channels(ground)
  if (!ink || !paper) return true
  return ink.reduce((sum, c, i) => sum + Math.abs(c - paper[i]!), 0) >= SIMILAR
}

function channels(colour: string): readonly number[] | null {
  return /^#[0-9a-f]{6}$/i.test(colour) ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16)) : null
}
