import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getPassword, putPassword } from './file-password.ts'
import { createMemoryBlobs } from './memory-blobs.ts'

describe('the password of a file', () => {
  it('comes back as it was given, blanks and all', async () => {
    const blobs = createMemoryBlobs()
    for (const given of ['secret', ' two  words ', 'пароль'])
      assert.equal(await getPassword(blobs, { documentId: 'd', password: await putPassword(blobs, 'd', given) }), given)
    assert.equal(await getPassword(blobs, { documentId: 'd', password: null }), undefined)
  })

  it('cannot be guessed from the hash that its blob is known by', async () => {
    const blobs = createMemoryBlobs()
    const [one, same] = [await putPassword(blobs, 'd', 'secret'), await putPassword(blobs, 'd', 'secret')]
    assert.notEqual(one.sha256, same.sha256)
  })
})
