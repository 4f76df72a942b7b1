import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PipelineError } from '../../core/errors.ts'
import { createBlobStore, readMasterKey } from './index.ts'
import { seal, unsealStream } from './sealed-chunks.ts'

async function inFolder(test: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-blobs-'))
  try {
    await test(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const masterKey = randomBytes(32)
const store = (dir: string) => createBlobStore({ dir: join(dir, 'blobs'), masterKey })
const has = (code: string) => (error: PipelineError) => error.code === code

describe('encrypted blobs', () => {
  it('give back exactly what was put, whatever the size around a chunk', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
        const bytes = randomBytes(size)
        const ref = await blobs.put('doc', bytes, 'x/y')
        assert.equal(ref.bytes, size)
        assert.ok(bytes.equals(await blobs.get('doc', ref)))
      }
    }))

  it('streams cut anywhere give the same blob as one piece', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      await fc.assert(
        fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 4 }), async (pieces) => {
          const ref = await blobs.putStream(
            'doc',
            (async function* () {
              yield* pieces
            })(),
            'x/y',
            1e9,
          )
          assert.ok(Buffer.concat(pieces).equals(await blobs.get('doc', ref)))
        }),
        { numRuns: 20 },
      )
    }))

  it('leave no readable text on disk', () =>
    inFolder(async (dir) => {
      const ref = await store(dir).put('doc', Buffer.from('canary 40702810938000000001 canary'), 'text/plain')
      assert.ok(!(await readFile(join(dir, 'blobs', 'doc', ref.sha256))).includes('canary'))
    }))

  it('notice a flipped bit, a cut end, another document and another master key', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      const ref = await blobs.put('a', randomBytes(150_000), 'x/y')
      await blobs.put('b', Buffer.from('b'), 'x/y')
      const file = join(dir, 'blobs', 'a', ref.sha256)
      const good = await readFile(file)
      await copyFile(file, join(dir, 'blobs', 'b', ref.sha256))
      await assert.rejects(blobs.get('b', ref), has('blob_corrupt'))
      await assert.rejects(createBlobStore({ dir: join(dir, 'blobs'), masterKey: randomBytes(32) }).get('a', ref), has('blob_corrupt'))
      const flipped = Buffer.from(good)
      flipped[100_000]! ^= 1
      await writeFile(file, flipped)
      await assert.rejects(blobs.get('a', ref), has('blob_corrupt'))
      await writeFile(file, good)
      await truncate(file, 7 + 65_536 + 16) // exactly the first chunk: every tag left is valid
      await assert.rejects(blobs.get('a', ref), has('blob_corrupt'))
    }))

  it('leave nothing of a stream that fails or is too long', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      const endless = async function* () {
        for (;;) yield randomBytes(10_000)
      }
      const broken = async function* () {
        yield randomBytes(10_000)
        throw new Error('client went away')
      }
      await assert.rejects(blobs.putStream('doc', endless(), 'x/y', 100_000), has('file_too_large'))
      await assert.rejects(blobs.putStream('doc', broken(), 'x/y', 100_000), /client went away/)
      assert.deepEqual(await readdir(join(dir, 'blobs', 'doc')), [])
    }))

  it('cannot be read after erasure, not even from a copy of the blob', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      const ref = await blobs.put('doc', Buffer.from('secret'), 'x/y')
      const file = join(dir, 'blobs', 'doc', ref.sha256)
      const backup = await readFile(file)
      await blobs.erase('doc')
      await assert.rejects(blobs.get('doc', ref), has('blob_missing'))
      await assert.rejects(blobs.put('doc', Buffer.from('other'), 'x/y'), has('not_found'), 'nothing is stored of it again')
      await mkdir(join(dir, 'blobs', 'doc'))
      await writeFile(file, backup)
      await assert.rejects(blobs.get('doc', ref), has('not_found'))
    }))

  it('open as a stream, however it is cut, and not at all when the end is missing', async () => {
    const [key, plain] = [randomBytes(32), randomBytes(200_000)]
    const collect = async (pieces: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = []
      for await (const piece of pieces) all.push(piece)
      return Buffer.concat(all)
    }
    const sealed = await collect(seal(piecesOf(plain, 50_001), key, 'name'))
    for (const size of [1, 6, 7, 65_552, 65_559, 300_000])
      assert.ok(plain.equals(await collect(unsealStream(piecesOf(sealed, size), key, 'name'))), `pieces of ${size}`)
    for (const cut of [sealed.length - 1, 7 + 65_552, 7, 0])
      await assert.rejects(collect(unsealStream(piecesOf(sealed.subarray(0, cut), 10_000), key, 'name')), has('blob_corrupt'))
    await assert.rejects(collect(unsealStream(piecesOf(sealed, 999), key, 'other')), has('blob_corrupt'))
  })

  it('take many writers of the same content', () =>
    inFolder(async (dir) => {
      const blobs = store(dir)
      const bytes = randomBytes(100_000)
      const refs = await Promise.all(Array.from({ length: 16 }, () => blobs.put('doc', bytes, 'x/y')))
      assert.equal(new Set(refs.map((r) => r.sha256)).size, 1)
      assert.deepEqual(await readdir(join(dir, 'blobs', 'doc')), [refs[0]!.sha256])
    }))
})

describe('the master key', () => {
  it('is made once with mode 0600, and refused when others can read it', () =>
    inFolder(async (dir) => {
      const config = { DOCKET_DATA_DIR: dir, DOCKET_MASTER_KEY: undefined }
      const first = readMasterKey(config)
      assert.equal(first.length, 32)
      assert.ok(first.equals(readMasterKey(config)))
      await chmod(join(dir, 'master.key'), 0o644)
      assert.throws(() => readMasterKey(config), has('configuration'))
    }))
})
