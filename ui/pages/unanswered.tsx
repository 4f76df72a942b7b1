import type { UnansweredQuestion } from '../../adapters/db/index.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { questionTexts } from '../texts/questions.ts'
import { presentTime } from '../views/present-time.ts'

export const UnansweredPage = ({ frame, questions }: { frame: Frame; questions: readonly UnansweredQuestion[] }) => {
  const t = questionTexts(frame.language)
  const removes = frame.may.has('settings:write')
  return (
    <Shell frame={frame} title={t.unanswered} current="search">
      <h1>{t.unanswered}</h1>
      <p>{t.unansweredIntro}</p>
      <p>
        <a href="/search">{t.search}</a>
      </p>
      {questions.length === 0 ? (
        <p>{t.unansweredNone}</p>
      ) : (
        <PlainTable heads={[t.text, t.times, t.person, t.when, ...(removes ? [t.remove] : [])]}>
          {questions.map(({ id, text, times, person, lastAt }) => (
            <tr>
              <td>
                <a href={`/search?${new URLSearchParams({ text })}`}>
                  <bdi>{text}</bdi>
                </a>
              </td>
              <td class="amount">{times}</td>
              <td>
                <bdi>{person}</bdi>
              </td>
              <td>
                <time dateTime={lastAt}>{presentTime(lastAt, frame.language)}</time>
              </td>
              {removes ? (
                <td>
                  <form method="post" action={`/questions/unanswered/${id}`}>
                    <button type="submit" aria-label={`${t.removeOf} ${text}`}>
                      {t.remove}
                    </button>
                  </form>
                </td>
              ) : null}
            </tr>
          ))}
        </PlainTable>
      )}
    </Shell>
  )
}
