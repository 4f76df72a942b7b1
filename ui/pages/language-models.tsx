import type { ModelCheckRow, ShadowSum } from '../../adapters/db/index.ts'
import type { FieldSpec } from '../../schemas/define.ts'
import { ModelChecks } from '../components/model-checks.tsx'
import { ShadowSums } from '../components/shadow.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { languageModelTexts } from '../texts/language-models.ts'
import { presentNumber } from '../views/present.ts'

export interface TypeModels {
  readonly name: string
  readonly caption: string
  readonly fields: readonly Pick<FieldSpec, 'path' | 'caption'>[]
  /** The last look at how well each model reads known documents. */
  readonly checks: readonly ModelCheckRow[]
  readonly shadows: readonly ShadowSum[]
  /** In the order in which they are asked. */
  readonly models: readonly {
    readonly id: string
    readonly model: string
    readonly place: 'inside' | 'outside'
    readonly residency: string
    readonly state: 'asked' | 'notAllowed' | 'barred'
  }[]
}

interface Props {
  readonly frame: Frame
  readonly types: readonly TypeModels[]
  /** Null = no language model is set up. */
  readonly spending: { readonly spent: string; readonly budget: string | null; readonly currency: string } | null
  readonly mayChange: boolean
}

export const LanguageModelsPage = ({ frame, types, spending, mayChange }: Props) => {
  const { language } = frame
  const t = languageModelTexts(language)
  return (
    <Shell frame={frame} title={t.title} current="language-models">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {spending ? (
        <>
          <p>{t.outsideNote}</p>
          <p>
            {t.spent.replace('{spent}', presentNumber(spending.spent, language)).replace('{currency}', spending.currency)}{' '}
            {spending.budget
              ? t.budget.replace('{budget}', presentNumber(spending.budget, language)).replace('{currency}', spending.currency)
              : null}
          </p>
          {mayChange ? null : <p class="muted">{t.onlyAdmin}</p>}
          {types.map((type) => (
            <section class="card" aria-labelledby={`type-${type.name}`}>
              <h2 id={`type-${type.name}`}>{type.caption}</h2>
              {type.models.length > 0 ? <Chain frame={frame} type={type} mayChange={mayChange} /> : <p>{t.noChain}</p>}
              {type.models.length > 0 ? <ModelChecks frame={frame} checks={type.checks} fields={type.fields} /> : null}
              <ShadowSums frame={frame} sums={type.shadows} />
            </section>
          ))}
        </>
      ) : (
        <p class="notice">{t.none}</p>
      )}
    </Shell>
  )
}

const Chain = ({ frame, type, mayChange }: { frame: Frame; type: TypeModels; mayChange: boolean }) => {
  const t = languageModelTexts(frame.language)
  return (
    <table class="people">
      <thead>
        <tr>
          <th scope="col">{t.provider}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {type.models.map(({ id, model, place, residency, state }) => (
          <tr>
            <th scope="row">
              {id} <span class="muted">{model}</span>
            </th>
            <td>{place === 'inside' ? t.inside : t.outside.replace('{country}', residency)}</td>
            <td>{state === 'barred' ? t.barred.replace('{country}', residency) : t[state]}</td>
            <td>
              {mayChange && place === 'outside' && state !== 'barred' ? (
                <form method="post" action={`/language-models/${type.name}/${id}`}>
                  <button type="submit" name="allow" value={state === 'asked' ? 'no' : 'yes'}>
                    {state === 'asked' ? t.forbid : t.allow}
                  </button>
                </form>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
