import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Session } from '../../adapters/db/index.ts'
import type { Frame } from '../components/shell.tsx'
import type { UiContext } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'

export function render(node: VNode): string {
  return renderToString(node)
}

/** A whole page. It is about one person's documents, so nobody keeps a copy. */
export async function page(c: UiContext, assets: () => Promise<Assets>, of: (frame: Frame) => VNode, status = 200): Promise<Response> {
  const { styles } = await assets()
  const session = c.get('session') as Session | undefined
  const here = `${c.req.path}${new URL(c.req.url).search}`
  const frame: Frame = {
    language: c.get('language'),
    person: session?.person ?? null,
    organisation: session?.organisation ?? null,
    may: session?.permissions ?? new Set(),
    here:
      c.req.method === 'GET'
        ? here
        : c.req.path
            .replace(/\/(review|reprocess|blind)$/, '')
            .replace(/^\/(people|clients|webhooks|queues)\/.*/, '/$1')
            .replace(/^\/routing\/.*/, '/routing')
            .replace(/^\/account\/rooms.*/, '/account/notices')
            .replace(/^\/(calendar|letters|payments)\/.*/, '/$1'),
    styles,
  }
  return c.html(`<!doctype html>${render(of(frame))}`, status as 200, { 'Cache-Control': 'no-store' })
}
