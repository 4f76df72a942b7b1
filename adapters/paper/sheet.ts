import { printed } from '../../core/paper/index.ts'
import { wrap } from './wrap.ts'

type Pdf = PDFKit.PDFDocument

/** Points (1/72 inch); A4 is 595.28 × 841.89. */
const EDGE = { left: 57, right: 45, top: 51, bottom: 57 } as const
const SIZES = { title: 16, plain: 9, small: 7.5 } as const
/** Height of a line against the size of its letters. */
const LEADING = 1.32
const FAINT = '#555555'

export interface Ink {
  readonly size?: keyof typeof SIZES
  readonly strong?: boolean
  readonly faint?: boolean
}

/** Where a line stands: from the left edge of the writing, in points. */
export interface Span {
  readonly x: number
  readonly width: number
  readonly align?: 'left' | 'right'
}

/** Pages of one size, written from top to bottom; who writes asks for room first. The document has the fonts `plain` and `strong`. */
export class Sheet {
  readonly width: number
  readonly #pdf: Pdf
  #y: number = EDGE.top

  constructor(pdf: Pdf) {
    this.#pdf = pdf
    this.width = pdf.page.width - EDGE.left - EDGE.right
  }

  /** Points down to the foot of the page. */
  get left(): number {
    return this.#bottom - this.#y
  }

  /** Of a whole page. */
  get height(): number {
    return this.#bottom - EDGE.top
  }

  get #bottom(): number {
    return this.#pdf.page.height - EDGE.bottom
  }

  lineHeight({ size = 'plain' }: Ink = {}): number {
    return SIZES[size] * LEADING
  }

  nextPage(): void {
    this.#pdf.addPage()
    this.#y = EDGE.top
  }

  /** Goes down, at the head of a page only by nothing. */
  skip(points: number): void {
    if (this.#y > EDGE.top) this.#y = Math.min(this.#y + points, this.#bottom)
  }

  /** The text as lines that fit the width. */
  wrap(text: string, width: number, ink: Ink = {}): readonly string[] {
    this.#take(ink)
    return wrap(printed(text), width, (part) => this.#pdf.widthOfString(part))
  }

  /** Wrapped over the whole width, or the span, each line with a page under it. */
  line(text: string, ink: Ink = {}, span: Span = { x: 0, width: this.width }): void {
    for (const one of this.wrap(text, span.width, ink)) {
      if (this.left < this.lineHeight(ink)) this.nextPage()
      this.put(one, ink, span)
      this.#y += this.lineHeight(ink)
    }
  }

  /** One line that is known to fit, here; the place stays. `down`: points below here. */
  put(text: string, ink: Ink, { x, width, align = 'left' }: Span, down = 0): void {
    this.#take(ink)
    const shift = align === 'right' ? width - this.#pdf.widthOfString(text) : 0
    this.#pdf.text(text, EDGE.left + x + shift, this.#y + down, { lineBreak: false })
  }

  /** A thin line over the whole width. */
  rule(x = 0): void {
    const y = this.#y
    const right = EDGE.left + this.width
    this.#pdf
      .moveTo(EDGE.left + x, y)
      .lineTo(right, y)
      .lineWidth(0.5)
      .strokeColor(FAINT)
      .stroke()
    this.#y += 2
  }

  /** `{page}` and `{pages}` at the foot of each page, the short title at the head of all but the first. */
  numberPages(pattern: string, shortTitle: string): void {
    const { count } = this.#pdf.bufferedPageRange()
    const ink = { size: 'small', faint: true } as const
    const span = { x: 0, width: this.width, align: 'right' } as const
    const [head = ''] = this.wrap(shortTitle, this.width, ink)
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page)
      this.#y = this.#bottom + this.lineHeight()
      this.put(pattern.replace('{page}', String(page + 1)).replace('{pages}', String(count)), ink, span)
      this.#y = EDGE.top - 2 * this.lineHeight(ink)
      if (page > 0) this.put(head, ink, { ...span, align: 'left' })
    }
  }

  #take({ size = 'plain', strong = false, faint = false }: Ink): void {
    this.#pdf
      .font(strong ? 'strong' : 'plain')
      .fontSize(SIZES[size])
      .fillColor(faint ? FAINT : 'black')
  }

  /** Goes down without a limit: for what has been measured. */
  advance(points: number): void {
    this.#y += points
  }
}
