export type Level = 'debug' | 'info' | 'warn' | 'error'
const ORDER: readonly Level[] = ['debug', 'info', 'warn', 'error']

/** Facts of one log line: ids, counts, durations, codes. Never document text, secrets or personal data. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Log {
  debug(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

/** One JSON line per event on `write` (stderr by default: stdout belongs to results). */
export function createLog(level: Level, write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  const at =
    (own: Level) =>
    (event: string, facts: LogFacts = {}) => {
      if (ORDER.indexOf(own) >= ORDER.indexOf(level)) write(JSON.stringify({ time: new Date().toISOString(), level: own, event, ...facts }))
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
