import type { DocumentRow, LlmCallRow } from '../../adapters/db/index.ts'
import type { Exchange } from '../../core/llm/exchange.ts'
import type { LlmReading } from '../../core/llm/llm-reading.ts'
import type { Result } from '../../core/result.ts'
import type { DocumentType } from '../../schemas/define.ts'
import { shortCost } from '../components/llm-line.tsx'
import { ShadowCompared } from '../components/shadow.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { languageModelTexts } from '../texts/language-models.ts'
import { presentNumber } from '../views/present.ts'
import { presentTime } from '../views/present-time.ts'

interface Said {
  readonly call: LlmCallRow
  /** Null when the document's bytes are gone. */
  readonly exchange: Exchange | null
}

interface Props {
  readonly frame: Frame
  readonly row: DocumentRow
  readonly said: readonly Said[]
  /** A second model's answer that is only compared; null where none was asked. */
  readonly compared: { readonly fields: DocumentType['fields']; readonly used: Result['fields']; readonly shadow: LlmReading } | null
}

/** Everything that was sent about a document, word for word, with what it was and what it cost. */
export const SaidPage = ({ frame, row, said, compared }: Props) => {
  const t = languageModelTexts(frame.language)
  return (
    <Shell frame={frame} title={t.said} current="documents">
      <p>
        <a href={`/documents/${row.id}`}>← {t.back}</a>
      </p>
      <h1>{t.said}</h1>
      {said.length === 0 ? <p>{t.nothingSent}</p> : null}
      {compared ? <ShadowCompared frame={frame} {...compared} /> : null}
      {said.map((one) => (
        <Question frame={frame} {...one} />
      ))}
    </Shell>
  )
}

const Question = ({ frame, call, exchange }: Said & { frame: Frame }) => {
  const { language } = frame
  const t = languageModelTexts(language)
  const outcomes: Readonly<Record<string, string>> = t.outcomes
  return (
    <section class="card">
      <h2>
        {call.provider} <span class="muted">{call.model}</span>
      </h2>
      <p>
        <time dateTime={call.at}>{presentTime(call.at, language)}</time>
        {` · ${t.part} ${call.part}${call.turn > 1 ? ` · ${t.repair}` : ''} · ${outcomes[call.outcome] ?? call.outcome}`}
        {call.cached ? ` · ${t.known}` : null}
      </p>
      <p class="muted">
        {`${t.tokens}: ${call.inputTokens} / ${call.outputTokens} · ${t.cost}: ${presentNumber(shortCost(call.cost), language)} ${call.currency} · ${t.took}: ${presentNumber((call.ms / 1000).toFixed(1), language)} s`}
        {call.traceId === null ? null : ` · ${t.trace}: ${call.traceId}`}
      </p>
      {exchange ? <Texts frame={frame} exchange={exchange} /> : <p>{t.erased}</p>}
    </section>
  )
}

const Texts = ({ frame, exchange }: { frame: Frame; exchange: Exchange }) => {
  const t = languageModelTexts(frame.language)
  return (
    <>
      <details>
        <summary>{t.sent}</summary>
        {exchange.sent.map(({ text, role, example }) =>
          example === undefined ? (
            <pre class="said">{text}</pre>
          ) : role === 'user' ? (
            <p>
              <a href={`/documents/${example}`}>{t.example}</a>
            </p>
          ) : null,
        )}
      </details>
      {exchange.reply === null ? null : (
        <details>
          <summary>{t.reply}</summary>
          <pre class="said">{exchange.reply}</pre>
        </details>
      )}
      {exchange.replaced.length > 0 ? (
        <details>
          <summary>{t.replaced}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.original}</th>
                <th scope="col">{t.surrogate}</th>
              </tr>
            </thead>
            <tbody>
              {exchange.replaced.map(({ original, surrogate }) => (
                <tr>
                  <td>
                    <bdi>{original}</bdi>
                  </td>
                  <td>
                    <bdi>{surrogate}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  )
}
