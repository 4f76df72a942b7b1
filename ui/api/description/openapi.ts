import { z } from 'zod'
import { LetterLanguage } from '../../../core/letters/index.ts'
import { SCOPES } from '../../../core/permissions.ts'
import { Status } from '../../../core/status.ts'
import { POLICIES } from '../../auth/policies.ts'
import { ImportMode } from '../companies.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { SHAPES } from './shapes.ts'

type Json = Readonly<Record<string, unknown>>

const MOST = 200

const PARAMETERS: Readonly<Record<NonNullable<Operation['parameters']>[number], Json>> = {
  limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: MOST } },
  after: { name: 'after', in: 'query', description: 'The `next` of the page before, as it came', schema: { type: 'string' } },
  status: { name: 'status', in: 'query', schema: { enum: Status.options } },
  text: {
    name: 'text',
    in: 'query',
    description: 'In number, seller and file name; the first 200 characters count',
    schema: { type: 'string' },
  },
  type: { name: 'type', in: 'query', schema: { type: 'string' } },
  words: {
    name: 'text',
    in: 'query',
    description: 'Words, numbers, amounts; all of them must be there, in any of their forms; the first 300 characters count',
    schema: { type: 'string' },
  },
  supplier: { name: 'supplier', in: 'query', description: 'Part of the name', schema: { type: 'string' } },
  from: { name: 'from', in: 'query', description: 'Dated on this day (YYYY-MM-DD) or later; empty: any', schema: { type: 'string' } },
  to: { name: 'to', in: 'query', description: 'Dated on this day (YYYY-MM-DD) or earlier; empty: any', schema: { type: 'string' } },
  least: { name: 'least', in: 'query', description: 'Smallest amount', schema: { type: 'string' } },
  most: { name: 'most', in: 'query', description: 'Largest amount', schema: { type: 'string' } },
  queue: {
    name: 'queue',
    in: 'query',
    description: 'Id of a queue; none = documents in no queue of their own',
    schema: { type: 'string' },
  },
  language: { name: 'language', in: 'query', description: 'Of the letter', schema: { enum: LetterLanguage.options } },
  finding: {
    name: 'finding',
    in: 'query',
    description: 'Place of a finding that the letter is about; all that are open where none is named',
    schema: { type: 'array', items: { type: 'integer', minimum: 0 } },
  },
  ifMatch: { name: 'If-Match', in: 'header', required: true, description: 'The ETag that you saw', schema: { type: 'string' } },
  ifMatchIfThere: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag that you saw; absent for a new entry',
    schema: { type: 'string' },
  },
  mode: {
    name: 'mode',
    in: 'query',
    description: 'check: nothing is written; all: all rows or none (the usual); good: the rows without problems',
    schema: { enum: ImportMode.options },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'A repeat under the same key is not carried out: it gets the first answer again, for 24 hours at least',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  },
  reason: { name: 'reason', in: 'query', description: 'Why; it stays in the journal', schema: { type: 'string', maxLength: 500 } },
  force: { name: 'force', in: 'query', description: 'Also what has become a record', schema: { type: 'boolean' } },
  fileName: { name: 'X-File-Name', in: 'header', description: 'Percent-encoded', schema: { type: 'string' } },
  contentDigest: {
    name: 'Content-Digest',
    in: 'header',
    description: 'RFC 9530, `sha-256=:…:`. What arrives otherwise is refused.',
    schema: { type: 'string' },
  },
}

const PROBLEMS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503]

/** OpenAPI 3.1 of `/api/v1`, from the same schemas that check requests and the same table that guards routes. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [route, operation] of Object.entries(OPERATIONS)) {
    const [method = 'GET', pattern = '/'] = route.split(' ')
    const path = pattern.replace('/api/v1', '').replace(/:(\w+)(\{.*\})?/g, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, path, operation) }
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Docket', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(SHAPES).map(([name, shape]) => [name, schemaOf(shape, 'output')])),
      responses: {
        Problem: { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
      securitySchemes: {
        secret: { type: 'http', scheme: 'bearer', description: 'A program’s secret (dk_…) or an access token' },
        oauth: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: Object.fromEntries(SCOPES.map((scope) => [scope, scope])) } },
        },
      },
    },
  }
}

function operationOf(route: string, path: string, { summary, parameters = [], body, optionalBody, answers }: Operation): Json {
  const need = POLICIES[route] ?? 'closed'
  const scopes = (SCOPES as readonly string[]).includes(need) ? [need] : []
  const once = route.startsWith('POST ') ? (['idempotencyKey'] as const) : []
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'page' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))
  return {
    operationId: operationId(route),
    summary,
    'x-permission': need,
    security: [{ secret: [] }, { oauth: scopes }],
    parameters: [...inPath, ...[...parameters, ...once].map((name) => PARAMETERS[name])],
    ...(body && { requestBody: bodyOf(body, optionalBody !== true) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
      ...Object.fromEntries(PROBLEMS.map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  }
}

function bodyOf(body: NonNullable<Operation['body']>, required: boolean): Json {
  const file = {
    'application/octet-stream': {},
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } } },
    },
  }
  return { required, content: body === 'file' ? file : { 'application/json': { schema: schemaOf(body, 'input') } } }
}

function answerOf(answer: Operation['answers'][number]): Json {
  if (answer === null) return { description: 'Done' }
  if (typeof answer === 'string')
    return { description: answer, content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } } }
  return { description: 'The content itself', content: { [answer.mediaType]: {} } }
}

/** `getDocumentsIdResult`: the method and the words of the path. */
function operationId(route: string): string {
  const [method = '', path = ''] = route
    .replace('/api/v1', '')
    .replace(/\{.*\}/, '')
    .split(' ')
  const words = path.split(/[^A-Za-z]+/).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

/** `readOnly` says in OpenAPI that a caller must not send a value; zod means that code does not change it. What is answered may gain fields. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return schema
}
