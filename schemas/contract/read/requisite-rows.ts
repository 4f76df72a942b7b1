import type { Box } from '../../../core/geometry.ts'
import { proseOf } from '../../../core/prose/index.ts'
import type { Cell, Page, Reading } from '../../../core/reading.ts'
import { type Block, begins, type NamedParty, names } from './party-blocks.ts'

const DETAILS = /(?<!\p{L})(?:ИНН|БИК|IBAN|VAT|р\s?\/\s?с)(?!\p{L})/u

/** A table whose rows begin with the parties, «Агент | ООО …, ИНН … | подпись»: such a row speaks of its party also where no heading stands above. */
export function partyRows({ pages }: Reading, parties: readonly NamedParty[]): readonly Block[] {
  return pages.flatMap((page) =>
    page.tables.flatMap(({ cells }) =>
      cells.flatMap((head): readonly Block[] => {
        const owners = head.column === 0 && head.rowSpan === 1 ? parties.filter((party) => speaksOf(head.text, party)) : []
        const [owner] = owners
        if (!owner || owners.length > 1) return []
        return cells
          .filter((cell) => cell.row === head.row && cell.column > 0 && cell.rowSpan === 1 && DETAILS.test(cell.text))
          .map((cell) => blockOf(page, cell, owner.at))
      }),
    ),
  )
}

function speaksOf(text: string, { role, name }: NamedParty): boolean {
  return (role !== null && begins(text.trim(), role)) || names(text, name)
}

function blockOf(page: Page, { box }: Cell, at: number): Block {
  const { running: _, ...rest } = page
  const lines = page.lines.flatMap((line) => {
    const words = line.words.filter((word) => isInside(word.box, box))
    return words.length > 0 ? [{ ...line, words, text: words.map(({ text }) => text).join(' ') }] : []
  })
  const prose = proseOf({ pages: [{ ...rest, lines }] })
  return { at, prose, from: 0, to: prose.text.length }
}

function isInside(word: Box, { x0, y0, x1, y1 }: Box): boolean {
  const [x, y] = [(word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}
