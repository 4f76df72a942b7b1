import type { z } from 'zod'
import { bodyText } from '../http/body.ts'
import { HttpProblem } from '../http/problem.ts'

const LONGEST = 100_000

/** A JSON body of this shape. Errors: `bad_request` when it is no JSON, `invalid_input` with the places that do not fit. */
export async function jsonBody<T>(request: Request, schema: z.ZodType<T>, mostBytes = LONGEST): Promise<T> {
  let body: unknown
  try {
    body = JSON.parse(await bodyText(request, mostBytes))
  } catch (error) {
    if (error instanceof HttpProblem) throw error
    throw new HttpProblem('bad_request', 'The body is not valid JSON.')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.map(String).join('.').slice(0, 100), message }))
  throw new HttpProblem('invalid_input', 'The body does not have the expected shape; see fields.', { fields })
}
