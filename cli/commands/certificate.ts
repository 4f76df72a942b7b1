import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { pipelineKey } from '../../adapters/pipeline-key.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type AcceptanceView, acceptanceView, shownType } from '../../ui/views/acceptance-view.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage } from '../serve/open-storage.ts'

export const certificateCommand: Command = {
  name: 'certificate',
  usage: '[--type NAME] [--json]',
  summary:
    'Tells for each organisation and document type whether a certificate holds, what it promises, why the last one fell, and about how many more blind reviews the wanted error rate takes. Changes nothing.',
  async run(args) {
    const { types, json } = parse(args)
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    const key = pipelineKey(config)
    try {
      for (const { id, name } of await storage.accounts.organisations())
        for (const type of types) {
          const view = acceptanceView(shownType(type, 'en'), await storage.acceptance.overview(id, type.name, key), key)
          process.stdout.write(`${json ? JSON.stringify({ organisation: name, ...summaryOf(view) }) : describeStanding(name, view)}\n`)
        }
      return EXIT.done
    } finally {
      await storage.close()
    }
  },
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { type: { type: 'string' }, json: { type: 'boolean', default: false } } })
  const types = documentTypes.filter(({ name }) => values.type === undefined || values.type === name)
  if (types.length === 0)
    throw new UsageError(`there is no document type "${values.type}"; known: ${documentTypes.map(({ name }) => name).join(', ')}`)
  return { types, json: values.json }
}

/** The figures without the seed of the draw, which is a secret. */
function summaryOf({
  type,
  policy,
  standing,
  certificate,
  lapsed,
  watch,
  drift,
  audits,
  reviewed,
  eligible,
  wrong,
  distance,
  attempts,
}: AcceptanceView) {
  const proven = certificate && {
    alpha: certificate.alpha,
    delta: certificate.delta,
    threshold: certificate.threshold,
    documents: certificate.documents,
    accepted: certificate.accepted,
    upper: certificate.upper,
    issuedAt: certificate.issuedAt,
  }
  return {
    type,
    standing,
    wanted: policy.alpha,
    certificate: proven,
    lapsed,
    watch,
    drift,
    audits,
    reviewed,
    eligible,
    wrong,
    distance,
    attempts,
  }
}

const LAPSED: Readonly<Record<NonNullable<AcceptanceView['lapsed']>, string>> = {
  outdated: 'the last one ended when program, models or settings changed',
  audits: 'the last one was withdrawn: audits found more errors than promised',
  drift: 'the last one was withdrawn: the documents that come in are no longer like those it was proven on',
  owner: 'the last one was withdrawn by the owner',
  replaced: 'the last one was replaced',
}

/** One document type of one organisation, for people. Shares in percent of the documents that were accepted. */
export function describeStanding(organisation: string, view: AcceptanceView): string {
  const { certificate, lapsed, policy, audits, reviewed, eligible, wrong, distance } = view
  const held = certificate
    ? `certificate since ${certificate.issuedAt.slice(0, 10)}: with confidence ${percent(1 - certificate.delta)} fewer than ${percent(certificate.alpha)} of what is accepted is wrong; audits ${audits.count}, wrong among them ${audits.wrong}${driftOf(view)}`
    : `no certificate${lapsed ? ` (${LAPSED[lapsed]})` : ''}`
  const decides = {
    certified: 'accepts what the certificate covers',
    rules: 'the owner’s rule decides, not certified',
    none: 'everything read off a page goes to a person',
  }
  return [
    `${organisation}\t${view.type}\t${decides[view.standing]}`,
    `  ${held}`,
    `  blind reviews ${reviewed}, of them acceptable ${eligible}, wrong ${wrong}`,
    `  for at most ${percent(policy.alpha)} wrong: ${wayTo(distance)}`,
  ].join('\n')
}

function driftOf({ drift }: AcceptanceView): string {
  return drift && drift.index !== null ? `; drift ${drift.index.toFixed(2)} of ${drift.limit.toFixed(2)}` : ''
}

function wayTo(distance: AcceptanceView['distance']): string {
  switch (distance.kind) {
    case 'reached':
      return 'the blind reviews suffice'
    case 'more':
      return `about ${distance.documents} more blind reviews; ${percent(distance.share)} of the documents would be accepted`
    case 'out_of_reach':
      return `out of reach: even among the surest ${percent(distance.errorRate)} are wrong; reading has to get better`
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`
}
