import type { Language } from '../../language.ts'
import type { Plot } from '../../views/figures/index.ts'
import { presentDate } from '../../views/present.ts'
import { presentShare } from '../../views/present-share.ts'

type Lines = Extract<Plot, { kind: 'lines' }>

const [WIDTH, HEIGHT] = [520, 220]
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 10, 10, 24]
const MARKS = ['circle', 'square', 'diamond'] as const

/** Values over time. Series differ by mark and dashes, not by colour alone; a gap is a gap. The table beside it says the same in words. */
export const LinesPlot = ({ plot, caption, language }: { plot: Lines; caption: string; language: Language }) => {
  const { at, series, unit } = plot
  const most = topOf(
    series.flatMap(({ values }) => values.filter((value) => value !== null)),
    unit,
  )
  const x = (i: number) => LEFT + ((i + 0.5) / at.length) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM)
  // As many dates as fit without touching each other.
  const every = Math.ceil(at.length / 5)
  return (
    <>
      <svg class="plot-wide" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={caption}>
        <g class="plot-axes">
          {[0, 0.5, 1].map((share) => (
            <>
              <path class="plot-grid" d={`M${LEFT} ${n(y(most * share))}H${WIDTH - RIGHT}`} />
              <text x={LEFT - 5} y={n(y(most * share) + 3)} text-anchor="end">
                {labelOf(most * share, unit, language)}
              </text>
            </>
          ))}
          <path d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
          {at.map((step, i) =>
            i % every === 0 ? (
              <text x={n(x(i))} y={HEIGHT - 8} text-anchor="middle">
                {shortDate(step, language)}
              </text>
            ) : null,
          )}
        </g>
        {series.map(({ values }, s) => (
          <g class={`series series--${s % MARKS.length}`}>
            {runsOf(values).map((run) => (
              <polyline points={run.map(({ i, value }) => `${n(x(i))},${n(y(value))}`).join(' ')} />
            ))}
            {values.map((value, i) => (value === null ? null : <Mark kind={MARKS[s % MARKS.length]!} x={x(i)} y={y(value)} />))}
          </g>
        ))}
      </svg>
      {series.length > 1 ? (
        <ul class="legend">
          {series.map(({ caption: name }, s) => (
            <li>
              <svg viewBox="0 0 24 10" width="24" height="10" aria-hidden="true">
                <g class={`series series--${s % MARKS.length}`}>
                  <polyline points="0,5 24,5" />
                  <Mark kind={MARKS[s % MARKS.length]!} x={12} y={5} />
                </g>
              </svg>
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const Mark = ({ kind, x, y }: { kind: (typeof MARKS)[number]; x: number; y: number }) => {
  if (kind === 'circle') return <circle cx={n(x)} cy={n(y)} r="3" />
  if (kind === 'square') return <rect x={n(x - 2.7)} y={n(y - 2.7)} width="5.4" height="5.4" />
  return <path d={`M${n(x)} ${n(y - 3.8)}l3.8 3.8l-3.8 3.8l-3.8 -3.8z`} />
}

interface Point {
  readonly i: number
  readonly value: number
}

/** Stretches without a gap. */
function runsOf(values: readonly (number | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  values.forEach((value, i) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ i, value })
  })
  return runs.filter((run) => run.length > 1)
}

/** A round number at or above the largest value; shares always reach 100 %. */
function topOf(values: readonly number[], unit: Lines['unit']): number {
  if (unit === 'share') return 1
  const most = Math.max(...values, 0)
  if (most === 0) return unit === 'count' ? 2 : 1
  const size = 10 ** Math.floor(Math.log10(most))
  const top = [1, 2, 4, 5, 10].map((times) => times * size).find((one) => one >= most) ?? most
  return unit === 'count' ? Math.max(2, top) : top
}

function labelOf(value: number, unit: Lines['unit'], language: Language): string {
  if (unit === 'share') return presentShare(value, language)
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value)
}

function shortDate(iso: string, language: Language): string {
  // 31.03 in Russian, 31 Mar in English.
  return language === 'ru' ? presentDate(iso, language).slice(0, 5) : presentDate(iso, language).replace(/ \d{4}$/, '')
}

function n(value: number): string {
  return String(Number(value.toFixed(1)))
}
