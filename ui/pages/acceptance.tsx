import { ReliabilityPlot, RiskPlot } from '../components/certainty-plots.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { plural } from '../language.ts'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { goldenTexts } from '../texts/golden.ts'
import type { AcceptanceView } from '../views/acceptance-view.ts'
import { presentShare } from '../views/present-share.ts'
import { presentTime } from '../views/present-time.ts'

export type AcceptanceNotice = 'issuedNow' | 'notProven' | 'savedNow' | 'invalid'

interface Props {
  readonly frame: Frame
  readonly views: readonly AcceptanceView[]
  readonly mayChange: boolean
  readonly notice: AcceptanceNotice | null
}

export const AcceptancePage = ({ frame, views, mayChange, notice }: Props) => {
  const t = acceptanceTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="acceptance">
      <h1>{t.title}</h1>
      <p>
        {t.intro} <a href="/acceptance/golden">{goldenTexts(frame.language).title}</a>
      </p>
      {notice ? (
        <p class={`notice notice--${notice === 'savedNow' || notice === 'issuedNow' ? 'good' : 'error'}`} role="status">
          {t[notice]}
        </p>
      ) : null}
      {mayChange ? null : <p class="muted">{t.onlyAdmin}</p>}
      {views.map((view) => (
        <section class="acceptance" aria-labelledby={`type-${view.type}`}>
          <h2 id={`type-${view.type}`}>{view.caption}</h2>
          <Standing frame={frame} view={view} mayChange={mayChange} />
          <Evidence frame={frame} view={view} mayChange={mayChange} />
          <PolicyForm frame={frame} view={view} mayChange={mayChange} />
        </section>
      ))}
    </Shell>
  )
}

interface Part {
  readonly frame: Frame
  readonly view: AcceptanceView
  readonly mayChange: boolean
}

