/** Where a key of the caller's own accounting system ends the address; nothing of ours lies below it, so a slash in it can lead nowhere else. */
const KEYED = /^\/api\/v1\/(?:suppliers|own-companies|orders|order-tolerances)\/[^/]+$/

/**
 * Spellings that routers and proxies read differently (`//`, `%2F`, `%5C`, dots, NUL) lead nowhere. A key may hold `%2F` (order PO-2026/17), as long
 * as the address stays plain for a proxy that decodes it: no empty part, no dots that climb.
 */
export function isPlainPath(path: string): boolean {
  return isPlain(KEYED.test(path) ? path.replace(/%2f/gi, '/') : path)
}

function isPlain(path: string): boolean {
  return path.startsWith('/') && !/\/\/|\\|%(?:2f|5c|2e|00|25)|\/\.{1,2}(?:\/|$)|\p{Cc}/iu.test(path)
}
