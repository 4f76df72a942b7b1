import { HttpProblem } from './problem.ts'

/** The request's Idempotency-Key (IETF httpapi draft, without its quotes); null where none came. */
export function idempotencyKey(headers: Headers): string | null {
  const key = headers.get('idempotency-key')
  if (key === null) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new HttpProblem('bad_request', 'Idempotency-Key must be 1 to 200 visible ASCII characters, for example a UUID.')
  return key
}

export function otherRequest(): HttpProblem {
  return new HttpProblem('idempotency_mismatch', 'This Idempotency-Key was used for another request. Use a new key for a new request.', {
    field: 'Idempotency-Key',
  })
}
