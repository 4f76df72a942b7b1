import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { SCOPES } from '../core/permissions.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const run = promisify(execFile)
const without = (command: string) => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    return `${command} is not on this machine`
  }
}

/** The examples of docs/api.md, word for word, against a real server. */
describe('the examples of the API', () => {
  let world: World
  let admin: SignedIn
  let dir: string
  let recordId: string
  let secret: string

  before(async () => {
    world = await createWorld()
    dir = await mkdtemp(join(tmpdir(), 'docket-examples-'))
    admin = await world.person('Admin', 'admin')
    const body = new Uint8Array(await readFile(new URL('../samples/invoice/e-invoice-hybrid/document.pdf', import.meta.url)))
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    const row = await world.documents.get(admin.organisationId, id)
    if (row?.status === 'review')
      await world.ask(admin, `/api/v1/documents/${id}/review`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${row.version}"` },
        body: JSON.stringify({ action: 'approve' }),
      })
    await world.work()
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string }[] }
    assert.ok(items[0], 'a record to fetch')
    recordId = items[0].id
    ;({ secret } = await world.clients.create(admin.organisationId, { name: 'ERP', scopes: SCOPES, createdBy: admin.userId }))
  })
  after(async () => {
    await world.close()
    await rm(dir, { recursive: true, force: true })
  })

  const example = async (heading: string) => {
    const text = await readFile(new URL('../docs/api.md', import.meta.url), 'utf8')
    const code = new RegExp(`^## ${heading}\\n+\`\`\`\\w*\\n([^]*?)\`\`\``, 'm').exec(text)?.[1]
    assert.ok(code, heading)
    return code.replaceAll('https://docket.example', world.url)
  }
  const acknowledged = async () => {
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as {
      items: { acknowledgement: { status: string } | null }[]
    }
    return items[0]?.acknowledgement?.status
  }

  it('in Python fetch every record once, book it and say so', { skip: without('python3') }, async () => {
    const prelude = `BASE, SECRET, last = "${world.url}", "${secret}", ""\ndef book(record): print("booked", record["id"])\n`
    const code = `${prelude}${await example('Python')}\nprint("next", last)\npage = call(f"/api/v1/records?after={last}")\nprint("then", len(page["items"]))\n`
    await writeFile(join(dir, 'example.py'), code)
    const { stdout } = await run('python3', ['example.py'], { cwd: dir })
    assert.deepEqual(stdout.trim().split('\n'), [`booked ${recordId}`, 'next 1', 'then 0'])
    assert.equal(await acknowledged(), 'posted')
  })

  it('in curl upload, fetch and acknowledge', { skip: without('curl') }, async () => {
    await writeFile(join(dir, 'invoice.pdf'), '%PDF-1.7\nfrom curl')
    // Not every machine has `uuidgen`; the example needs any new word.
    const code = `set -e\nuuidgen() { cat /proc/sys/kernel/random/uuid; }\n${(await example('curl')).replaceAll('curl ', 'curl -sS --fail-with-body ')}`
    const { stdout } = await run('bash', ['-c', code], { cwd: dir, env: { ...process.env, SECRET: secret, LAST: '', ID: recordId } })
    const [uploaded, fetched, said] = stdout.trim().replaceAll('}{', '}\n{').split('\n')
    const { id } = JSON.parse(uploaded ?? '') as { id: string }
    assert.equal((await world.documents.get(admin.organisationId, id))?.fileName, 'invoice.pdf')
    assert.equal((JSON.parse(fetched ?? '') as { items: { id: string }[] }).items[0]?.id, recordId)
    assert.ok(said === undefined || said === '' || JSON.parse(said), said)
    assert.equal(await acknowledged(), 'posted')
  })
})
