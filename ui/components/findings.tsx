import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import type { FindingView } from '../views/document-view.ts'
import { fieldId } from './field-row.tsx'
import { Icon } from './icons.tsx'

const ORDER = ['error', 'warning', 'info'] as const

/** What the rules say, worst first; an error can be accepted with a reason of one's own. */
export const Findings = ({ findings, language, editable }: { findings: readonly FindingView[]; language: Language; editable: boolean }) => {
  const t = documentTexts(language)
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  const loud = sorted.filter(({ severity }) => severity !== 'info')
  const quiet = sorted.filter(({ severity }) => severity === 'info')
  return (
    <fieldset class="group findings" id="findings">
      <legend>{t.findings}</legend>
      {loud.length === 0 ? (
        <p class="all-passed">
          <Icon name="machine" />
          {t.noFindings}
        </p>
      ) : null}
      <ul>
        {loud.map((finding, at) => (
          <Row finding={finding} at={at} language={language} editable={editable} />
        ))}
      </ul>
      {quiet.length === 0 ? null : (
        <details class="empty-fields">
          <summary>{`${t.severity.info}: ${quiet.length}`}</summary>
          <ul>
            {quiet.map((finding, at) => (
              <Row finding={finding} at={loud.length + at} language={language} editable={false} />
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  )
}

const Row = ({ finding, at, language, editable }: { finding: FindingView; at: number; language: Language; editable: boolean }) => {
  const t = documentTexts(language)
  const id = `override-${at}`
  return (
    <li class={`finding finding--${finding.overridden === null ? finding.severity : 'overridden'}`}>
      <p class="finding-text">
        <Icon name={finding.severity === 'info' ? 'info' : finding.overridden === null ? 'attention' : 'human'} />
        <span>
          <strong>{finding.overridden === null ? t.severity[finding.severity] : t.overridden}.</strong> <bdi>{finding.text}</bdi>
          {finding.expected !== null && finding.actual !== null ? (
            <span class="finding-facts">
              {` ${t.expected}: `}
              <bdi>{finding.expected}</bdi>
              {`, ${t.actual}: `}
              <bdi>{finding.actual}</bdi>
            </span>
          ) : null}
          {finding.fields[0] ? (
            <>
              {' '}
              <a href={`#${fieldId(finding.fields[0])}`} data-go={finding.fields[0]}>
                {t.showField}
              </a>
            </>
          ) : null}
        </span>
      </p>
      {finding.severity === 'error' && (editable || finding.overridden !== null) ? (
        <p class="override">
          <label for={id}>{t.override}</label>
          <input
            id={id}
            name={`override:${finding.ruleId}`}
            type="text"
            maxLength={1000}
            placeholder={t.overrideHint}
            value={finding.overridden ?? ''}
            readOnly={!editable}
            data-override={finding.ruleId}
            data-original={finding.overridden ?? ''}
          />
        </p>
      ) : null}
    </li>
  )
}
