import type { Language } from '../language.ts'
import { pageTexts } from '../texts/page.ts'
import type { FieldView } from '../views/document-view.ts'

/** A plain reading of structured data that has no pages: each value with its place in the XML. */
export const StructuredView = ({ fields, language }: { fields: readonly FieldView[]; language: Language }) => {
  const t = pageTexts(language)
  const present = fields.filter(({ text }) => text !== '')
  return (
    <section class="viewer viewer--data" aria-label={t.xmlPath}>
      <p class="muted">{t.noPages}</p>
      <dl class="structured">
        {present.map((field) => (
          <div>
            <dt>{field.caption}</dt>
            <dd>
              <bdi>{field.text}</bdi>
              {field.evidence[0]?.path ? <code title={t.xmlPath}>{field.evidence[0].path}</code> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
