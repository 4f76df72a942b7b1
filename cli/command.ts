/** One verb of the command line. `run` gets the arguments after the verb and returns the exit code. */
export interface Command {
  readonly name: string
  /** Arguments as shown in help: `FILE… [--out DIR]`. */
  readonly usage: string
  readonly summary: string
  run(args: readonly string[]): Promise<number>
}

/** Exit codes of every verb (README). */
export const EXIT = { done: 0, internal: 1, usage: 2, refused: 3 } as const

/** The caller used the command wrongly: exit 2 with this message. */
export class UsageError extends Error {}
