/** What asks us to end: Ctrl+C, SIGTERM, a closed terminal, or the death of the process that started us. The second Ctrl+C does not wait. */
export function untilStopped(say: (line: string) => void): Promise<string> {
  return new Promise((done) => {
    let asked = false
    const ask = (why: string) => {
      if (asked && why === 'SIGINT') {
        say('Ending at once; what was running is taken up again at the next start.')
        process.exit(130)
      }
      if (!asked) done(why)
      asked = true
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal))
    // The launcher (bin/docket.mjs) is gone without a word.
    process.once('disconnect', () => ask('orphaned'))
    // Listening must not keep a finished process alive.
    process.channel?.unref()
  })
}
