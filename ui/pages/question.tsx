import type { AnsweringPassage } from '../../adapters/db/index.ts'
import type { GivenAnswer } from '../../core/search/index.ts'
import type { Reply } from '../api/questions.ts'
import { FoundPassages } from '../components/found-passages.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import type { Language } from '../language.ts'
import { questionTexts } from '../texts/questions.ts'

interface Props {
  readonly frame: Frame
  readonly reply: Reply
  readonly captionOf: (passage: AnsweringPassage) => string | null
}

/** What was asked, an answer where one could be proven, and always the passages themselves. */
export const QuestionPage = ({ frame, reply, captionOf }: Props) => {
  const { language } = frame
  const t = questionTexts(language)
  const { question, passages, answer, why } = reply
  return (
    <Shell frame={frame} title={t.title} current="search">
      <h1>{t.title}</h1>
      <form method="post" action="/questions" class="search-form">
        <label class="search-text">
          {t.text}
          <input name="text" type="search" value={question} maxLength={300} required />
        </label>
        <div class="search-buttons">
          <button type="submit" class="primary">
            {t.ask}
          </button>
        </div>
      </form>
      {passages.length === 0 ? (
        <section aria-live="polite">
          <h2>{t.none}</h2>
          <p>{t.noneText}</p>
          <p>
            <a class="button" href={`/search?${new URLSearchParams({ text: question })}`}>
              {t.again}
            </a>
          </p>
        </section>
      ) : (
        <>
          {answer ? <Answer answer={answer} language={language} /> : null}
          {why === 'not_proven' ? <p class="notice notice--warning">{t.withheld}</p> : null}
          {why === 'no_answer' ? <p class="notice">{t.noAnswer}</p> : null}
          <section aria-live="polite">
            <h2>{t.passages}</h2>
            <ol class="found">
              {passages.map((passage, i) => (
                <li class="card" id={`passage-${i + 1}`}>
                  <h3>
                    {t.passage.replace('{n}', String(i + 1))}:{' '}
                    <bdi>{[passage.number, passage.partner].filter(Boolean).join(' · ') || passage.fileName}</bdi>
                  </h3>
                  <FoundPassages passages={[passage]} text={question} captionOf={() => captionOf(passage)} language={language} />
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </Shell>
  )
}

const Answer = ({ answer, language }: { answer: GivenAnswer; language: Language }) => {
  const t = questionTexts(language)
  return (
    <section class="card answer" aria-live="polite">
      <h2>{t.answer}</h2>
      {answer.sentences.map(({ text, passages }) => (
        <p>
          <bdi>{text}</bdi>{' '}
          {passages.map((n) => (
            <a href={`#passage-${n}`} aria-label={t.passage.replace('{n}', String(n))}>
              [{n}]
            </a>
          ))}
        </p>
      ))}
      <p class="muted small">{t.answerNote}</p>
    </section>
  )
}
