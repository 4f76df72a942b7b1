import { HttpProblem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A cookie travels with requests that other sites make. A state change must come from our own pages: Fetch Metadata says so, older browsers say it
 * with Origin, and a request that says neither is refused. (OWASP CSRF cheat sheet: Fetch Metadata with Origin fallback.)
 */
export function requireSameSite(method: string, headers: Headers, own: readonly string[]): void {
  if (SAFE.has(method)) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (origin !== null && !own.includes(origin)) throw foreign()
  if (site !== null ? site === 'same-origin' : origin !== null) return
  throw foreign()
}

function foreign(): HttpProblem {
  return new HttpProblem(
    'cross_site',
    'This change did not come from a page of this installation. Browsers: repeat it in Docket. Scripts: send an Origin header with the address of Docket.',
  )
}
