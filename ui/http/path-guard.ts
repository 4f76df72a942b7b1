/** Spellings that routers and proxies read differently (`//`, `%2F`, `%5C`, dots, NUL): no address of ours needs them, so they lead nowhere. */
export function isPlainPath(path: string): boolean {
  return path.startsWith('/') && !/\/\/|\\|%(?:2f|5c|2e|00|25)|\/\.{1,2}(?:\/|$)|\p{Cc}/iu.test(path)
}
