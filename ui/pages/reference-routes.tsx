import { Hono } from 'hono'
import { openApi } from '../api/description/openapi.ts'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { type ReferenceOperation, ReferencePage } from './reference.tsx'
import { page } from './render.tsx'

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string
            readonly summary: string
            readonly 'x-permission': string
            readonly parameters: readonly { name: string; in: string; required?: boolean; description?: string }[]
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> }
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: { $ref?: string } }>> }>
            >
          }
        >
      >
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** `/reference`: the published description as a page, made by the same process, for closed networks. */
export function referenceRoutes(deps: Pick<UiDeps, 'appVersion' | 'config'>, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const described = openApi(deps.appVersion) as unknown as Described
  const base = deps.config.DOCKET_BASE_URL?.replace(/\/$/, '') ?? 'https://docket.example'
  const operations = operationsOf(described, base)

  app.get('/reference', (c) => page(c, assets, (frame) => <ReferencePage frame={frame} operations={operations} />))

  // The form's values become the address of the real operation: what is seen then is the answer itself.
  app.get('/reference/try/:operation', (c) => {
    const operation = operations.find(({ id, method }) => id === c.req.param('operation') && method === 'GET')
    if (!operation) throw new HttpProblem('not_found', 'There is nothing here.')
    const given = (name: string) => c.req.query(name)?.trim() ?? ''
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given(name)))
    const filled = operation.parameters.filter((one) => one.in === 'query' && given(one.name) !== '')
    const query = new URLSearchParams(filled.map(({ name }) => [name, given(name)]))
    return c.redirect(`/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, 303)
  })
  return app
}

function operationsOf({ paths, components }: Described, base: string): readonly ReferenceOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, operation]): ReferenceOperation => {
      const method = verb.toUpperCase()
      const content = operation.requestBody?.content
      const body = content?.['application/json']?.schema
      const needs = operation['x-permission']
      const parameters = operation.parameters.map(({ name, in: place, required = false, description = null }) => ({
        name,
        in: place,
        required,
        description,
      }))
      const headers = parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => `  -H '${name}: …'`)
      const sends = body
        ? [`  -H 'Content-Type: application/json'`, `  -d '{…}'`]
        : content
          ? [`  -H 'X-File-Name: invoice.pdf'`, '  --data-binary @invoice.pdf']
          : []
      const command = [`curl -X ${method} '${base}/api/v1${path}'`, `  -H "Authorization: Bearer $SECRET"`, ...headers, ...sends]
      const answers = Object.entries(operation.responses)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, answer]) => {
          const name = answer.content?.['application/json']?.schema?.$ref?.split('/').at(-1)
          const schema = name === undefined ? null : components.schemas[name]
          return { status, schema: schema ? JSON.stringify(schema, null, 2) : (Object.keys(answer.content ?? {})[0] ?? null) }
        })
      return {
        id: operation.operationId,
        ...{ method, path, summary: operation.summary, parameters, answers },
        needs: needs === 'anyone' || needs === 'public' ? null : needs,
        body: body ? JSON.stringify(body, null, 2) : content ? 'file' : null,
        command: command.join(' \\\n'),
      }
    }),
  )
}
