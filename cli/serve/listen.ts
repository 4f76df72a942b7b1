import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { SERVER_OPTIONS } from '../../ui/server-options.ts'

type Served = Pick<Parameters<typeof serve>[0], 'fetch'>

export interface Listening {
  readonly server: Server
  readonly port: number
  /** Lets requests in flight end, five seconds at most. */
  close(): Promise<void>
}

const PORTS_TO_TRY = 20

/** `mayMove`: on a person's own machine the next free port is better than an error; behind a proxy the port is a promise. */
export async function listen(app: Served, host: string, port: number, mayMove: boolean): Promise<Listening> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listenOn(app, host, candidate)
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken) throw error
      if (!mayMove || candidate >= port + PORTS_TO_TRY) {
        throw new Error(`Port ${candidate} on ${host} is in use. Free it, or set DOCKET_PORT to another one.`, { cause: error })
      }
    }
  }
}

function listenOn(app: Served, host: string, port: number): Promise<Listening> {
  return new Promise((done, failed) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: SERVER_OPTIONS }, ({ port: bound }) => {
      server.off('error', failed)
      done({ server: server as Server, port: bound, close: () => close(server as Server) })
    })
    server.once('error', failed)
  })
}

/** Live status streams never end by themselves, so after a moment they are cut; browsers connect again. */
function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
}
