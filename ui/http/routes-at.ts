import type { Hono } from 'hono'
import type { UiEnv } from './env.ts'

/**
 * The routes of whatever method that an address has, as `GET /path/:pattern`; empty where nothing lies there. An address that is named by itself
 * (`/orders/import`) is not also an entry called so (`/orders/:number`).
 */
export function routesAt(app: Hono<UiEnv>, path: string): readonly string[] {
  const methods = new Set(app.routes.map(({ method }) => method))
  methods.delete('ALL')
  const patterns = [...methods].flatMap((method) => {
    const route = app.router.match(method, path)[0].find(([[, { method: of }]]) => of !== 'ALL')
    return route ? [{ method, pattern: route[0][1].path }] : []
  })
  const named = patterns.filter(({ pattern }) => pattern === path)
  return (named.length > 0 ? named : patterns).map(({ method, pattern }) => `${method} ${pattern}`)
}

/** The value of `Allow` (RFC 9110 §10.2.1). Whatever is got can be asked for without its content (§9.3.2). */
export function allowOf(routes: readonly string[]): string {
  const methods = routes.map((route) => route.split(' ', 1)[0] ?? '')
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].sort().join(', ')
}
