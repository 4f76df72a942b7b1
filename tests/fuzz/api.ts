import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Role, SCOPES } from '../../core/permissions.ts'
import { invoicePdf } from '../ui/invoice-pdf.ts'
import { createWorld } from '../ui/world.ts'

/**
 * schemathesis (a program of its own: `pip install schemathesis`) against the described API as each role and as a program, over real HTTP and a real
 * database. Exit 1 when it finds a server error or an answer that the description does not allow.
 * usage: node --import ./cli/tsx-hook.ts tests/fuzz/api.ts [--seconds N] [--as admin,program] [--seed N] [--command schemathesis]
 */
const { values } = parseArgs({
  options: {
    /** For each caller. */
    seconds: { type: 'string', default: '85' },
    as: { type: 'string', default: [...Role.options, 'program'].join(',') },
    seed: { type: 'string', default: '1' },
    command: { type: 'string', default: 'schemathesis' },
  },
})

/** Cases whose rule is right and whose premise does not hold here; docs/api.md tells. */
const NOT_ASKED = [
  // A value that fits the schema may still not fit the document: another version, a state that forbids it, a format that lacks fields.
  'positive_data_acceptance',
]

const world = await createWorld({ DOCKET_MISSES_PER_MINUTE: '1000000', DOCKET_WEBHOOK_ALLOW: '127.0.0.1' })
const dir = await mkdtemp(join(tmpdir(), 'docket-fuzz-'))
let worst = 0
try {
  const admin = await world.person('Admin', 'admin')
  const ids: string[] = []
  for (const number of ['FZ-1', 'FZ-2', 'FZ-3']) {
    const pdf = invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    ids.push(
      ((await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })).json()) as { id: string }).id,
    )
  }
  await world.work()
  const first = (await (await world.ask(admin, `/api/v1/documents/${ids[0]}`)).json()) as { version: number }
  const approved = await world.ask(admin, `/api/v1/documents/${ids[0]}/review`, {
    method: 'POST',
    body: JSON.stringify({ action: 'approve', fields: {} }),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${first.version}"` },
  })
  await world.work()
  const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string }[] }
  const webhook = { url: 'http://127.0.0.1:9/', kinds: ['record.approved'] }
  const hook = (await (await world.ask(admin, '/api/v1/webhooks', { method: 'POST', body: JSON.stringify(webhook) })).json()) as {
    id: string
  }
  if (!items[0]) throw new Error(`There is no record to ask for: approval was answered ${approved.status} ${await approved.text()}`)
  const { secret } = await world.clients.create(admin.organisationId, { name: 'Fuzz', scopes: SCOPES, createdBy: admin.userId })
  const config = join(dir, 'schemathesis.toml')
  await writeFile(config, settings({ documents: ids[1]!, records: items[0].id, webhooks: hook.id }))
  const described = (await (await fetch(`${world.url}/api/v1/openapi.json`)).json()) as Described
  const forPeople = join(dir, 'openapi.json')
  await writeFile(forPeople, JSON.stringify(withoutSecurity(described)))
  for (const caller of values.as.split(',')) {
    const program = caller === 'program'
    const person = program || caller === 'admin' ? admin : await world.colleague(admin, Role.parse(caller))
    const headers = program ? [`Authorization: Bearer ${secret}`] : [`Cookie: ${person.cookie}`, `Origin: ${world.origin}`]
    // A cookie goes along whatever the description's schemes are replaced with, so only a program can prove that they count.
    const checks = program ? NOT_ASKED : [...NOT_ASKED, 'ignored_auth']
    process.stdout.write(`\n=== as ${caller}\n`)
    worst = Math.max(worst, await run(program ? `${world.url}/api/v1/openapi.json` : forPeople, config, headers, checks))
  }
} finally {
  await world.close()
  await rm(dir, { recursive: true, force: true })
}
process.exitCode = worst

function run(description: string, config: string, headers: readonly string[], excluded: readonly string[]): Promise<number> {
  const args = ['--config-file', config, 'run', description, '--url', `${world.url}/api/v1`]
  const limits = ['--max-time', values.seconds, '--seed', values.seed, '--request-timeout', '30', '--continue-on-failure', '--no-shrink']
  // A stream that has no end.
  const all = [
    ...args,
    ...limits,
    '--exclude-checks',
    excluded.join(','),
    '--exclude-path',
    '/stream',
    ...headers.flatMap((one) => ['-H', one]),
  ]
  const child = spawn(values.command, all, { stdio: 'inherit', cwd: dir })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}

/** Ids that exist, so that the fuzzer gets behind the first 404; the phases also use ids that earlier answers gave. */
function settings(ids: Readonly<Record<string, string>>): string {
  const checks = [
    // A body that is both wrong and too large may be refused for its size.
    '[checks.negative_data_rejection]\nexpected-statuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429]',
    // A missing If-Match is answered as RFC 6585 says.
    '[checks.missing_required_header]\nexpected-statuses = [400, 401, 403, 406, 415, 422, 428]',
    // Keys come again here: a repeat gets the first answer, although the webhook in it has been removed since (docs/api.md).
    '[[operations]]\ninclude-path-regex = "^/webhooks"\nchecks.ensure_resource_availability.enabled = false\n\n',
  ].join('\n\n')
  const places = Object.entries(ids)
    .map(([place, id]) => {
      const file = `${id}.json`
      return `[[operations]]\ninclude-path-regex = "^/${place}/"\nparameters = { "path.id" = "${id}", "path.page" = 1, "path.file" = "${file}" }\n`
    })
    .join('\n')
  return checks + places
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security?: unknown }>>>>
}

/** People come with their cookie: told of tokens, the fuzzer would send made-up ones, which count alone. */
function withoutSecurity(described: Described): object {
  const open = (methods: Described['paths'][string]) =>
    Object.fromEntries(Object.entries(methods).map(([method, { security: _, ...operation }]) => [method, operation]))
  return { ...described, paths: Object.fromEntries(Object.entries(described.paths).map(([path, methods]) => [path, open(methods)])) }
}
