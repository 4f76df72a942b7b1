import type { ShadowSum } from '../../adapters/db/index.ts'
import { compareShadow } from '../../core/llm/compare-shadow.ts'
import type { LlmReading } from '../../core/llm/llm-reading.ts'
import type { Result } from '../../core/result.ts'
import type { FieldSpec } from '../../schemas/define.ts'
import { languageModelTexts } from '../texts/language-models.ts'
import type { Frame } from './shell.tsx'

type Captions = readonly Pick<FieldSpec, 'path' | 'caption'>[]

/** How a second model's answers compare over all documents of a type. */
export const ShadowSums = ({ frame, sums }: { frame: Frame; sums: readonly ShadowSum[] }) => {
  const t = languageModelTexts(frame.language)
  if (sums.length === 0) return null
  return (
    <>
      <h3>{t.shadow}</h3>
      <p class="muted">{t.shadowNote}</p>
      <table class="people">
        <thead>
          <tr>
            <th scope="col">{t.provider}</th>
            <th scope="col">{t.documents}</th>
            <th scope="col">{t.same}</th>
            <th scope="col">{t.differs}</th>
            <th scope="col">{t.missed}</th>
            <th scope="col">{t.more}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ provider, model, documents, same, differs, missed, more }) => (
            <tr>
              <th scope="row">
                {provider} <span class="muted">{model}</span>
              </th>
              <td>{documents}</td>
              <td>{same}</td>
              <td>{differs}</td>
              <td>{missed}</td>
              <td>{more}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface Compared {
  readonly frame: Frame
  readonly fields: Captions
  /** As the document stands now: after a review, what the person approved. */
  readonly used: Result['fields']
  readonly shadow: LlmReading
}

/** What the document says now beside a second model's answer, field by field; what is the same is only counted. */
export const ShadowCompared = ({ frame, fields, used, shadow }: Compared) => {
  const t = languageModelTexts(frame.language)
  const values = Object.fromEntries(Object.entries(used).flatMap(([path, { value }]) => (value === null ? [] : [[path, { value }]])))
  const captions = new Map(fields.map(({ path, caption }) => [path, caption[frame.language]]))
  const { same, differs, onlyUsed, onlyShadow } = compareShadow(values, shadow.candidates, (path) => captions.has(path))
  const said = (path: string) => shadow.candidates.find((one) => one.path === path && !one.proposal)?.value ?? '—'
  return (
    <section class="card">
      <h2>
        {t.shadow} <span class="muted">{`${shadow.use.provider} ${shadow.use.model}`}</span>
      </h2>
      <p>{t.shadowNote}</p>
      <p>{`${t.same}: ${same.length}`}</p>
      {differs.length + onlyUsed.length + onlyShadow.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.inDocument}</th>
              <th scope="col">{t.secondAnswer}</th>
            </tr>
          </thead>
          <tbody>
            {[...differs, ...onlyUsed, ...onlyShadow].map((path) => (
              <tr>
                <th scope="row">{captions.get(path)}</th>
                <td>
                  <bdi>{values[path] ? String(values[path].value) : '—'}</bdi>
                </td>
                <td>
                  <bdi>{String(said(path))}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
