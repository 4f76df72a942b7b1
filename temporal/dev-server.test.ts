import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { documentInput } from '../tests/workflow/scripted-stages.ts'
import { temporalBinary } from '../tests/workflow/world.ts'
import { createTemporalClient, startProcessing } from './client.ts'
import { startDevServer } from './dev-server.ts'

const executable = await temporalBinary()
const settings = { ocrQueue: 'cpu', gpuPatienceMs: 1, remindAfterMs: 1, escalateAfterMs: 1 } as const

describe('development server', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  it('keeps what it has accepted when it is killed, and starts beside its own remains', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-server-'))
    const options = { executable: executable as string, dir, namespace: 'default' }
    const first = await startDevServer(options)
    const client = createTemporalClient({ address: first.address, namespace: 'default', masterKey: Buffer.alloc(32) })
    assert.equal(await startProcessing(client, documentInput('kept'), settings), true)
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    const second = await startDevServer({ ...options, port: first.port })
    assert.equal(await startProcessing(client, documentInput('kept'), settings), false, 'the same workflow twice')
    // A Docket that was killed leaves its server running: the next one ends it and takes the file over.
    const third = await startDevServer(options)
    await second.ended
    await client.connection.close()
    await third.stop()
    await rm(dir, { recursive: true })
  })

  it('says where to look when the binary does not serve', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-server-'))
    await assert.rejects(startDevServer({ executable: '/bin/false', dir, namespace: 'default' }), /server\.log/)
    await assert.rejects(startDevServer({ executable: join(dir, 'missing'), dir, namespace: 'default' }), /ENOENT/)
    await rm(dir, { recursive: true })
  })

  it('does not end a stranger that has the pid of an earlier server', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-server-'))
    await writeFile(join(dir, 'server.json'), JSON.stringify({ pid: process.ppid, port: 1 }))
    const server = await startDevServer({ executable: executable as string, dir, namespace: 'default' })
    assert.equal(JSON.parse(await readFile(join(dir, 'server.json'), 'utf8')).pid, server.pid)
    assert.equal(process.kill(process.ppid, 0), true)
    await server.stop()
    await rm(dir, { recursive: true })
  })
})
