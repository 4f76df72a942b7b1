import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { checkSignIn } from './machine.ts'

describe('docket doctor on the sign-in providers', () => {
  let dir: string
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-sign-in-'))
  })
  after(() => rm(dir, { recursive: true }))
  const check = async (settings: unknown) => {
    const file = join(dir, 'oidc.json')
    await writeFile(file, typeof settings === 'string' ? settings : JSON.stringify(settings))
    return checkSignIn({ DOCKET_OIDC_CONFIG: file })
  }

  it('is content without any', () => {
    assert.equal(checkSignIn({ DOCKET_OIDC_CONFIG: undefined }).state, 'ok')
  })

  it('names each problem of a wrong file, and fails, for serve would not start', async () => {
    assert.match((await check('{')).detail, /cannot be read as JSON/)
    const wrong = await check({ providers: [{ id: 'staff', issuer: 'http://id.example', clientId: 'docket' }] })
    assert.equal(wrong.state, 'failed')
    assert.match(wrong.detail, /providers\.0/)
  })
})
