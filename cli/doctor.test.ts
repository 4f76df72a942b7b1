import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Check } from './doctor/check.ts'

const docket = fileURLToPath(new URL('../bin/docket.mjs', import.meta.url))

describe('docket doctor', () => {
  let dir: string
  let checks: readonly Check[]
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-doctor-'))
    checks = (await doctor(dir)).checks
  })
  after(() => rm(dir, { recursive: true, force: true }))

  it('loads the OCR engine, reads print with it, and says which models it took and that they are the locked ones', () => {
    const models = named(checks, 'OCR models')
    const wanted =
      /^finds lines: \S*det\S* \(verified\); reads: \S*rec\S* \(verified\); Cyrillic: \S*cyrillic\S* \(verified\); way up: \S*cls\S* \(verified\)$/
    assert.match(models.detail, wanted)
    const engine = named(checks, 'OCR engine')
    assert.match(engine.detail, /^reads print in Latin.* letters with PP-OCR .*det.* \+ .*rec/)
    assert.equal(engine.state, 'ok')
    assert.match(named(checks, 'OCR languages').detail, /eng/)
  })

  it('tells whether the GPU provider loads, else why not', () => {
    const gpu = named(checks, 'GPU (CUDA)')
    if (gpu.state === 'ok') assert.match(gpu.detail, /^loaded/)
    else assert.match(gpu.detail, /cuda.*; OCR runs on the CPU$/i)
  })

  it('names every part that keeps Docket from serving, with what to do, and exits with 1', async () => {
    const models = join(dir, 'own-models')
    await mkdir(models)
    await writeFile(join(models, 'my_det.onnx'), 'not a model')
    const { code, checks: bad } = await doctor(dir, {
      DOCKET_DATA_DIR: '/dev/null/data',
      DOCKET_MODELS_DIR: models,
      DATABASE_URL: 'postgres://docket@127.0.0.1:9/docket',
      TEMPORAL_ADDRESS: '127.0.0.1:9',
    })
    assert.equal(code, 1)
    assert.match(named(bad, 'Data folder').detail, /cannot be written \(ENOTDIR\)\. Set DOCKET_DATA_DIR/)
    assert.match(named(bad, 'PostgreSQL').detail, /does not answer \(.*ECONNREFUSED.*\)\. Check DATABASE_URL/)
    assert.match(named(bad, 'Temporal').detail, /nothing answers at 127\.0\.0\.1:9\. Check TEMPORAL_ADDRESS/)
    assert.match(named(bad, 'OCR models').detail, /my_det \(not in the lock: your own, unverified\)/)
    assert.match(named(bad, 'OCR engine').detail, /do not load/)
    const failed = bad.filter(({ state }) => state === 'failed').map(({ name }) => name)
    assert.deepEqual(failed, ['Data folder', 'PostgreSQL', 'Temporal', 'OCR engine'])
  })

  it('prints one line a part for people', async () => {
    const { stdout } = await run(dir, [])
    assert.match(stdout, /^ok +Node +\d+\./m)
    assert.match(stdout, /^(ok|missing) +Chromium /m)
  })

  it('refuses an option that it does not know', async () => {
    assert.equal((await run(dir, ['--all'])).code, 2)
  })
})

function named(checks: readonly Check[], name: string): Check {
  const check = checks.find((one) => one.name === name)
  assert.ok(check, `no check «${name}» among ${checks.map((one) => one.name).join(', ')}`)
  return check
}

async function doctor(dir: string, environment: Readonly<Record<string, string>> = {}) {
  const { code, stdout } = await run(dir, ['--json'], environment)
  return { code, checks: JSON.parse(stdout) as readonly Check[] }
}

function run(dir: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, DOCKET_DATA_DIR: join(dir, 'data'), ...environment }
  return new Promise<{ readonly code: number; readonly stdout: string }>((done) => {
    execFile(process.execPath, [docket, 'doctor', ...args], { env }, (error, stdout) =>
      done({ code: error ? Number(error.code) : 0, stdout }),
    )
  })
}
