import { type Frame, Shell } from '../components/shell.tsx'
import type { Problem } from '../http/problem.ts'
import { commonTexts } from '../texts/common.ts'
import { problemTexts } from '../texts/problems.ts'

/** An error for a person: what happened, what to do, and the request id. */
export const ProblemPage = ({ frame, problem, back }: { frame: Frame; problem: Problem; back: string }) => {
  const t = commonTexts(frame.language)
  const own = problemTexts(frame.language)[problem.code]
  const title = problem.status === 404 ? t.notFoundTitle : problem.status === 403 ? t.forbiddenTitle : t.errorTitle
  return (
    <Shell frame={frame} title={title}>
      <section class="card narrow">
        <h1>{title}</h1>
        <p>{own ?? (problem.status === 404 ? t.notFoundText : problem.detail)}</p>
        <p>
          <a class="button" href={back}>
            {back === '/documents' ? t.home : t.retry}
          </a>
        </p>
        <p class="muted small">
          {t.requestId}: <code>{problem.requestId}</code>
        </p>
      </section>
    </Shell>
  )
}
