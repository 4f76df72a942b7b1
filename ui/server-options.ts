import type { ServerOptions } from 'node:http'

/**
 * Limits of the HTTP server on slow clients. A whole upload may take a quarter of an hour over a thin line; how slow it may be on the way is
 * decided where the body is read (http/body.ts).
 */
export const SERVER_OPTIONS: ServerOptions = {
  headersTimeout: 20_000,
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32 * 1024,
}
