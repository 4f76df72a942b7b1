import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { defaultPayloadConverter, type Payload } from '@temporalio/common'
import fc from 'fast-check'
import { createCodec } from './codec.ts'

const codec = createCodec(Buffer.alloc(32, 1))

async function sealed(value: unknown): Promise<Payload> {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(value)])
  return payload as Payload
}

describe('payload codec', () => {
  it('gives back every JSON value and metadata', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const [opened] = await codec.decode([await sealed(value)])
        assert.deepEqual(defaultPayloadConverter.fromPayload(opened as Payload), JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('takes the empty array that stands for no bytes in what a workflow returns', async () => {
    const payload = { metadata: { encoding: Buffer.from('binary/null') }, data: [] as unknown as Uint8Array }
    const [opened] = await codec.decode(await codec.encode([payload]))
    assert.equal(defaultPayloadConverter.fromPayload(opened as Payload), undefined)
  })

  it('hides the value and never repeats itself', async () => {
    const [one, two] = [await sealed({ fileName: 'счёт.pdf' }), await sealed({ fileName: 'счёт.pdf' })]
    assert.equal(Buffer.from(one.data ?? []).includes('счёт'), false)
    assert.notDeepEqual(one.data, two.data)
  })

  it('refuses a changed byte, a cut tail and a foreign key', async () => {
    const payload = await sealed('10.00')
    const data = Buffer.from(payload.data ?? [])
    const flipped = Buffer.from(data)
    flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20)
    await assert.rejects(codec.decode([{ ...payload, data: flipped }]), /DOCKET_MASTER_KEY/)
    await assert.rejects(codec.decode([{ ...payload, data: data.subarray(0, -1) }]), /DOCKET_MASTER_KEY/)
    await assert.rejects(codec.decode([{ ...payload, data: data.subarray(0, 5) }]), /too short/)
    await assert.rejects(createCodec(randomBytes(32)).decode([payload]), /DOCKET_MASTER_KEY/)
  })

  it('lets pass what others wrote in plain', async () => {
    const plain = defaultPayloadConverter.toPayload('from the Temporal command line')
    assert.deepEqual(await codec.decode([plain]), [plain])
  })

  it('keeps the references of a 500-page document under 64 kB', async () => {
    const digest = () => randomBytes(32).toString('hex')
    const blob = (mediaType: string) => ({ sha256: digest(), bytes: 123_456, mediaType })
    const pages = Array.from({ length: 500 }, (_, i) => ({
      page: { index: i + 1, widthPx: 1414, heightPx: 2000, image: blob('image/png'), words: null, error: null },
      words: blob('application/json'),
      error: null,
    }))
    const payload = await sealed(pages)
    assert.ok((payload.data?.length ?? 0) < 64 * 1024, `${payload.data?.length} bytes`)
  })
})
