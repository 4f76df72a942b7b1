import type { Language } from '../../language.ts'
import type { Plot } from '../../views/figures/index.ts'
import { presentShare } from '../../views/present-share.ts'

type Intervals = Extract<Plot, { kind: 'intervals' }>

const WIDTH = 520
const [LABEL, RIGHT, ROW, FOOT] = [170, 20, 30, 22]

/** What was seen (mark) and where the truth lies (line), one row per caption. */
export const IntervalsPlot = ({ plot, caption, language }: { plot: Intervals; caption: string; language: Language }) => {
  const most = Math.min(1, Math.max(0.02, ...plot.rows.map(({ high }) => high)) * 1.1)
  const height = plot.rows.length * ROW + FOOT
  const x = (share: number) => Number((LABEL + (share / most) * (WIDTH - LABEL - RIGHT)).toFixed(1))
  return (
    <svg class="plot-wide" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={caption}>
      <g class="plot-axes">
        <path d={`M${LABEL} 2V${height - FOOT}H${WIDTH - RIGHT}`} />
        {[0, most / 2, most].map((share) => (
          <text x={x(share)} y={height - 6} text-anchor="middle">
            {presentShare(share, language)}
          </text>
        ))}
        {plot.rows.map(({ caption: name }, i) => (
          <text x={LABEL - 8} y={i * ROW + 20} text-anchor="end">
            {name}
          </text>
        ))}
      </g>
      {plot.rows.map(({ share, low, high }, i) => (
        <g class="interval">
          <path d={`M${x(low)} ${i * ROW + 10}v12m0 -6H${x(high)}m0 -6v12`} />
          <circle cx={x(share)} cy={i * ROW + 16} r="4" />
        </g>
      ))}
    </svg>
  )
}
