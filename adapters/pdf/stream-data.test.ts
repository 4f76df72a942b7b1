import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { checkStream } from './stream-data.ts'

const TEXT = Buffer.from(Array.from({ length: 200 }, (_, i) => `(Item ${(i * 7919) % 1000}) Tj T*`).join('\n'))
const PACKED = deflateSync(TEXT)
const FLATE = '<< /Length 1 /Filter /FlateDecode >>'
const damaged = (dict: string, data: Buffer) => checkStream(dict, data, 1e6).damaged
const flipped = (at: number) => Buffer.from(PACKED.map((byte, i) => (i === at ? byte ^ 4 : byte)))

describe('checkStream', () => {
  it('takes whole data, with the line end before endstream and with or without its checksum', () => {
    for (const data of [PACKED, Buffer.concat([PACKED, Buffer.from('\r\n')]), PACKED.subarray(0, -4)]) {
      assert.deepEqual(checkStream(FLATE, data, 1e6), { unpacked: TEXT, damaged: false })
      assert.equal(damaged('<< /Filter [ /Fl ] >>', data), false)
    }
  })

  it('finds a cut and every single flipped byte', () => {
    assert.ok(damaged(FLATE, PACKED.subarray(0, PACKED.length * 0.9)))
    for (let at = 2; at < PACKED.length; at++) assert.ok(damaged(FLATE, flipped(at)), `byte ${at}`)
  })

  it('finds a dictionary whose filter was lost or is none that exists', () => {
    assert.ok(damaged('<< /Length 1 /Falter /FlateDecode >>', PACKED))
    assert.ok(damaged('<< /Filter /FlatfDecode >>', PACKED))
    assert.equal(damaged('<< /Length 4 >>', Buffer.from('x^2 q')), false)
  })

  it('leaves unchecked what is larger than its budget', () => {
    assert.deepEqual(checkStream(FLATE, PACKED, 100), { unpacked: null, damaged: false })
    assert.deepEqual(checkStream(FLATE, PACKED, 0), { unpacked: null, damaged: false })
  })

  it('wants the end mark of a JPEG, padded or not', () => {
    const jpeg = Buffer.from('ffd8ffe0aabbffd9', 'hex')
    assert.equal(damaged('<< /Filter /DCTDecode >>', jpeg), false)
    assert.equal(damaged('<< /Filter /DCTDecode >>', Buffer.concat([jpeg, Buffer.alloc(5), Buffer.from('\r\n')])), false)
    assert.ok(damaged('<< /Filter /DCTDecode >>', jpeg.subarray(0, 6)))
  })
})
