import { readFileSync } from 'node:fs'
import { type Generate, LlmFault } from '../../core/llm/port.ts'
import { createSlots } from '../slots.ts'
import { authorise } from './authorise.ts'
import { DIALECT_OF } from './dialects/index.ts'
import { type Answered, post } from './post.ts'
import { createRest } from './rest.ts'
import type { ProviderSettings } from './settings.ts'

/** One provider as the port sees it: one try a call, as many at once as it allows, none while it rests. */
export function createProvider(settings: ProviderSettings, now: () => number = Date.now): Generate {
  const dialect = DIALECT_OF[settings.dialect]
  const authorisation = authorise(settings, now)
  const slots = createSlots(settings.concurrency)
  const unlessResting = createRest(now)
  const ca = settings.ca === undefined ? undefined : readFileSync(settings.ca, 'utf8')
  const url = `${settings.baseUrl.replace(/\/$/, '')}${dialect.path}`

  return (request, signal) =>
    slots.run(() =>
      unlessResting(async () => {
        if (signal.aborted) throw new LlmFault('too_slow', 'The time for this document was over before its turn came')
        const body = JSON.stringify(dialect.body(request, settings))
        const headers = {
          'content-type': 'application/json',
          ...(request.traceparent !== undefined && { traceparent: request.traceparent }),
          ...dialect.headers,
          ...(await authorisation.headers(signal)),
        }
        const answered = await post({ url, headers, body, ca, timeoutMs: settings.timeoutS * 1000, signal })
        if (answered.status === 401) authorisation.expire()
        if (answered.status !== 200) throw faultOf(answered)
        return read(answered.body)
      }),
    )

  function read(body: string) {
    let generated: ReturnType<typeof dialect.read>
    try {
      generated = dialect.read(JSON.parse(body), settings)
    } catch (cause) {
      throw new LlmFault('malformed', 'The answer is not what this kind of server sends', { cause })
    }
    if (generated.finish === 'refused') throw new LlmFault('refused', 'The model refused to answer')
    return generated
  }
}

/** The body of an error may quote what was sent, so it is left out. */
function faultOf({ status }: Answered): LlmFault {
  const kind =
    status === 429
      ? 'rate_limited'
      : status === 401 || status === 403
        ? 'unauthorised'
        : status >= 500 || status === 408
          ? 'server_error'
          : 'rejected'
  return new LlmFault(kind, `HTTP ${status}`)
}
