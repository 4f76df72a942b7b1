import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { lockData } from './data-lock.ts'
import { listen } from './listen.ts'

describe('the data folder', () => {
  it('is taken over from a process that is gone, or whose number a stranger has', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-lock-'))
    for (const pid of ['999999999', String(process.ppid), 'garbage', '']) {
      await writeFile(join(dir, 'serve.pid'), pid)
      const lock = await lockData(dir)
      assert.equal(await readFile(join(dir, 'serve.pid'), 'utf8'), String(process.pid))
      await lock.release()
    }
    await rm(dir, { recursive: true })
  })
})

describe('the web port', () => {
  const app = { fetch: () => new Response('here') }
  const taken = async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return { port: (server.address() as { port: number }).port, free: () => new Promise((done) => server.close(done)) }
  }

  it('moves on from a taken one where it may', async () => {
    const { port, free } = await taken()
    const listening = await listen(app, '127.0.0.1', port, true)
    assert.ok(listening.port > port)
    assert.equal(await (await fetch(`http://127.0.0.1:${listening.port}/`)).text(), 'here')
    await listening.close()
    await free()
  })

  it('says what to do where it may not', async () => {
    const { port, free } = await taken()
    await assert.rejects(listen(app, '127.0.0.1', port, false), new RegExp(`Port ${port} .* is in use.*DOCKET_PORT`))
    await free()
  })
})
