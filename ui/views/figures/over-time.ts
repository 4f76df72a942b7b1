import { OUTCOMES, type Outcome } from '../../../adapters/db/index.ts'
import { stepsOf } from '../../../core/figures/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { type Ask, stepOfAsk, typeCaption } from './ask.ts'
import { day, type Figure, type Linked, number, share, text } from './figure.ts'
import { hrefTo } from './links.ts'

const HOUR_S = 3600

/** Straight-through rate: per step and, after it, per type. */
export async function outcomesFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const rows = await ask.figures.outcomes(ask.organisationId, ask.question, stepOfAsk(ask))
  const steps = stepsOf(ask.question.period)
  const counts = (of: (row: (typeof rows)[number]) => boolean): Counts => {
    const own = rows.filter(of)
    return Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, sum(own.filter((row) => row.outcome === outcome).map((row) => row.documents))]),
    ) as Counts
  }
  const cells = (own: Counts, at: string | null, type: string | null): readonly Linked[] => [
    ...OUTCOMES.map((outcome) => number(own[outcome], hrefTo(ask, 'outcomes', outcome, at, type))),
    share(rateOf(own)),
  ]
  const perStep = steps.map((at) => ({ at, own: counts((row) => row.at === at) }))
  const types = [...new Set(rows.map((row) => row.type))]
  return {
    name: 'outcomes',
    captions: [stepCaption(ask), t.columns.straight, t.columns.person, t.columns.refused, t.columns.failed, t.columns.share],
    rows: [
      ...perStep.map(({ at, own }) => [day(at), ...cells(own, at, null)]),
      // A type that was never told cannot be asked for, so its numbers lead to no list of their own.
      ...types.map((type) => [
        text(typeCaption(ask, type, '—')),
        ...cells(
          counts((row) => row.type === type),
          null,
          type || null,
        ).map((one) => (type === '' ? { ...one, href: null } : one)),
      ]),
      [
        text(t.all),
        ...cells(
          counts(() => true),
          null,
          null,
        ),
      ],
    ],
    plot: {
      kind: 'lines',
      unit: 'share',
      at: steps,
      series: [{ caption: t.columns.share, values: perStep.map(({ own }) => rateOf(own)) }],
    },
  }
}

export async function throughputFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const rows = await ask.figures.throughput(ask.organisationId, ask.question, stepOfAsk(ask))
  const steps = stepsOf(ask.question.period)
  const at = new Map(rows.map((row) => [row.at, row]))
  const total = (of: 'received' | 'straight' | 'decided') => sum(rows.map((row) => row[of]))
  const cells = (own: { readonly received: number; readonly straight: number; readonly decided: number }, step: string | null) => [
    number(own.received, hrefTo(ask, 'received', '', step)),
    number(own.straight, hrefTo(ask, 'outcomes', 'straight', step)),
    number(own.decided, hrefTo(ask, 'decided', '', step)),
  ]
  const none = { received: 0, straight: 0, decided: 0 }
  return {
    name: 'throughput',
    captions: [stepCaption(ask), t.columns.received, t.columns.straight, t.columns.decided],
    rows: [
      ...steps.map((step) => [day(step), ...cells(at.get(step) ?? none, step)]),
      [text(t.all), ...cells({ received: total('received'), straight: total('straight'), decided: total('decided') }, null)],
    ],
    plot: {
      kind: 'lines',
      unit: 'count',
      at: steps,
      series: (['received', 'straight', 'decided'] as const).map((name) => ({
        caption: t.columns[name],
        values: steps.map((step) => at.get(step)?.[name] ?? 0),
      })),
    },
  }
}

export async function waitingFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const rows = await ask.figures.waiting(ask.organisationId, ask.question, stepOfAsk(ask))
  const steps = stepsOf(ask.question.period)
  const at = new Map(rows.map((row) => [row.at, row]))
  const cells = (step: string | null) => {
    const own = at.get(step)
    return [
      number(own?.documents ?? 0, hrefTo(ask, 'decided', '', step)),
      number(own ? own.medianS / HOUR_S : null, null, 2),
      number(own ? own.p90S / HOUR_S : null, null, 2),
    ]
  }
  const hours = (of: 'medianS' | 'p90S') => steps.map((step) => hoursOf(at.get(step)?.[of]))
  return {
    name: 'waiting',
    captions: [stepCaption(ask), t.columns.documents, t.columns.medianHours, t.columns.p90Hours],
    rows: [...steps.map((step) => [day(step), ...cells(step)]), [text(t.all), ...cells(null)]],
    plot: {
      kind: 'lines',
      unit: 'hours',
      at: steps,
      series: [
        { caption: t.columns.medianHours, values: hours('medianS') },
        { caption: t.columns.p90Hours, values: hours('p90S') },
      ],
    },
  }
}

export async function costFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const rows = await ask.figures.modelCost(ask.organisationId, ask.question, stepOfAsk(ask))
  const steps = stepsOf(ask.question.period)
  const currencies = [...new Set(rows.map((row) => row.currency))]
  const each = (row: (typeof rows)[number] | undefined) => (row ? Number(row.cost) / row.documents : null)
  return {
    name: 'cost',
    captions: [stepCaption(ask), t.columns.currency, t.columns.documents, t.columns.cost, t.columns.costEach],
    rows: rows.map((row) => [
      row.at === null ? text(t.all) : day(row.at),
      text(row.currency),
      number(row.documents, hrefTo(ask, 'models', row.currency, row.at)),
      number(Number(row.cost), null, 6),
      number(each(row), null, 6),
    ]),
    plot:
      currencies.length === 0
        ? null
        : {
            kind: 'lines',
            unit: 'money',
            at: steps,
            series: currencies.map((currency) => ({
              caption: currency,
              values: steps.map((step) => each(rows.find((row) => row.at === step && row.currency === currency))),
            })),
          },
  }
}

type Counts = Readonly<Record<Outcome, number>>

/** Null while nothing was read. */
export function rateOf(counts: Counts): number | null {
  const all = sum(OUTCOMES.map((outcome) => counts[outcome]))
  return all === 0 ? null : counts.straight / all
}

function stepCaption(ask: Ask): string {
  return figureTexts(ask.language)[stepOfAsk(ask)]
}

function hoursOf(seconds: number | undefined): number | null {
  return seconds === undefined ? null : seconds / HOUR_S
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
