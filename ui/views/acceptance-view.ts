import type { AcceptanceOverview } from '../../adapters/db/index.ts'
import { type Certificate, candidatesOf, type Policy } from '../../core/acceptance/index.ts'
import { type Band, type RiskPoint, reliability, riskCoverage } from '../../core/calibration/index.ts'
import { type Distance, type Drift, drift, type Monitor, monitor, reviewsNeeded } from '../../core/certificate/index.ts'
import { isMeasured } from '../../core/confidence/index.ts'
import { type DocumentType, promisedOf } from '../../schemas/define.ts'
import type { Language } from '../language.ts'
import { groupCaption } from './group-caption.ts'

/** `certified`: a certificate holds; `rules`: the owner's rule decides; `none`: everything read off a page goes to a person. */
export type Standing = 'certified' | 'rules' | 'none'

export interface AcceptanceView {
  readonly type: string
  readonly caption: string
  readonly policy: Policy
  /** Captions of promised fields whose confidence nobody has measured: the owner's rule lets none of their documents through. */
  readonly unmeasured: readonly string[]
  readonly standing: Standing
  readonly certificate: Certificate | null
  /** Why the latest certificate does not hold; null where it does or there is none. */
  readonly lapsed: 'outdated' | 'audits' | 'drift' | 'owner' | 'replaced' | null
  readonly watch: Monitor
  /** How far the documents of late are from those of the latest certificate; null where it has nothing to compare them with. */
  readonly drift: Drift | null
  readonly audits: { readonly count: number; readonly wrong: number }
  /** Of what the owner's rule accepted. */
  readonly ruleAudits: { readonly count: number; readonly wrong: number }
  readonly reviewed: number
  readonly eligible: number
  readonly wrong: number
  readonly distance: Distance
  readonly attempts: number
  readonly bands: readonly Band[]
  readonly curve: readonly RiskPoint[]
}

export interface ShownType {
  readonly name: string
  readonly caption: string
  readonly unmeasured: readonly string[]
}

/** A type in the words of the screen. */
export function shownType(
  type: Pick<DocumentType, 'name' | 'caption' | 'fields' | 'promised' | 'confidence'>,
  language: Language,
): ShownType {
  const unmeasured = promisedOf(type).filter((path) => !isMeasured(type.confidence ?? null, path))
  // Two parties have a name each: the group tells them apart.
  const captionOf = (path: string) => {
    const field = type.fields.find((one) => one.path === path)
    if (!field) return path
    return field.group === 'document' ? field.caption[language] : `${groupCaption(field.group, language)}: ${field.caption[language]}`
  }
  return { name: type.name, caption: type.caption[language], unmeasured: unmeasured.map(captionOf) }
}

/** What the screen shows of one document type. */
export function acceptanceView(type: ShownType, overview: AcceptanceOverview, key: string): AcceptanceView {
  const { terms, latest, judgements, audits, seen, ruleAudits, attempts } = overview
  const { policy } = terms
  const candidates = candidatesOf(judgements)
  const holds = latest !== null && latest.withdrawnAt === null && latest.key === key
  const lapsed = latest === null || holds ? null : latest.withdrawnAt === null ? 'outdated' : withdrawal(latest.withdrawnBecause)
  return {
    type: type.name,
    caption: type.caption,
    policy,
    unmeasured: type.unmeasured,
    standing: policy.mode === 'rules' ? 'rules' : holds && !policy.blind ? 'certified' : 'none',
    certificate: holds ? latest : null,
    lapsed,
    watch: monitor(audits, latest?.alpha ?? policy.alpha, latest?.delta ?? policy.delta),
    drift: latest?.crowd ? drift(latest.crowd, seen) : null,
    audits: countOf(audits),
    ruleAudits: countOf(ruleAudits),
    reviewed: judgements.length,
    eligible: candidates.length,
    wrong: candidates.filter((one) => one.wrong).length,
    // The next attempt has half of the risk that is left.
    distance: reviewsNeeded(candidates, { alpha: policy.alpha, delta: policy.delta, tests: 2 ** (attempts + 1) }),
    attempts,
    bands: reliability(judgements.flatMap(({ values }) => Object.values(values))).bands,
    curve: riskCoverage(candidates),
  }
}

function countOf(audits: readonly boolean[]): AcceptanceView['audits'] {
  return { count: audits.length, wrong: audits.filter(Boolean).length }
}

function withdrawal(because: string | null): 'audits' | 'drift' | 'owner' | 'replaced' {
  return because === 'audits' || because === 'drift' || because === 'owner' ? because : 'replaced'
}
