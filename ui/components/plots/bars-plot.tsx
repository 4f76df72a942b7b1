import type { Language } from '../../language.ts'
import type { Plot } from '../../views/figures/index.ts'

type Bars = Extract<Plot, { kind: 'bars' }>

const WIDTH = 520
const [LABEL, VALUE, ROW] = [170, 50, 26]
const LONGEST_LABEL = 26

/** How many of each, one bar below the other. */
export const BarsPlot = ({ plot, caption, language }: { plot: Bars; caption: string; language: Language }) => {
  const most = Math.max(1, ...plot.bars.map(({ value }) => value))
  const height = plot.bars.length * ROW + 8
  return (
    <svg class="plot-wide" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={caption}>
      <g class="plot-axes">
        <path d={`M${LABEL} 2V${height - 2}`} />
        {plot.bars.map(({ caption: name, value }, i) => (
          <>
            <text x={LABEL - 8} y={i * ROW + 21} text-anchor="end">
              {shortened(name)}
            </text>
            <text x={LABEL + widthOf(value / most) + 6} y={i * ROW + 21}>
              {new Intl.NumberFormat(language).format(value)}
            </text>
          </>
        ))}
      </g>
      {plot.bars.map(({ value }, i) => (
        <rect class="plot-bar" x={LABEL} y={i * ROW + 8} width={widthOf(value / most)} height={ROW - 8} />
      ))}
    </svg>
  )
}

function widthOf(share: number): number {
  return Math.round(share * (WIDTH - LABEL - VALUE))
}

/** The table beside it has the whole name. */
function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= LONGEST_LABEL ? name : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`
}
