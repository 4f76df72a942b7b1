import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { signedHeaders } from '../adapters/intake/bucket/sign-request.ts'
import { createBucketChannel } from '../adapters/intake/index.ts'
import { type BucketServer, startBucketServer } from './intake/bucket-server.ts'
import { hasMoto, type Moto, startMoto } from './intake/moto.ts'
import { createSourceWorld, type SourceWorld, startTestPostgres } from './intake/source-world.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import type { TestPostgres } from './postgres.ts'

describe('a signed request', () => {
  it('has the signature of the published example (AWS, Signature Version 4 for S3, "GET Bucket")', () => {
    const url = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J')
    const key = { region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
    const { authorization } = signedHeaders(url, key, new Date('2013-05-24T00:00:00Z'))
    assert.match(authorization, /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/)
  })
})

describe('a prefix of a bucket', () => {
  let postgres: TestPostgres
  let server: BucketServer
  let at: SourceWorld
  before(async () => {
    postgres = await startTestPostgres()
    server = await startBucketServer('key')
    at = await createSourceWorld(postgres)
    await writeFile(join(at.dir, 'secret'), 'hidden\n')
  })
  after(async () => {
    await at?.close()
    await server?.close()
    await postgres?.stop()
  })

  const channel = (accessKeyId = 'key') =>
    createBucketChannel({
      kind: 'bucket',
      id: 'archive',
      organisation: at.organisationId,
      type: 'auto',
      everySeconds: 1,
      endpoint: server.endpoint,
      region: 'us-east-1',
      bucket: 'scans',
      prefix: 'in/',
      accessKeyId,
      secretFile: join(at.dir, 'secret'),
    })
  const deps = () => ({ organisationId: at.organisationId, intake: at.storage.intake, journal: at.storage.intakeJournal, goOn: () => true })
  const documents = async () =>
    (await at.storage.documents.list(at.organisationId, { status: null, text: '', type: null }, { after: null, limit: 200 })).rows

  it('is read page by page, each object once, also by two servers; one written anew is another', async () => {
    const names = ['in/a.pdf', 'in/b c+d.pdf', 'in/Счёт №1.pdf', 'in/sub/e.pdf', 'in/page.html', 'in/folder/']
    for (const name of names)
      server.objects.set(name, name.endsWith('.pdf') ? invoicePdf(`B-${name}`.replace(/[^\x20-\x7e]/g, '')) : Buffer.from('<html>'))
    server.objects.set('elsewhere.pdf', invoicePdf('B-0'))
    await Promise.all([channel().look(deps()), channel().look(deps())])
    const taken = (await documents()).map(({ fileName }) => fileName).toSorted()
    assert.deepEqual(taken, ['in/a.pdf', 'in/b c+d.pdf', 'in/sub/e.pdf', 'in/Счёт №1.pdf'])
    const reads = server.reads.length
    await channel().look(deps())
    assert.equal(server.reads.length, reads, 'what is known is not fetched again')
    server.objects.set('in/a.pdf', invoicePdf('B-anew'))
    await channel().look(deps())
    assert.deepEqual([server.reads.length, (await documents()).length], [reads + 1, taken.length + 1])
    const { items } = await at.storage.intakeJournal.list(at.organisationId, { source: 'archive', refused: false }, null, 50)
    assert.deepEqual(items.map(({ state }) => state).toSorted(), ['accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'refused'])
  })

  it('tells a key that is not accepted and a server that is away', async () => {
    await assert.rejects(channel('other').look(deps()), { code: 'unauthenticated' })
    await server.close()
    await assert.rejects(channel().look(deps()), { code: 'dependency_unavailable' })
  })
})

const skip = (await hasMoto()) ? false : "no S3 server of other people here (Python: pip install 'moto[server]')"

describe('a prefix of a bucket of other people', { skip }, () => {
  let postgres: TestPostgres
  let server: Moto
  let at: SourceWorld
  before(async () => {
    postgres = await startTestPostgres()
    server = await startMoto()
    at = await createSourceWorld(postgres)
    await writeFile(join(at.dir, 'secret'), 'hidden\n')
  })
  after(async () => {
    await at?.close()
    await server?.stop()
    await postgres?.stop()
  })

  it('is read as our own one is: odd names, each object once, one written anew', async () => {
    const look = () =>
      createBucketChannel({
        kind: 'bucket',
        id: 'archive',
        organisation: at.organisationId,
        type: 'auto',
        everySeconds: 1,
        endpoint: server.endpoint,
        region: 'us-east-1',
        bucket: 'scans',
        prefix: 'in/',
        accessKeyId: 'key',
        secretFile: join(at.dir, 'secret'),
      }).look({ organisationId: at.organisationId, intake: at.storage.intake, journal: at.storage.intakeJournal, goOn: () => true })
    const names = async () =>
      (await at.storage.documents.list(at.organisationId, { status: null, text: '', type: null }, { after: null, limit: 200 })).rows
        .map(({ fileName }) => fileName)
        .toSorted()
    await server.put('scans', new Uint8Array())
    await server.put('scans/elsewhere.pdf', invoicePdf('O-0'))
    const wanted = ['in/a.pdf', 'in/b c+d&e.pdf', 'in/sub/e.pdf', 'in/Счёт №1.pdf']
    for (const [i, name] of wanted.entries()) await server.put(`scans/${name}`, invoicePdf(`O-${i + 1}`))
    await look()
    assert.deepEqual(await names(), wanted.toSorted())
    await look()
    assert.deepEqual(await names(), wanted.toSorted())
    await server.put('scans/in/a.pdf', invoicePdf('O-anew'))
    await look()
    assert.deepEqual(await names(), [...wanted, 'in/a.pdf'].toSorted())
  })
})
