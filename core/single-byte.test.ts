import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeSingleByte, inCharset } from './single-byte.ts'

const text = (bytes: Uint8Array) => new TextDecoder('windows-1251').decode(bytes)

describe('character sets of one byte', () => {
  it('puts plain letters where the set has none with the accent, and tells what it lost', () => {
    const { bytes, lost } = encodeSingleByte('Café ﬁn ½ 5 ₽ 株', 'windows-1251')
    assert.equal(text(bytes), 'Cafe fin ? 5 руб. ?')
    assert.deepEqual(lost, ['½', '株'])
  })

  it('never makes a wide sign into one that a format is built of', () => {
    const { bytes, lost } = encodeSingleByte('＜＞＆＂＇；＝＋＠｜', 'windows-1251')
    assert.equal(text(bytes), '?'.repeat(10))
    assert.equal(lost.length, 10)
  })

  it('does not have control characters for bytes that stand for nothing', () => {
    assert.equal(inCharset('\u0098', 'windows-1251'), false)
    assert.equal(inCharset('\n', 'windows-1251'), true)
    assert.equal(inCharset('№', 'windows-1251'), true)
  })
})
