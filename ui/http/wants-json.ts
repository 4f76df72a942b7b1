import type { UiContext } from './env.ts'

/** The caller is a script of ours and wants data, no page. */
export function wantsJson(c: UiContext): boolean {
  return c.req.header('Accept')?.includes('application/json') ?? false
}
