import type { Band, RiskPoint } from '../../core/calibration/index.ts'
import type { Language } from '../language.ts'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { presentShare } from '../views/present-share.ts'

const SIZE = 260
const EDGE = 34
const INNER = SIZE - EDGE - 10
const x = (share: number) => EDGE + share * INNER
const y = (share: number) => 10 + (1 - share) * INNER

/** Said against right, on axes from 0 to 1; the radius grows with the number of values. `withTable` false: the same numbers stand beside it already. */
export const ReliabilityPlot = ({
  bands,
  language,
  withTable = true,
}: {
  bands: readonly Band[]
  language: Language
  withTable?: boolean
}) => {
  const t = acceptanceTexts(language)
  const most = Math.max(1, ...bands.map(({ labels }) => labels))
  return (
    <figure class="plot">
      <figcaption>
        <strong>{t.reliability}</strong>
        <span class="muted small">{t.reliabilityText}</span>
      </figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t.reliability}>
        <Axes across={t.said} up={t.right} most={1} language={language} />
        <line class="plot-ideal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <polyline class="plot-line" points={bands.map(({ confidence, right }) => `${n(x(confidence))},${n(y(right))}`).join(' ')} />
        {bands.map(({ confidence, right, labels }) => (
          <circle class="plot-point" cx={n(x(confidence))} cy={n(y(right))} r={n(2.5 + 5 * Math.sqrt(labels / most))} />
        ))}
      </svg>
      {withTable ? (
        <table class="plot-table">
          <thead>
            <tr>
              <th scope="col">{t.said}</th>
              <th scope="col">{t.right}</th>
              <th scope="col">{t.count}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ confidence, right, labels }) => (
              <tr>
                <td>{presentShare(confidence, language)}</td>
                <td>{presentShare(right, language)}</td>
                <td>{labels}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </figure>
  )
}

/** Risk over coverage; the upper end of the axis is what the curve needs, at least three times the wanted rate. */
export const RiskPlot = ({ curve, alpha, language }: { curve: readonly RiskPoint[]; alpha: number; language: Language }) => {
  const t = acceptanceTexts(language)
  const most = Math.min(1, Math.max(3 * alpha, ...curve.map(({ risk }) => risk)))
  const up = (risk: number) => y(risk / most)
  return (
    <figure class="plot">
      <figcaption>
        <strong>{t.risk}</strong>
        <span class="muted small">{t.riskText}</span>
      </figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t.risk}>
        <Axes across={t.accepted} up={t.wrong} most={most} language={language} />
        <line class="plot-wanted" x1={x(0)} y1={n(up(alpha))} x2={x(1)} y2={n(up(alpha))} />
        <polyline class="plot-line" points={curve.map(({ coverage, risk }) => `${n(x(coverage))},${n(up(risk))}`).join(' ')} />
      </svg>
      <table class="plot-table">
        <thead>
          <tr>
            <th scope="col">{t.accepted}</th>
            <th scope="col">{t.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {tenths(curve).map(({ coverage, risk }) => (
            <tr>
              <td>{presentShare(coverage, language)}</td>
              <td>{presentShare(risk, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

const Axes = ({ across, up, most, language }: { across: string; up: string; most: number; language: Language }) => (
  <g class="plot-axes">
    <path d={`M${x(0)} ${y(1)}V${y(0)}H${x(1)}`} />
    <text x={x(0.5)} y={SIZE - 4} text-anchor="middle">
      {across}
    </text>
    <text x={x(0)} y={SIZE - 14} text-anchor="middle">
      0
    </text>
    <text x={x(1)} y={SIZE - 14} text-anchor="end">
      {presentShare(1, language)}
    </text>
    <text x={x(0) - 4} y={y(1) + 8} text-anchor="end">
      {presentShare(most, language)}
    </text>
    <text x={12} y={y(0.5)} text-anchor="middle" transform={`rotate(-90 12 ${y(0.5)})`}>
      {up}
    </text>
  </g>
)

function tenths(curve: readonly RiskPoint[]): readonly RiskPoint[] {
  const wanted = Array.from({ length: 10 }, (_, i) => (i + 1) / 10)
  return [...new Set(wanted.flatMap((share) => curve.find(({ coverage }) => coverage >= share - 1e-9) ?? []))]
}

function n(value: number): string {
  return String(Number(value.toFixed(1)))
}
