import { AGE_HOURS, WORK_SECONDS, type Work } from '../../../adapters/db/index.ts'
import { CONFIDENCE_EDGES } from '../../../core/calibration/index.ts'
import { wilson } from '../../../core/figures/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { presentShare } from '../present-share.ts'
import { type Ask, typeCaption } from './ask.ts'
import { type Figure, type FigureName, number, share, text } from './figure.ts'
import { hrefTo } from './links.ts'

export async function auditsFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const rows = await ask.figures.audits(ask.organisationId, ask.question)
  const told = rows.map(({ type, audited, wrong }) => {
    const interval = wilson(wrong, audited) ?? { low: 0, high: 1 }
    return { type, audited, wrong, caption: typeCaption(ask, type, '—'), share: wrong / audited, ...interval }
  })
  return {
    name: 'audits',
    captions: [t.columns.type, t.columns.audited, t.columns.wrong, t.columns.share, t.columns.low, t.columns.high],
    rows: told.map(({ caption, type, audited, wrong, share: seen, low, high }) => [
      text(caption),
      number(audited, hrefTo(ask, 'audits', '', null, type)),
      number(wrong, hrefTo(ask, 'audits', 'wrong', null, type)),
      share(seen),
      share(low),
      share(high),
    ]),
    plot: told.length === 0 ? null : { kind: 'intervals', rows: told },
  }
}

export async function queueFigure(ask: Ask): Promise<Figure> {
  const t = figureTexts(ask.language)
  const queue = await ask.figures.queue(ask.organisationId, ask.question.type)
  const ages = queue.ages.map((documents, age) => ({ documents, age, caption: ageCaption(ask, age) }))
  return {
    name: 'queue',
    captions: [t.columns.age, t.columns.documents],
    rows: [
      ...ages.map(({ documents, age, caption }) => [text(caption), number(documents, hrefTo(ask, 'queue', String(age)))]),
      [text(t.total), number(queue.documents, hrefTo(ask, 'queue'))],
      [text(t.escalated), number(queue.escalated, hrefTo(ask, 'escalated'))],
    ],
    plot: queue.documents === 0 ? null : { kind: 'bars', bars: ages.map(({ caption, documents }) => ({ caption, value: documents })) },
  }
}

/** Of everybody together, or hidden. */
export async function workFigure(ask: Ask): Promise<Figure> {
  const work = await ask.figures.groupWork(ask.organisationId, ask.question)
  return work ? handFigure(ask, 'work', work) : { name: 'work', captions: [], rows: [], plot: null, isHidden: true }
}

export async function ownFigure(ask: Ask): Promise<Figure> {
  return handFigure(ask, 'own', await ask.figures.ownWork(ask.organisationId, ask.userId, ask.question))
}

function handFigure(ask: Ask, name: FigureName & ('work' | 'own'), work: Work | null): Figure {
  const t = figureTexts(ask.language)
  const c = t.columns
  const facts: readonly (readonly [string, number | null, string | null, number])[] = [
    [c.documents, work?.documents ?? 0, hrefTo(ask, name), 0],
    ...(name === 'work' ? [[c.people, work?.people ?? 0, null, 0] as const] : []),
    [c.medianSeconds, work?.medianS ?? null, null, 1],
    [c.p90Seconds, work?.p90S ?? null, null, 1],
    [c.mean, work?.meanS ?? null, null, 1],
    [c.keystrokes, work?.keystrokes ?? null, null, 1],
    [c.changedMean, work?.changed ?? null, null, 2],
  ]
  const spread = (work?.spread ?? []).map((value, group) => ({ caption: secondsCaption(ask, group), value }))
  return {
    name,
    captions: [c.measure, c.value],
    rows: [
      ...facts.map(([caption, value, href, decimals]) => [text(caption), number(value, href, decimals)]),
      ...spread.map(({ caption, value }) => [text(`${c.documents}: ${caption}`), number(value)]),
    ],
    plot: work === null || work.documents === 0 ? null : { kind: 'bars', bars: spread },
  }
}

/** The plot is drawn by the one of the acceptance screen. */
export async function calibrationFigure(ask: Ask): Promise<Figure> {
  const c = figureTexts(ask.language).columns
  const bands = await ask.figures.calibration(ask.organisationId, ask.question)
  return {
    name: 'calibration',
    captions: [c.low, c.high, c.values, c.said, c.right],
    rows: bands.map(({ from, to, labels, confidence, right }) => [
      share(from),
      share(to),
      number(labels, hrefTo(ask, 'calibration', String(CONFIDENCE_EDGES.indexOf(from)))),
      share(confidence),
      share(right),
    ]),
    plot: null,
  }
}

export async function suppliersFigure(ask: Ask): Promise<Figure> {
  const c = figureTexts(ask.language).columns
  const rows = await ask.figures.suppliers(ask.organisationId, ask.question)
  return {
    name: 'suppliers',
    captions: [c.supplier, c.changed, c.documents, c.changedEach],
    rows: rows.map(({ key, name, changed, documents }) => [
      text(name),
      number(changed, hrefTo(ask, 'suppliers', key)),
      number(documents, hrefTo(ask, 'suppliers', key)),
      number(changed / documents, null, 2),
    ]),
    plot:
      rows.length === 0 ? null : { kind: 'bars', bars: rows.slice(0, 10).map(({ name, changed }) => ({ caption: name, value: changed })) },
  }
}

/** «4–24 h»: from the end of the age before to its own. */
function ageCaption({ language }: Ask, age: number): string {
  const t = figureTexts(language)
  const hours = (count: number) => (count < 72 ? t.hours.replace('#', String(count)) : t.days.replace('#', String(count / 24)))
  const [from, to] = [AGE_HOURS[age - 1], AGE_HOURS[age]]
  if (from === undefined) return t.under.replace('#', hours(to ?? 0))
  return to === undefined ? t.over.replace('#', hours(from)) : `${hours(from)} – ${hours(to)}`
}

function secondsCaption({ language }: Ask, group: number): string {
  const t = figureTexts(language)
  const unit = language === 'ru' ? 'с' : 's'
  const [from, to] = [WORK_SECONDS[group - 1], WORK_SECONDS[group]]
  if (from === undefined) return t.under.replace('#', `${to} ${unit}`)
  return to === undefined ? t.over.replace('#', `${from} ${unit}`) : `${from}–${to} ${unit}`
}

/** «1.2 % (0.4 % – 3.5 %)», of all types together; null while nothing was audited. */
export function errorRate(rows: readonly { readonly audited: number; readonly wrong: number }[], language: Ask['language']): string | null {
  const audited = rows.reduce((sum, row) => sum + row.audited, 0)
  const wrong = rows.reduce((sum, row) => sum + row.wrong, 0)
  const interval = wilson(wrong, audited)
  if (!interval) return null
  const percent = (value: number) => presentShare(value, language)
  return `${percent(wrong / audited)} (${percent(interval.low)} – ${percent(interval.high)})`
}
