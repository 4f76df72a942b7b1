import type { Outcome } from '../../../adapters/db/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { presentNumber } from '../present.ts'
import { presentShare } from '../present-share.ts'
import type { Ask } from './ask.ts'
import { queryOf } from './asked.ts'
import { hrefTo } from './links.ts'
import { errorRate } from './over-documents.ts'
import { rateOf } from './over-time.ts'
import { returnView } from './return.ts'

export interface Headline {
  readonly caption: string
  readonly value: string
  readonly note: string | null
  readonly href: string
}

/** The six numbers that are looked at every day. `today` is an ISO date in UTC. */
export async function headlinesOf(ask: Ask, today: string): Promise<readonly Headline[]> {
  const { figures, organisationId, question, language } = ask
  const t = figureTexts(language)
  const [outcomes, audits, queue, throughput, work, money] = await Promise.all([
    figures.outcomes(organisationId, question, 'month'),
    figures.audits(organisationId, question),
    figures.queue(organisationId, question.type),
    figures.throughput(organisationId, question, 'month'),
    figures.groupWork(organisationId, question),
    returnView(ask, today),
  ])
  const count = (outcome: Outcome) => outcomes.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + row.documents, 0)
  const counts = { straight: count('straight'), person: count('person'), refused: count('refused'), failed: count('failed') }
  const rate = rateOf(counts)
  const read = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const number = (value: number, decimals = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value)
  const { costAfter } = money.result
  return [
    {
      caption: t.straightRate,
      value: rate === null ? '–' : presentShare(rate, language),
      note: `${number(counts.straight)} / ${number(read)}`,
      href: hrefTo(ask, 'outcomes', 'straight'),
    },
    {
      caption: t.errorRate,
      value: errorRate(audits, language) ?? '–',
      note: audits.length === 0 ? t.notAudited : t.interval,
      href: hrefTo(ask, 'audits'),
    },
    {
      caption: t.waitingNow,
      value: number(queue.documents),
      note: queue.oldestHours === null ? null : `${t.oldest}: ${t.hours.replace('#', number(queue.oldestHours))}`,
      href: hrefTo(ask, 'queue'),
    },
    {
      caption: t.decidedCount,
      value: number(throughput.reduce((sum, row) => sum + row.decided, 0)),
      note: null,
      href: hrefTo(ask, 'decided'),
    },
    { caption: t.perDocument, value: work?.medianS == null ? '–' : number(work.medianS, 1), note: t.median, href: '#work' },
    {
      caption: t.costPerDocument,
      value: costAfter === null || !money.isOwn ? '–' : `${presentNumber(costAfter, language)} ${money.assumed.currency}`,
      note: money.isOwn ? null : t.noCost,
      href: `/figures/return?${queryOf(question)}`,
    },
  ]
}
