/** What was found out about one part of this machine. */
export interface Check {
  readonly name: string
  /** `missing`: Docket does without it. `failed`: Docket cannot serve like this. */
  readonly state: 'ok' | 'missing' | 'failed'
  /** The fact, and where something is wrong, what to do about it. */
  readonly detail: string
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
