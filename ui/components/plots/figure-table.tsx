import type { Language } from '../../language.ts'
import type { Figure, Linked } from '../../views/figures/index.ts'
import { presentDate, presentNumber } from '../../views/present.ts'
import { presentShare } from '../../views/present-share.ts'

/** The numbers of a figure as a table; each leads to its documents. It scrolls by itself, so the keyboard must reach it. */
export const FigureTable = ({ figure, caption, language }: { figure: Figure; caption: string; language: Language }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard only this way (axe: scrollable-region-focusable)
  <section class="figure-table" tabIndex={0} aria-label={caption}>
    <table class="plot-table">
      <thead>
        <tr>
          {figure.captions.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figure.rows.map(([head, ...cells]) => (
          <tr>
            <th scope="row">{head ? <Shown linked={head} language={language} /> : null}</th>
            {cells.map((linked) => (
              <td>
                <Shown linked={linked} language={language} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Shown = ({ linked, language }: { linked: Linked; language: Language }) =>
  linked.href === null ? <bdi>{present(linked, language)}</bdi> : <a href={linked.href}>{present(linked, language)}</a>

function present({ cell, isShare }: Linked, language: Language): string {
  if (cell === null) return '–'
  if (isShare) return presentShare(Number(cell.value), language)
  if (cell.kind === 'date') return presentDate(cell.value, language)
  return cell.kind === 'number' ? presentNumber(cell.value, language) : cell.value
}
