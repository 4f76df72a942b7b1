import type { Assumptions, Return } from '../../core/figures/index.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import { figureTexts } from '../texts/figures.ts'
import type { Question, ReturnView } from '../views/figures/index.ts'
import { presentNumber } from '../views/present.ts'
import { QuestionForm } from './figures.tsx'

export type ReturnNotice = 'savedNow' | 'invalid'

interface Props {
  readonly frame: Frame
  readonly question: Question
  readonly types: readonly { readonly name: string; readonly caption: string }[]
  readonly view: ReturnView
  readonly notice: ReturnNotice | null
}

const MONEY: ReadonlySet<keyof Return> = new Set<keyof Return>(['costBefore', 'costAfter', 'savedPerMonth'])
const FIELDS = ['minutesBefore', 'minutesAfter', 'documentsPerMonth', 'hourCost', 'monthlyCost', 'setUpCost', 'currency'] as const

export const ReturnPage = ({ frame, question, types, view, notice }: Props) => {
  const t = figureTexts(frame.language)
  return (
    <Shell frame={frame} title={t.returnTitle} current="figures">
      <h1>{t.returnTitle}</h1>
      <p>{t.returnIntro}</p>
      <p>
        <a href="/figures">{t.back}</a>
      </p>
      {notice ? (
        <p class={`notice notice--${notice === 'savedNow' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      <QuestionForm frame={frame} question={question} types={types} action="/figures/return" />
      <Result frame={frame} view={view} />
      <AssumptionsForm frame={frame} view={view} />
    </Shell>
  )
}

const Result = ({ frame, view: { result, assumed, otherCosts } }: { frame: Frame; view: ReturnView }) => {
  const t = figureTexts(frame.language)
  const shown = (name: keyof Return) => {
    const value = result[name]
    if (value === null) return t.unknown
    if (value === 'never') return t.never
    return `${presentNumber(value, frame.language)}${MONEY.has(name) ? ` ${assumed.currency}` : ''}`
  }
  return (
    <section class="card" aria-labelledby="result">
      <h2 id="result">{t.result}</h2>
      <div class="scroll">
        <table class="plain">
          <tbody>
            {(Object.keys(t.results) as (keyof Return)[]).map((name) => (
              <tr>
                <th scope="row">{t.results[name]}</th>
                <td class="amount">
                  <strong>{shown(name)}</strong>
                </td>
                <td class="muted small">{t.how[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {otherCosts.length === 0 ? null : (
        <p class="muted small">
          {t.otherCurrencies}{' '}
          {otherCosts.map(({ cost, currency }) => `${presentNumber(String(Number(cost)), frame.language)} ${currency}`).join(', ')}
        </p>
      )}
    </section>
  )
}

const AssumptionsForm = ({ frame, view: { assumed, isOwn, measured } }: { frame: Frame; view: ReturnView }) => {
  const t = figureTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  return (
    <form method="post" action="/figures/return" class="card policy">
      <fieldset disabled={!mayChange}>
        <legend>{t.assumptions}</legend>
        {isOwn ? null : <p class="muted">{t.firstAssumptions}</p>}
        {mayChange ? null : <p class="muted">{t.onlyAdmin}</p>}
        {FIELDS.map((name) => (
          <>
            <p class="policy-row">
              <label for={name}>{t.assume[name]}</label>
              <input
                id={name}
                name={name}
                value={assumed[name] ?? ''}
                inputMode={name === 'currency' ? 'text' : 'decimal'}
                maxLength={18}
              />
            </p>
            {name === 'minutesAfter' || name === 'documentsPerMonth' ? (
              <p class="muted small">
                {t.measured}: {measuredText(frame, measured[name])}
              </p>
            ) : null}
          </>
        ))}
        {mayChange ? (
          <button type="submit" class="primary">
            {t.save}
          </button>
        ) : null}
      </fieldset>
    </form>
  )
}

function measuredText(frame: Frame, value: number | null): string {
  return value === null ? figureTexts(frame.language).notMeasured : presentNumber(String(Number(value.toFixed(2))), frame.language)
}

/** What was typed, with either decimal sign; null when something is missing or out of range. */
export function assumptionsFrom(form: URLSearchParams, parse: (typed: unknown) => Assumptions | null): Assumptions | null {
  const typed = (name: string) => (form.get(name) ?? '').replace(/\s/g, '').replace(',', '.')
  const orNull = (name: string) => (typed(name) === '' ? null : Number(typed(name)))
  return parse({
    minutesBefore: orNull('minutesBefore'),
    minutesAfter: orNull('minutesAfter'),
    documentsPerMonth: orNull('documentsPerMonth'),
    hourCost: typed('hourCost') || '0',
    monthlyCost: typed('monthlyCost') || '0',
    setUpCost: typed('setUpCost') || '0',
    currency: typed('currency').toUpperCase(),
  })
}
