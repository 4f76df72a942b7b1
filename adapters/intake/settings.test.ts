import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { PipelineError } from '../../core/errors.ts'
import { readIntakeSources } from './settings.ts'

const dir = mkdtempSync(join(tmpdir(), 'docket-intake-'))
after(() => rmSync(dir, { recursive: true, force: true }))

function written(value: unknown): string {
  const file = join(dir, 'sources.json')
  writeFileSync(file, JSON.stringify(value))
  return file
}
const folder = { kind: 'folder', id: 'scans', organisation: 'A', path: '/srv/scans' }
const bucket = {
  ...{ kind: 'bucket', id: 'b', organisation: 'A', endpoint: 'http://s3.example.com', bucket: 'scans' },
  ...{ accessKeyId: 'k', secretFile: '/s' },
}

describe('the file of intake sources', () => {
  it('reads the published example', () => {
    const sources = readIntakeSources(fileURLToPath(new URL('../../deploy/intake/example.json', import.meta.url)), [])
    assert.deepEqual(
      sources.map(({ id, kind, type }) => [id, kind, type]),
      [
        ['scans', 'folder', 'auto'],
        ['invoices', 'mailbox', 'auto'],
        ['archive', 'bucket', 'auto'],
      ],
    )
  })

  const wrong: Readonly<Record<string, readonly [unknown, RegExp]>> = {
    'two sources of one id': [{ sources: [folder, folder] }, /scans is taken/],
    'the id of uploads': [{ sources: [{ ...folder, id: 'upload' }] }, /upload is taken/],
    'a relative path': [{ sources: [{ ...folder, path: 'scans' }] }, /absolute path/],
    'a document type that does not exist': [{ sources: [{ ...folder, type: 'novel' }] }, /no document type novel/],
    'a misspelt word': [{ sources: [{ ...folder, everySecond: 5 }] }, /everySecond/],
    'a bucket that is asked in the open': [{ sources: [bucket] }, /over https/],
    nothing: [{ sources: [] }, /sources/],
  }
  for (const [what, [value, said]] of Object.entries(wrong))
    it(`refuses ${what}`, () => {
      const isSaid = (error: PipelineError) => error.code === 'configuration' && said.test(error.message)
      assert.throws(() => readIntakeSources(written(value), ['invoice']), isSaid)
    })
})
