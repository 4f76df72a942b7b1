import type { Band } from '../../core/calibration/index.ts'
import { lastDayOf, PERIOD_DAYS } from '../../core/figures/index.ts'
import { ReliabilityPlot } from '../components/certainty-plots.tsx'
import { BarsPlot } from '../components/plots/bars-plot.tsx'
import { FigureTable } from '../components/plots/figure-table.tsx'
import { IntervalsPlot } from '../components/plots/intervals-plot.tsx'
import { LinesPlot } from '../components/plots/lines-plot.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { plural } from '../language.ts'
import { figureTexts } from '../texts/figures.ts'
import { type Figure, type Headline, type Question, queryOf } from '../views/figures/index.ts'

interface Props {
  readonly frame: Frame
  readonly question: Question
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  readonly headlines: readonly Headline[]
  readonly figures: readonly Figure[]
  readonly bands: readonly Band[]
}

export const FiguresPage = ({ frame, question, types, headlines, figures, bands }: Props) => {
  const t = figureTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="figures" wide>
      <h1>{t.title}</h1>
      <p>
        {t.intro} <a href={`/figures/return?${queryOf(question)}`}>{t.returnTitle}</a>
      </p>
      {question.isBad ? (
        <p class="notice notice--error" role="alert">
          {t.badPeriod}
        </p>
      ) : null}
      <QuestionForm frame={frame} question={question} types={types} action="/figures" />
      <ul class="headlines">
        {headlines.map(({ caption, value, note, href }) => (
          <li class="card">
            <a href={href}>
              <span class="muted small">{caption}</span>
              <strong>{value}</strong>
              {note === null ? null : <span class="muted small">{note}</span>}
            </a>
          </li>
        ))}
      </ul>
      <div class="figures">
        {figures.map((figure) => (
          <FigureCard frame={frame} figure={figure} question={question} bands={bands} />
        ))}
      </div>
    </Shell>
  )
}

interface FormProps {
  readonly frame: Frame
  readonly question: Question
  readonly types: Props['types']
  readonly action: string
}

/** Two ways to say which days: a choice, or two days. What is typed wins. */
export const QuestionForm = ({ frame, question, types, action }: FormProps) => {
  const t = figureTexts(frame.language)
  const { period, days, type } = question
  return (
    <form method="get" action={action} class="question">
      <label>
        {t.period}
        <select name="days">
          {PERIOD_DAYS.map((count) => (
            <option value={count} selected={count === days}>
              {plural(frame.language, count, t.lastDays)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.from}
        <input type="date" name="from" value={days === null ? period.from : ''} />
      </label>
      <label>
        {t.to}
        <input type="date" name="to" value={days === null ? lastDayOf(period) : ''} />
      </label>
      <label>
        {t.type}
        <select name="type">
          <option value="">{t.anyType}</option>
          {types.map(({ name, caption }) => (
            <option value={name} selected={name === type}>
              {caption}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t.show}</button>
    </form>
  )
}

interface CardProps {
  readonly frame: Frame
  readonly figure: Figure
  readonly question: Question
  readonly bands: readonly Band[]
}

const FigureCard = ({ frame, figure, question, bands }: CardProps) => {
  const t = figureTexts(frame.language)
  const { title, text } = t.figures[figure.name]
  const isEmpty = figure.rows.length === 0
  return (
    <section class="card figure" id={figure.name} aria-labelledby={`${figure.name}-title`}>
      <h2 id={`${figure.name}-title`}>{title}</h2>
      <p class="muted small">{text}</p>
      {figure.isHidden ? <p>{t.groupTooSmall}</p> : isEmpty ? <p>{t.nothing}</p> : null}
      {figure.name === 'calibration' && bands.length > 0 ? (
        <div class="plots">
          <ReliabilityPlot bands={bands} language={frame.language} withTable={false} />
        </div>
      ) : null}
      <FigurePlot figure={figure} caption={title} frame={frame} />
      {isEmpty ? null : <FigureTable figure={figure} caption={`${t.tableOf} ${title}`} language={frame.language} />}
      {isEmpty ? null : (
        <p class="small">
          <a href={`/figures/${figure.name}/csv?${queryOf(question)}`} aria-label={`${t.csvOf} ${title}`}>
            {t.csv}
          </a>
        </p>
      )}
    </section>
  )
}

const FigurePlot = ({ figure: { plot }, caption, frame: { language } }: { figure: Figure; caption: string; frame: Frame }) => {
  switch (plot?.kind) {
    case 'lines':
      return <LinesPlot plot={plot} caption={caption} language={language} />
    case 'bars':
      return <BarsPlot plot={plot} caption={caption} language={language} />
    case 'intervals':
      return <IntervalsPlot plot={plot} caption={caption} language={language} />
    default:
      return null
  }
}
