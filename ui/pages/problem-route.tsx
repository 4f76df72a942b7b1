import type { UiContext } from '../http/env.ts'
import type { Problem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { ProblemPage } from './problem.tsx'
import { page } from './render.tsx'

export function problemPage(c: UiContext, assets: () => Promise<Assets>, problem: Problem): Promise<Response> {
  const back = c.req.method === 'POST' ? c.req.path.replace(/\/(review|reprocess)$/, '') : '/documents'
  return page(c, assets, (frame) => <ProblemPage frame={frame} problem={problem} back={back} />, problem.status)
}