const Standing = ({ frame, view, mayChange }: Part) => {
  const { language } = frame
  const t = acceptanceTexts(language)
  const { certificate, standing, lapsed } = view
  const share = (value: number) => presentShare(value, language)
  return (
    <div class={`card standing standing--${standing}`}>
      <h3>{standing === 'certified' ? t.certified : standing === 'rules' ? t.byRule : t.notCertified}</h3>
      {standing === 'rules' ? (
        <p>
          {t.byRuleText} {fill(t.ruleAudits, view.ruleAudits)}
        </p>
      ) : null}
      {standing === 'none' && lapsed === null && certificate === null ? <p>{t.noneYet}</p> : null}
      {view.unmeasured.length > 0 ? <p>{fill(t.unmeasured, { fields: view.unmeasured.join(', ') })}</p> : null}
      {lapsed ? <p>{lapsed === 'outdated' ? t.outdated : t.withdrawn[lapsed]}</p> : null}
      {lapsed === 'drift' ? <p>{driftText(view, frame)}</p> : null}
      {certificate ? (
        <>
          <p>{fill(t.promise, { sure: share(1 - certificate.delta), alpha: share(certificate.alpha) })}</p>
          <p>
            {fill(t.proof, {
              documents: certificate.documents,
              accepted: certificate.accepted,
              threshold: certificate.threshold.toFixed(4),
              wrong: certificate.wrong,
              upper: share(certificate.upper),
            })}
          </p>
          <p>
            {t.engines}: {certificate.engines.join(', ')}. {t.issued}: {presentTime(certificate.issuedAt, language)}.
          </p>
          <p>
            {fill(t.audits, {
              count: view.audits.count,
              wrong: view.audits.wrong,
              evidence: view.watch.evidence.toFixed(2),
              limit: (1 / certificate.delta).toFixed(0),
            })}
          </p>
          <p>{driftText(view, frame)}</p>
          <p class="muted small">{t.conditions}</p>
          {mayChange ? (
            <form method="post" action={`/acceptance/${view.type}/withdraw`}>
              <button type="submit">{t.withdraw}</button>
            </form>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

const Evidence = ({ frame, view, mayChange }: Part) => {
  const { language } = frame
  const t = acceptanceTexts(language)
  return (
    <div class="card">
      <h3>{t.evidence}</h3>
      <p>
        {plural(language, view.reviewed, t.reviewed)}
        {view.reviewed > 0 ? `, ${fill(t.eligible, { count: view.eligible, wrong: view.wrong })}` : '.'}
      </p>
      <p>{distanceText(view, frame)}</p>
      <p class="muted small">{fill(t.attempts, { count: view.attempts })}</p>
      {mayChange ? (
        <form method="post" action={`/acceptance/${view.type}/issue`}>
          <button type="submit" class={view.distance.kind === 'reached' ? 'primary' : undefined}>
            {t.issue}
          </button>
        </form>
      ) : null}
      {view.reviewed === 0 ? (
        <p class="muted">{t.noPlot}</p>
      ) : (
        <div class="plots">
          <ReliabilityPlot bands={view.bands} language={language} />
          <RiskPlot curve={view.curve} alpha={view.policy.alpha} language={language} />
        </div>
      )}
    </div>
  )
}

const PolicyForm = ({ frame, view, mayChange }: Part) => {
  const t = acceptanceTexts(frame.language)
  const { policy, type } = view
  const percent = (share: number) => String(Number((share * 100).toFixed(4)))
  const number = (name: 'alpha' | 'delta' | 'auditShare' | 'leastConfidence', min: number, max: number) => (
    <p class="policy-row">
      <label for={`${type}-${name}`}>{t[name]}</label>
      <input id={`${type}-${name}`} name={name} type="number" min={min} max={max} step="any" required value={percent(policy[name])} />
    </p>
  )
  return (
    <form method="post" action={`/acceptance/${type}/policy`} class="card policy">
      <fieldset disabled={!mayChange}>
        <legend>{t.policy}</legend>
        <p class="policy-row">
          <label for={`${type}-mode`}>{t.mode}</label>
          <select id={`${type}-mode`} name="mode">
            {(['certified', 'rules'] as const).map((mode) => (
              <option value={mode} selected={policy.mode === mode}>
                {t.modes[mode]}
              </option>
            ))}
          </select>
        </p>
        <p class="policy-row">
          <label for={`${type}-blind`}>{t.blind}</label>
          <input id={`${type}-blind`} name="blind" type="checkbox" value="yes" checked={policy.blind} />
        </p>
        {number('alpha', 0.1, 20)}
        {number('delta', 0.1, 20)}
        {number('auditShare', 5, 100)}
        {number('leastConfidence', 0, 100)}
        <p class="policy-row">
          <label for={`${type}-mostGross`}>{t.mostGross}</label>
          <input id={`${type}-mostGross`} name="mostGross" inputMode="decimal" value={policy.mostGross ?? ''} />
        </p>
        {mayChange ? (
          <button type="submit" class="primary">
            {t.save}
          </button>
        ) : null}
      </fieldset>
    </form>
  )
}

function distanceText({ distance, policy }: AcceptanceView, { language }: Frame): string {
  const t = acceptanceTexts(language)
  const alpha = presentShare(policy.alpha, language)
  switch (distance.kind) {
    case 'reached':
      return t.ready
    case 'more':
      return fill(t.needMore, { count: distance.documents, alpha, share: presentShare(distance.share, language) })
    case 'out_of_reach':
      return fill(t.outOfReach, { alpha, rate: presentShare(distance.errorRate, language) })
  }
}

function driftText({ drift }: AcceptanceView, { language }: Frame): string {
  const t = acceptanceTexts(language)
  if (!drift) return t.driftUnknown
  if (drift.index === null) return fill(t.driftTooFew, { count: drift.documents })
  return fill(t.drift, { count: drift.documents, index: drift.index.toFixed(2), limit: drift.limit.toFixed(2) })
}

/** `{name}` in a text replaced by a value. */
function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
