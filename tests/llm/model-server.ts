import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A question as it came over the wire. */
export interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** What the server does with a question; `count` = how many it has had, this one included. */
export type Behaviour = (response: ServerResponse, asked: Asked, count: number) => void | Promise<void>

export interface ModelServer {
  readonly url: string
  readonly asked: readonly Asked[]
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

/** An HTTP server that records every question and answers as the test says. */
export async function startModelServer(behaviour: Behaviour): Promise<ModelServer> {
  const asked: Asked[] = []
  let current = behaviour
  const server = createServer(async (request, response) => {
    const one = { url: request.url ?? '', headers: request.headers, body: await bodyOf(request) }
    asked.push(one)
    await current(response, one, asked.length)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave(next) {
      current = next
      asked.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** A chat completion with this text. */
export function say(
  response: ServerResponse,
  text: string,
  finish = 'stop',
  usage = { prompt_tokens: 1000, completion_tokens: 200 },
): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({ model: 'stub-1', choices: [{ finish_reason: finish, message: { role: 'assistant', content: text } }], usage }),
  )
}

/** The words of a question by number, as the model sees them. */
export function wordsAsked({ body }: Asked): readonly { readonly id: number; readonly text: string }[] {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] }
  const text = messages.findLast(({ role }) => role === 'user')!.content
  return [...text.matchAll(/\[(\d+)\](\S+)/g)].map(([, id, word]) => ({ id: Number(id), text: word! }))
}

/** An answer that has null for every field of the asked schema, with some filled in: path → answer. */
export function answerFor({ body }: Asked, values: Readonly<Record<string, unknown>>): string {
  const { response_format: format } = JSON.parse(body) as { response_format: { json_schema: { schema: Schema } } }
  return JSON.stringify(empty(format.json_schema.schema, '', values))
}

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
}

function empty(schema: Schema, path: string, values: Readonly<Record<string, unknown>>): unknown {
  if (path in values) return values[path]
  if (schema.type === 'array') return []
  if (!schema.properties) return null
  return Object.fromEntries(
    Object.entries(schema.properties).map(([key, child]) => [key, empty(child, path === '' ? key : `${path}.${key}`, values)]),
  )
}
