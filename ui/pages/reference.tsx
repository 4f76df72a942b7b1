import { type Frame, Shell } from '../components/shell.tsx'
import { referenceTexts } from '../texts/reference.ts'

export interface ReferenceParameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description: string | null
}

export interface ReferenceOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  /** Permission; null = everybody who is signed in. */
  readonly needs: string | null
  readonly parameters: readonly ReferenceParameter[]
  /** JSON Schema as text, `file`, or null for none. */
  readonly body: string | null
  readonly answers: readonly { readonly status: string; readonly schema: string | null }[]
  readonly command: string
}

interface Props {
  readonly frame: Frame
  readonly operations: readonly ReferenceOperation[]
}

/** The description of the API for people: nothing is loaded from anywhere, and reading operations can be tried without script. */
export const ReferencePage = ({ frame, operations }: Props) => {
  const t = referenceTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <p>
        <a href="/api/v1/openapi.json">{t.description}</a>
      </p>
      {operations.map((operation) => (
        <OperationCard frame={frame} operation={operation} />
      ))}
    </Shell>
  )
}

const OperationCard = ({ frame, operation }: { frame: Frame; operation: ReferenceOperation }) => {
  const t = referenceTexts(frame.language)
  return (
    <details class="card" id={operation.id}>
      <summary>
        <code>
          {operation.method} {operation.path}
        </code>
        <span lang="en"> {operation.summary}</span>
      </summary>
      <p>
        {t.needs}: <code>{operation.needs ?? t.without}</code>
      </p>
      {operation.method === 'GET' ? (
        <form method="get" action={`/reference/try/${operation.id}`} class="stacked">
          {operation.parameters.map((parameter) => (
            <Field frame={frame} parameter={parameter} />
          ))}
          <button type="submit">{t.try}</button>
        </form>
      ) : (
        <ul>
          {operation.parameters.map(({ name, required, description }) => (
            <li>
              <code>{name}</code>
              {required ? null : ` (${t.optional})`}
              {description === null ? null : <span lang="en"> {description}</span>}
            </li>
          ))}
        </ul>
      )}
      {operation.body === null ? null : (
        <>
          <h3>{t.body}</h3>
          {operation.body === 'file' ? <p>{t.file}</p> : <Code text={operation.body} />}
        </>
      )}
      <h3>{t.answers}</h3>
      {operation.answers.map(({ status, schema }) => (
        <details>
          <summary>{status}</summary>
          <Code text={schema ?? '–'} />
        </details>
      ))}
      <h3>{t.command}</h3>
      <Code text={operation.command} />
    </details>
  )
}

const Field = ({ frame, parameter }: { frame: Frame; parameter: ReferenceParameter }) => (
  <label>
    <span>
      <code>{parameter.name}</code>
      {parameter.required ? null : ` (${referenceTexts(frame.language).optional})`}
      {parameter.description === null ? null : <span lang="en"> {parameter.description}</span>}
    </span>
    <input name={parameter.name} required={parameter.required} maxLength={500} autocomplete="off" />
  </label>
)

const Code = ({ text }: { text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what scrolls (WCAG 2.1.1)
  <pre class="command" tabIndex={0}>
    <code>{text}</code>
  </pre>
)
