import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { IntakeJournal, IntakeSources, LeaseOf } from '../adapters/db/index.ts'
import type { Channel, Intake } from '../adapters/intake/index.ts'
import type { Log } from '../adapters/log.ts'

export interface Watched {
  readonly id: string
  readonly kind: LeaseOf['channel']
  /** Id or name. */
  readonly organisation: string
  readonly everySeconds: number
  readonly channel: Channel
}

export interface IntakeSetup {
  readonly sources: readonly Watched[]
  readonly leases: IntakeSources
  readonly intake: Pick<Intake, 'take'>
  readonly journal: IntakeJournal
  readonly log: Log
}

const LEASE_S = 60

/**
 * Looks at every source by the clock. Several processes may do it: the lease in the database gives each look to one of them, and takes it back from one
 * that died. A source that cannot be reached waits for its next look and holds up no other.
 */
export function startIntake({ sources, leases, intake, journal, log }: IntakeSetup) {
  const over = new AbortController()
  const holder = randomUUID()

  const lookOnce = async (watched: Watched) => {
    const organisationId = await leases.organisationOf(watched.organisation)
    const lease: LeaseOf = { organisationId, source: watched.id, channel: watched.kind, holder }
    if (!(await leases.lease(lease, LEASE_S, watched.everySeconds))) return
    let held = true
    const renewing = setInterval(() => {
      leases.renew(lease, LEASE_S).then(
        (kept) => {
          held = kept
        },
        () => {},
      )
    }, LEASE_S * 300)
    let problem: string | null = null
    try {
      const { settled } = await watched.channel.look({ organisationId, intake, journal, goOn: () => held && !over.signal.aborted })
      if (settled > 0) log.info('intake_taken', { source: watched.id, settled })
    } catch (error) {
      problem = codeOf(error)
      log.warn('intake_waits', { source: watched.id, problem })
    } finally {
      clearInterval(renewing)
      await leases.release(lease, problem)
    }
  }

  const watch = async (watched: Watched) => {
    while (!over.signal.aborted) {
      await lookOnce(watched).catch((error: unknown) => log.warn('intake_waits', { source: watched.id, problem: codeOf(error) }))
      await delay(watched.everySeconds * 1000, undefined, { signal: over.signal }).catch(() => {})
    }
  }

  const running = Promise.all(sources.map(watch))
  return {
    async stop(): Promise<void> {
      over.abort()
      await running
    },
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
