import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'

export interface TypeChoice {
  readonly name: string
  readonly caption: string
}

interface Props {
  readonly documentId: string
  /** Query of the list that the person came from. */
  readonly list: string
  readonly version: number
  /** The types that the document may be instead. */
  readonly types: readonly TypeChoice[]
  /** Nobody knows the type yet: the question stands open. */
  readonly unknown: boolean
  readonly language: Language
}

/** What the document is, said by a person: a form of its own, after which it is read again as that type. */
export const ReclassifyDialog = ({ documentId, list, version, types, unknown, language }: Props) => {
  const t = deskTexts(language).reclassify
  if (types.length === 0) return null
  return (
    <details class="reject aside" data-reclassify open={unknown}>
      <summary>{t.title} …</summary>
      <form method="post" action={`/documents/${documentId}/type${list}`} class="reject-body">
        <input type="hidden" name="version" value={version} />
        <p class="muted">{unknown ? t.explainsUnknown : t.explains}</p>
        <label for="said-type">{t.what}</label>
        <select id="said-type" name="type">
          {types.map(({ name, caption }) => (
            <option value={name}>{caption}</option>
          ))}
        </select>
        <p class="reject-actions">
          <button type="submit" class={unknown ? 'primary' : undefined}>
            {t.confirm}
          </button>
        </p>
      </form>
    </details>
  )
}
