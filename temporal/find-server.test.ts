import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { cachedBinary, findServer } from './find-server.ts'

describe('findServer', () => {
  let dir: string
  const binary = async (path: string, script: string) => {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o755)
    return path
  }
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-find-'))
    await binary(join(dir, 'path', 'temporal'), 'echo "temporal version 1.5.1 (Server 1.29.1)"')
    await binary(join(dir, 'broken', 'temporal'), 'exit 1')
    await binary(cachedBinary(join(dir, 'cache')), 'echo "temporal version 1.4.0"')
  })
  after(() => rm(dir, { recursive: true }))

  it('takes the PATH before the cache and passes over what does not run', async () => {
    const path = [join(dir, 'nothing'), join(dir, 'broken'), join(dir, 'path')].join(':')
    const found = await findServer({ cliPath: undefined, cacheDir: join(dir, 'cache'), path })
    assert.deepEqual([found?.from, found?.version], ['PATH', 'temporal version 1.5.1 (Server 1.29.1)'])
  })

  it('finds the cached one, and null where there is none', async () => {
    assert.equal((await findServer({ cliPath: undefined, cacheDir: join(dir, 'cache'), path: '' }))?.from, 'cache')
    assert.equal(await findServer({ cliPath: undefined, cacheDir: join(dir, 'empty'), path: undefined }), null)
  })

  it('does not look past a configured path that does not work', async () => {
    await assert.rejects(
      findServer({ cliPath: join(dir, 'broken', 'temporal'), cacheDir: join(dir, 'cache'), path: '' }),
      /TEMPORAL_CLI_PATH/,
    )
  })
})
